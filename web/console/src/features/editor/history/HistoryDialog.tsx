import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Id, PageVersion, PageWithContent, ProjectData } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { ConfirmDialog, Dialog } from '@/ui/Dialog';
import { EmptyState, ErrorState, Notice, SkeletonRows } from '@/ui/States';
import { toast } from '@/ui/Toast';
import type { Journal } from '../autosave/journal';
import { useT } from '../messages';
import type { Editing } from '../useEditing';
import styles from './HistoryDialog.module.css';
import { sittings } from './sittings';
import { Timeline } from './Timeline';
import { VersionView } from './VersionView';

interface HistoryDialogProps {
  page: PageWithContent;
  userId: Id;
  editing: Editing;
  journal: Journal;
  onClose: () => void;
}

export function HistoryDialog({ page, userId, editing, journal, onClose }: HistoryDialogProps) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const { engine, saver } = editing;
  const [selected, setSelected] = useState<PageVersion | null>(null);
  const [isSiteAsked, setSiteAsked] = useState(false);
  const versions = useInfiniteQuery({
    queryKey: ['versions', page.id],
    queryFn: async ({ pageParam }) => {
      if (pageParam === null) await saver.flush();
      return builder.versions(page.id, pageParam);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    gcTime: 0,
  });
  const aside = useQuery({ queryKey: ['aside', page.id], queryFn: () => journal.listSetAside(), gcTime: 0 });

  const done = (text: string) => {
    toast(text);
    void client.invalidateQueries({ queryKey: ['pages', page.service_id] });
    onClose();
  };
  const restoring = useMutation({
    mutationFn: async (version: number) => {
      await builder.restoreVersion(page.id, version, saver.snapshot().version);
      return builder.page(page.id);
    },
    onSuccess: async (restored) => {
      await saver.take(restored);
      done(t('history.restored'));
    },
  });
  const restoringSite = useMutation({
    mutationFn: async (at: string) => {
      await saver.flush();
      const restored = await builder.restoreSite(page.service_id, at);
      return { restored, page: await builder.page(page.id) };
    },
    onSuccess: async ({ restored, page: restoredPage }) => {
      await saver.take(restoredPage);
      done(t('history.restoredSite', { count: restored.changed + restored.back, trashed: restored.trashed }));
    },
  });
  const takeAside = (project: ProjectData) => {
    engine.load(project);
    saver.edited();
    done(t('history.restored'));
  };

  const rows = versions.data?.pages.flatMap((list) => list.data) ?? [];
  const current = saver.snapshot().version;
  // The names come from the list, which is read again when one is given.
  const shown = rows.find((row) => row.version === selected?.version);
  return (
    <Dialog size="full" title={t('history.title')} description={t('history.text')} onClose={onClose}>
      <div className={styles.panes}>
        <div className={styles.list}>
          {restoring.isError && <Notice tone="bad">{asProblem(restoring.error).message}</Notice>}
          {versions.isPending && <SkeletonRows />}
          {versions.isError && <ErrorState compact error={versions.error} onRetry={() => void versions.refetch()} />}
          {aside.data?.map((entry) => (
            <div key={entry.key} className={styles.aside}>
              <span>
                <strong>{format.dateTime(new Date(entry.at).toISOString())}</strong>
                <small>{t('history.aside')}</small>
              </span>
              <Button size="sm" onClick={() => takeAside(entry.project)}>
                {t('history.restore')}
              </Button>
            </div>
          ))}
          <Timeline pageId={page.id} userId={userId} sittings={sittings(rows)} current={current} selected={shown?.version} onSelect={setSelected} />
          {versions.hasNextPage && (
            <Button wide variant="ghost" busy={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
              {t('history.older')}
            </Button>
          )}
        </div>
        {shown ? (
          <VersionView
            key={shown.version}
            page={page}
            version={shown}
            current={current}
            busy={restoring.isPending || restoringSite.isPending}
            onBack={() => setSelected(null)}
            onRestorePage={() => restoring.mutate(shown.version)}
            onRestoreSite={() => setSiteAsked(true)}
          />
        ) : (
          <div className={styles.nothing}>
            <EmptyState icon="history" title={t('history.choose')}>
              {t('history.kept')}
            </EmptyState>
          </div>
        )}
      </div>
      {isSiteAsked && shown && (
        <ConfirmDialog
          title={t('history.site.title')}
          description={t('history.site.text', { time: format.dateTime(shown.saved_at) })}
          action={t('history.restoreSite')}
          busy={restoringSite.isPending}
          error={restoringSite.error ? asProblem(restoringSite.error).message : undefined}
          onConfirm={() => restoringSite.mutate(shown.saved_at)}
          onClose={() => setSiteAsked(false)}
        />
      )}
    </Dialog>
  );
}
