import { Link } from 'react-router';
import type { Site } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { paths } from '@/ui/paths';
import { Icon } from '@/ui/Icon';
import { SiteCover } from '@/ui/SiteCover';
import { Badge } from '@/ui/States';
import { useT } from './messages';
import styles from './SiteCard.module.css';

const tones = { active: 'good', provisioning: 'warn', suspended: 'bad', archived: 'neutral', trashed: 'neutral', deleted: 'neutral' } as const;

function daysUntil(time: string): number {
  return Math.floor((Date.parse(time) - Date.now()) / 86_400_000);
}

export function SiteCard({ site, trialEndsAt }: { site: Site; trialEndsAt: string | null }) {
  const t = useT();
  const common = useCommon();
  const days = trialEndsAt ? daysUntil(trialEndsAt) : null;
  const trial = days === null ? null : days >= 0 ? t('trial', { days }) : t('trialOver');
  return (
    <article className={styles.card}>
      <SiteCover name={site.name} seed={site.slug} />
      <div className={styles.body}>
        <div className={styles.top}>
          <h2 className={styles.name}>
            <Link to={paths.site(site.id)} className={styles.cover}>
              {site.name}
            </Link>
          </h2>
          <Badge tone={tones[site.status]} dot>
            {t(`status.${site.status}`)}
          </Badge>
        </div>
        <a className={styles.address} href={site.url} target="_blank" rel="noreferrer">
          <span>{site.domain ?? site.url.replace(/^https?:\/\//, '')}</span>
          <Icon name="external" size={14} />
          <span className="visually-hidden">{common('newTab')}</span>
        </a>
        <p className={styles.plan}>
          <span>{t(`plan.${site.plan_type}`)}</span>
          {trial && <span className={styles.trial}>{trial}</span>}
        </p>
      </div>
    </article>
  );
}
