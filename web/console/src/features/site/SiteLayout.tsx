import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { queries } from '@/api/queries';
import type { Id } from '@/api/types';
import { Icon } from '@/ui/Icon';
import { useTitle } from '@/ui/Page';
import { paths } from '@/ui/paths';
import { SiteCover } from '@/ui/SiteCover';
import { ErrorState, Loading, Skeleton } from '@/ui/States';
import { useT } from './messages';
import { SetAsideNotice } from './SetAsideNotice';
import styles from './SiteLayout.module.css';

const tabs = ['pages', 'menu', 'releases', 'files', 'settings'] as const;

export function SiteLayout({ siteId, children }: { siteId: Id; children: ReactNode }) {
  const t = useT();
  const site = useQuery(queries.site(siteId));
  useTitle(site.data?.name ?? '');
  if (site.isError) return <ErrorState error={site.error} onRetry={() => void site.refetch()} />;
  return (
    <div className={styles.layout}>
      <header className={styles.header}>
        <Link to={paths.home} className={styles.back}>
          <Icon name="back" size={16} />
          {t('sites')}
        </Link>
        <div className={styles.title}>
          {site.data ? (
            <>
              <span className={styles.cover}>
                <SiteCover name={site.data.name} seed={site.data.slug} />
              </span>
              <h1>{site.data.name}</h1>
            </>
          ) : (
            <Loading>
              <Skeleton height={36} width={220} />
            </Loading>
          )}
        </div>
        <nav className={styles.tabs} aria-label={t('tabs')}>
          {tabs.map((tab) => (
            <NavLink key={tab} end to={paths.site(siteId, tab === 'pages' ? undefined : tab)}>
              {t(`tab.${tab}`)}
            </NavLink>
          ))}
        </nav>
      </header>
      <div className={styles.body}>
        {site.data && <SetAsideNotice site={site.data} />}
        {children}
      </div>
    </div>
  );
}
