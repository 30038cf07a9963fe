import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { PageWithContent, ProjectData } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Badge, EmptyState, ErrorState, Notice, SkeletonRows } from '@/ui/States';
import { toast } from '@/ui/Toast';
import type { Journal } from './autosave/journal';
import styles from './HistoryDialog.module.css';
import { useT } from './messages';
import type { Editing } from './useEditing';

interface HistoryDialogProps {
  page: PageWithContent;
  editing: Editing;
  journal: Journal;
  onClose: () => void;
}

export function HistoryDialog({ page, editing, journal, onClose }: HistoryDialogProps) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const { engine, saver } = editing;
  const versions = useQuery({
    queryKey: ['versions', page.id],
    queryFn: async () => {
      await saver.flush();
      return builder.versions(page.id);
    },
    gcTime: 0,
  });
  const aside = useQuery({ queryKey: ['aside', page.id], queryFn: () => journal.listSetAside(), gcTime: 0 });

  const restoring = useMutation({
    mutationFn: async (version: number) => {
      await builder.restoreVersion(page.id, version, saver.snapshot().version);
      return builder.page(page.id);
    },
    onSuccess: async (restored) => {
      await saver.take(restored);
      done();
    },
  });
  const takeAside = (project: ProjectData) => {
    engine.load(project);
    saver.edited();
    done();
  };
  const done = () => {
    toast(t('history.restored'));
    void client.invalidateQueries({ queryKey: ['pages', page.service_id] });
    onClose();
  };

  const current = saver.snapshot().version;
  const rows = versions.data?.data ?? [];
  return (
    <Dialog title={t('history.title')} description={t('history.text')} onClose={onClose}>
      {restoring.isError && <Notice tone="bad">{asProblem(restoring.error).message}</Notice>}
      {versions.isPending && <SkeletonRows />}
      {versions.isError && <ErrorState compact error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.isSuccess && rows.length === 0 && <EmptyState compact icon="history" title={t('history.emptyTitle')} />}
      <ul className={styles.list}>
        {aside.data?.map((entry) => (
          <li key={entry.key}>
            <span>
              <strong>{format.dateTime(new Date(entry.at).toISOString())}</strong>
              <small>{t('history.aside')}</small>
            </span>
            <Button size="sm" onClick={() => takeAside(entry.project)}>
              {t('history.restore')}
            </Button>
          </li>
        ))}
        {rows.map((row) => (
          <li key={row.version}>
            <span>
              <strong>{format.dateTime(row.saved_at)}</strong>
              <small>
                {t('history.version', { version: row.version })} · {format.bytes(row.bytes)}
              </small>
            </span>
            {row.version === current ? (
              <Badge tone="good">{t('history.now')}</Badge>
            ) : (
              <Button size="sm" busy={restoring.isPending && restoring.variables === row.version} disabled={restoring.isPending} onClick={() => restoring.mutate(row.version)}>
                {t('history.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
