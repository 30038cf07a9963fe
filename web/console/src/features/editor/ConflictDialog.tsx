import { useMemo, useState } from 'react';
import type { PageWithContent } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import styles from './ConflictDialog.module.css';
import { downloadProject } from './download';
import { useT } from './messages';
import { Miniature } from './Miniature';
import type { Editing } from './useEditing';

export function ConflictDialog({ editing, theirs }: { editing: Editing; theirs: PageWithContent }) {
  const t = useT();
  const format = useFormat();
  const { engine, saver } = editing;
  const [busy, setBusy] = useState(false);
  const mine = useMemo(() => engine.render(), [engine]);
  const mineAt = new Date(saver.snapshot().lastEditAt).toISOString();

  const takeTheirs = async () => {
    setBusy(true);
    await saver.take(theirs);
  };

  return (
    <Dialog mustAnswer size="lg" title={t('conflict.title')} description={t('conflict.text')} onClose={() => undefined}>
      <div className={styles.sides}>
        <section className={styles.side}>
          <h3>{t('conflict.mine')}</h3>
          <p>{t('conflict.mineAt', { time: format.dateTime(mineAt) })}</p>
          <Miniature {...mine} stylesheets={theirs.content.stylesheets ?? []} title={t('conflict.mine')} />
          <Button variant="primary" wide disabled={busy} onClick={() => saver.keepMine()}>
            {t('conflict.keepMine')}
          </Button>
        </section>
        <section className={styles.side}>
          <h3>{t('conflict.theirs')}</h3>
          <p>{t('conflict.theirsAt', { time: format.dateTime(theirs.updated_at) })}</p>
          <Miniature {...theirs.content} title={t('conflict.theirs')} />
          <Button wide busy={busy} onClick={() => void takeTheirs()}>
            {t('conflict.takeTheirs')}
          </Button>
        </section>
      </div>
      <div className={styles.safety}>
        <Button variant="ghost" size="sm" icon="download" onClick={() => downloadProject(theirs, engine.serialize())}>
          {t('conflict.download')}
        </Button>
      </div>
    </Dialog>
  );
}
