import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Site } from '@/api/types';
import { ButtonLink } from '@/ui/Button';
import { PageBody } from '@/ui/Page';
import { paths } from '@/ui/paths';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/ui/States';
import { useT } from './messages';
import { FirstSite } from './FirstSite';
import { SetAsideSites } from './SetAsideSites';
import { SiteCard } from './SiteCard';
import styles from './SitesPage.module.css';

export function SitesPage() {
  const t = useT();
  const sites = useQuery({
    ...queries.sites(),
    // A site that is being set up turns active by itself.
    refetchInterval: (query) => (query.state.data?.some((site) => site.status === 'provisioning') ? 2000 : false),
  });
  const subscriptions = useQuery({ ...queries.subscriptions(), enabled: (sites.data?.length ?? 0) > 0 });
  const shown = sites.data?.filter((site) => site.status !== 'deleted');

  const trialOf = (site: Site) => subscriptions.data?.find((entry) => entry.service_id === site.id)?.trial_ends_at ?? null;

  return (
    <PageBody
      title={t('title')}
      lead={shown && shown.length > 0 ? t('lead', { count: shown.length }) : undefined}
      actions={
        shown &&
        shown.length > 0 && (
          <ButtonLink to={paths.create} variant="primary" icon="plus">
            {t('create')}
          </ButtonLink>
        )
      }
    >
      {sites.isPending && <Waiting />}
      {sites.isError && <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />}
      {shown?.length === 0 && (
        <div className={styles.empty}>
          <EmptyState
            art={<FirstSite />}
            title={t('empty.title')}
            action={
              <ButtonLink to={paths.create} variant="brand" size="lg" icon="plus">
                {t('empty.action')}
              </ButtonLink>
            }
          >
            {t('empty.text')}
          </EmptyState>
        </div>
      )}
      {shown && shown.length > 0 && (
        <ul className={styles.grid}>
          {shown.map((site) => (
            <li key={site.id}>
              <SiteCard site={site} trialEndsAt={trialOf(site)} />
            </li>
          ))}
        </ul>
      )}
      <SetAsideSites status="archived" />
      <SetAsideSites status="trashed" />
    </PageBody>
  );
}

function Waiting() {
  return (
    <Loading>
      <div className={styles.grid}>
        {[0, 1, 2].map((index) => (
          <Skeleton key={index} height={300} radius={14} />
        ))}
      </div>
    </Loading>
  );
}
