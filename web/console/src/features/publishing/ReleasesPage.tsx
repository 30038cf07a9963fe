import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deploy } from '@/api/client';
import { follow } from '@/api/follow';
import { asProblem, Problem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id, Release } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/Dialog';
import { Section } from '@/ui/Page';
import { Badge, EmptyState, ErrorState, SkeletonRows } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './ReleasesPage.module.css';

export function ReleasesPage({ siteId }: { siteId: Id }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const releases = useQuery(queries.releases(siteId));
  const [asked, setAsked] = useState<Release | null>(null);

  const rollback = useMutation({
    mutationFn: async (release: Release) => {
      const started = await deploy.rollback(siteId, release.id);
      const end = await follow(siteId, started.id, () => undefined, AbortSignal.timeout(60_000));
      if (end.status === 'failed') throw new Problem(500, end.error?.code ?? 'internal_error', { detail: end.error?.detail });
    },
    onSuccess: () => {
      setAsked(null);
      toast(t('rollback.done'));
    },
    onSettled: () => {
      for (const key of ['releases', 'deploy']) void client.invalidateQueries({ queryKey: [key, siteId] });
    },
  });

  return (
    <Section title={t('releases.title')} lead={t('releases.lead')}>
      {releases.isPending && <SkeletonRows height={72} />}
      {releases.isError && <ErrorState error={releases.error} onRetry={() => void releases.refetch()} />}
      {releases.data?.length === 0 && (
        <EmptyState icon="history" title={t('releases.emptyTitle')}>
          {t('releases.empty')}
        </EmptyState>
      )}
      {releases.data && releases.data.length > 0 && (
        <ol className={styles.list}>
          {releases.data.map((release) => (
            <li key={release.id} className={styles.row}>
              <span className={styles.rail} data-live={release.is_live || undefined} />
              <div className={styles.words}>
                <p className={styles.name}>
                  {release.note || format.dateTime(release.created_at)}
                  {release.is_live && <Badge tone="good">{t('releases.current')}</Badge>}
                </p>
                <p className={styles.text}>
                  {t('releases.number', { id: release.id })} · {format.ago(release.created_at)} ·{' '}
                  {t('live.stats', { pages: release.pages, files: release.files, bytes: format.bytes(release.bytes) })}
                </p>
              </div>
              {!release.is_live && (
                <Button size="sm" icon="history" onClick={() => setAsked(release)}>
                  {t('rollback')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {asked && (
        <ConfirmDialog
          title={t('rollback.title')}
          description={t('rollback.text', { time: format.dateTime(asked.created_at) })}
          action={t('rollback')}
          busy={rollback.isPending}
          error={rollback.error ? asProblem(rollback.error).message : undefined}
          onConfirm={() => rollback.mutate(asked)}
          onClose={() => {
            rollback.reset();
            setAsked(null);
          }}
        />
      )}
    </Section>
  );
}
