import { useState } from 'react';
import type { PageWithContent } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import type { Journal, JournalEntry } from './autosave/journal';
import { downloadProject } from './download';
import { useT } from './messages';
import type { Editing } from './useEditing';

interface RestoreDialogProps {
  entry: JournalEntry;
  page: PageWithContent;
  editing: Editing;
  journal: Journal;
}

/** Edits that never reached the server. When the server moved on meanwhile, going on with them is a conflict like any other. */
export function RestoreDialog({ entry, page, editing, journal }: RestoreDialogProps) {
  const t = useT();
  const format = useFormat();
  const [answered, setAnswered] = useState(false);
  if (answered) return null;

  const use = () => {
    setAnswered(true);
    editing.engine.load(entry.project);
    editing.saver.recovered(entry.version === page.version ? null : page);
  };
  const drop = async () => {
    setAnswered(true);
    await journal.setAside(entry.project, entry.at).catch(() => undefined);
    await journal.clear().catch(() => undefined);
  };
  return (
    <Dialog
      mustAnswer
      title={t('restore.title')}
      onClose={() => undefined}
      footer={
        <>
          <Button variant="ghost" icon="download" onClick={() => downloadProject(page, entry.project)}>
            {t('conflict.download')}
          </Button>
          <Button onClick={() => void drop()}>{t('restore.drop')}</Button>
          <Button variant="primary" onClick={use}>
            {t('restore.use')}
          </Button>
        </>
      }
    >
      <p>{t('restore.text', { time: format.dateTime(new Date(entry.at).toISOString()) })}</p>
    </Dialog>
  );
}
