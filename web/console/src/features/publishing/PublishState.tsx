import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '@/api/queries';
import type { Id } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { ButtonAnchor } from '@/ui/Button';
import { CopyButton } from '@/ui/CopyButton';
import { Badge, ErrorState, Skeleton } from '@/ui/States';
import { useT } from './messages';
import styles from './PublishState.module.css';

export function PublishState({ siteId, action }: { siteId: Id; action: ReactNode }) {
  const t = useT();
  const format = useFormat();
  const status = useQuery({
    ...queries.deployStatus(siteId),
    refetchInterval: (query) => (query.state.data?.current ? 1500 : false),
  });
  if (status.isPending) return <Skeleton height={108} radius={14} />;
  if (status.isError) return <ErrorState compact error={status.error} onRetry={() => void status.refetch()} />;

  const { current, last, url } = status.data;
  // A failed publish leaves the old site up; only a site that was never live has nothing to show.
  const everLive = last !== null && (last.status !== 'failed' || last.release_id !== null);
  return (
    <div className={styles.state}>
      <div className={styles.words}>
        {current ? (
          <Badge tone="warn" dot>
            {t('state.running')}
          </Badge>
        ) : last?.status === 'failed' ? (
          <Badge tone="bad" dot>
            {t('state.failed')}
          </Badge>
        ) : last ? (
          <Badge tone="good" dot>
            {t('state.live')}
          </Badge>
        ) : (
          <Badge dot>{t('state.never')}</Badge>
        )}
        <p className={styles.url}>{url.replace(/^https?:\/\//, '')}</p>
        <p className={styles.text}>
          {everLive && last.finished_at ? t('state.live.text', { time: format.ago(last.finished_at) }) : t('state.never.text')}
        </p>
      </div>
      <div className={styles.actions}>
        {everLive && (
          <>
            <CopyButton text={url} />
            <ButtonAnchor href={url} iconAfter="external">
              {t('open')}
            </ButtonAnchor>
          </>
        )}
        {action}
      </div>
    </div>
  );
}
