import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '@/api/queries';
import { hasEnded } from '@/api/follow';
import type { Deployment, DeployStatus, Id } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { ButtonAnchor } from '@/ui/Button';
import { CopyButton } from '@/ui/CopyButton';
import { Badge, ErrorState, Skeleton } from '@/ui/States';
import { useT } from './messages';
import { PublishMore } from './PublishMore';
import { PlannedLine } from './PlannedLine';
import styles from './PublishState.module.css';

function underWay(status: DeployStatus | undefined): boolean {
  return [status?.current, status?.last].some((entry) => entry && !hasEnded(entry));
}

/** A failed publish leaves the old site up; only a site that was never live has nothing to show. */
function liveOf({ current, last }: DeployStatus): Deployment | null {
  return [current, last].find((entry) => entry && hasEnded(entry) && entry.status !== 'failed') ?? null;
}

export function PublishState({ siteId, action }: { siteId: Id; action: ReactNode }) {
  const t = useT();
  const format = useFormat();
  const status = useQuery({
    ...queries.deployStatus(siteId),
    refetchInterval: (query) => (underWay(query.state.data) ? 1500 : false),
  });
  if (status.isPending) return <Skeleton height={108} radius={14} />;
  if (status.isError) return <ErrorState compact error={status.error} onRetry={() => void status.refetch()} />;

  const { last, url, visibility, planned } = status.data;
  const live = liveOf(status.data);
  return (
    <div className={styles.state}>
      <div className={styles.words}>
        {underWay(status.data) ? (
          <Badge tone="warn" dot>
            {t('state.running')}
          </Badge>
        ) : last?.status === 'failed' ? (
          <Badge tone="bad" dot>
            {t('state.failed')}
          </Badge>
        ) : live && visibility !== 'public' ? (
          <Badge tone="warn" dot>
            {t(`state.${visibility}`)}
          </Badge>
        ) : live ? (
          <Badge tone="good" dot>
            {t('state.live')}
          </Badge>
        ) : (
          <Badge dot>{t('state.never')}</Badge>
        )}
        <p className={styles.url}>{url.replace(/^https?:\/\//, '')}</p>
        <p className={styles.text}>
          {live && visibility !== 'public'
            ? t(`state.${visibility}.text`)
            : live?.finished_at
              ? t('state.live.text', { time: format.ago(live.finished_at) })
              : t('state.never.text')}
        </p>
        {planned && <PlannedLine siteId={siteId} publishAt={planned.publish_at} />}
      </div>
      <div className={styles.actions}>
        {live && (
          <>
            <CopyButton text={url} />
            <ButtonAnchor href={url} iconAfter="external">
              {t('open')}
            </ButtonAnchor>
          </>
        )}
        {action}
        <PublishMore siteId={siteId} isLive={live !== null} visibility={visibility} planned={planned?.publish_at ?? null} />
      </div>
    </div>
  );
}
