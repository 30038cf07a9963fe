import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Page, PageVersion } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { useFormat } from '@/i18n/format';
import { Button, IconButton } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Segmented } from '@/ui/Segmented';
import { Spinner } from '@/ui/Spinner';
import { EmptyState, ErrorState } from '@/ui/States';
import { useT } from '../messages';
import { Miniature } from '../Miniature';
import { differences, type Difference } from './differences';
import styles from './VersionView.module.css';
import { versionQuery } from './versionQuery';

interface VersionViewProps {
  page: Page;
  version: PageVersion;
  /** The version that is the page now. */
  current: number;
  onRestorePage: () => void;
  onRestoreSite: () => void;
  onBack: () => void;
  busy: boolean;
}

type Look = 'then' | 'both' | 'list';

export function VersionView({ page, version, current, onRestorePage, onRestoreSite, onBack, busy }: VersionViewProps) {
  const t = useT();
  const common = useCommon();
  const format = useFormat();
  const [look, setLook] = useState<Look>('then');
  const then = useQuery(versionQuery(page.id, version.version));
  const now = useQuery(versionQuery(page.id, current));
  const isNow = version.version === current;
  const shown = isNow ? 'then' : look;
  return (
    <section className={styles.view} aria-label={format.dateTime(version.saved_at)}>
      <div className={styles.top}>
        <IconButton className={styles.back} icon="back" label={common('back')} onClick={onBack} />
        <Name page={page} version={version} />
        {!isNow && (
          <Segmented
            label={t('history.look')}
            value={look}
            onChange={setLook}
            options={[
              { value: 'then', label: t('history.look.then') },
              { value: 'both', label: t('history.look.both') },
              { value: 'list', label: t('history.look.list') },
            ]}
          />
        )}
      </div>
      <div className={styles.stage}>
        {then.isPending && <Spinner size={26} />}
        {then.isError && <ErrorState error={then.error} onRetry={() => void then.refetch()} />}
        {then.data && shown === 'then' && <Miniature whole {...then.data.content} title={format.dateTime(version.saved_at)} />}
        {then.data && shown !== 'then' && now.isError && <ErrorState error={now.error} onRetry={() => void now.refetch()} />}
        {then.data && now.data && shown === 'both' && (
          <div className={styles.both}>
            <figure>
              <figcaption>{format.dateTime(version.saved_at)}</figcaption>
              <Miniature whole {...then.data.content} title={format.dateTime(version.saved_at)} />
            </figure>
            <figure>
              <figcaption>{t('history.now')}</figcaption>
              <Miniature whole {...now.data.content} title={t('history.now')} />
            </figure>
          </div>
        )}
        {then.data && now.data && shown === 'list' && <Differences before={then.data.content.project} after={now.data.content.project} />}
      </div>
      {!isNow && (
        <div className={styles.actions}>
          <Button onClick={onRestoreSite} disabled={busy}>
            {t('history.restoreSite')}
          </Button>
          <Button variant="primary" busy={busy} onClick={onRestorePage}>
            {t('history.restorePage')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** When it was, or what it is called. */
function Name({ page, version }: { page: Page; version: PageVersion }) {
  const t = useT();
  const format = useFormat();
  const [isNaming, setNaming] = useState(false);
  if (isNaming) return <Naming page={page} version={version} onDone={() => setNaming(false)} />;
  return (
    <div className={styles.heading}>
      <h3>{version.name ?? format.dateTime(version.saved_at)}</h3>
      {version.name && <p>{format.dateTime(version.saved_at)}</p>}
      <Button size="sm" variant="ghost" icon="pencil" onClick={() => setNaming(true)}>
        {t(version.name ? 'history.rename' : 'history.name')}
      </Button>
    </div>
  );
}

function Naming({ page, version, onDone }: { page: Page; version: PageVersion; onDone: () => void }) {
  const t = useT();
  const common = useCommon();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(version.name ?? '');
  const naming = useMutation({
    mutationFn: () => builder.nameVersion(page.id, version.version, name.trim() || null),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['versions', page.id] });
      onDone();
    },
  });
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    naming.mutate();
  };
  return (
    <form ref={form} className={styles.naming} onSubmit={submit}>
      <TextField
        label={t('history.nameLabel')}
        hint={t('history.nameHint')}
        error={naming.error ? asProblem(naming.error).message : undefined}
        value={name}
        maxLength={100}
        onChange={({ target }) => setName(target.value)}
      />
      <Button size="sm" type="submit" variant="primary" busy={naming.isPending}>
        {common('save')}
      </Button>
      <Button size="sm" variant="ghost" onClick={onDone}>
        {common('cancel')}
      </Button>
    </form>
  );
}

const MOST = 100;

function Differences({ before, after }: { before: Record<string, unknown>; after: Record<string, unknown> }) {
  const t = useT();
  const all = useMemo(() => differences(before, after), [before, after]);
  if (all.length === 0) return <EmptyState compact icon="check" title={t('history.same')} />;
  return (
    <ul className={styles.list}>
      {all.slice(0, MOST).map((one, at) => (
        // The list is made anew as a whole.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>
          <strong>{t(`history.difference.${one.kind}`)}</strong>
          <What difference={one} />
        </li>
      ))}
      {all.length > MOST && <li>{t('history.more', { count: all.length - MOST })}</li>}
    </ul>
  );
}

function What({ difference }: { difference: Difference }) {
  const t = useT();
  const words = (text: string) => text.trim().slice(0, 300) || t('history.noWords');
  if (difference.kind === 'style') return <span>{t('history.places', { count: difference.count })}</span>;
  if (difference.kind !== 'text') return <span>{words(difference.words)}</span>;
  return (
    <span>
      <del>{words(difference.before)}</del> <ins>{words(difference.after)}</ins>
    </span>
  );
}
