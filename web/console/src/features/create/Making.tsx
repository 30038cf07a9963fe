import styles from './Making.module.css';
import { useT } from './messages';
import type { Stage } from './useMaking';

export function Making({ stage, name, importing }: { stage: Stage; name: string; importing: boolean }) {
  const t = useT();
  const stages: Stage[] = importing ? ['site', 'import', 'page'] : ['site', 'page'];
  const share = (stages.indexOf(stage) + 1) / (stages.length + 1);
  return (
    <div className={styles.making}>
      <svg viewBox="0 0 120 100" className={styles.art} aria-hidden="true">
        <rect className={styles.ground} x="10" y="86" width="100" height="8" rx="4" />
        <rect className={styles.left} x="26" y="50" width="10" height="36" rx="3" />
        <rect className={styles.right} x="84" y="50" width="10" height="36" rx="3" />
        <rect className={styles.beam} x="18" y="40" width="84" height="10" rx="5" />
        <path className={styles.roof} d="M60 14 34 38M60 14l26 24" />
      </svg>
      <h1 className={styles.title}>{t('making.title')}</h1>
      <p className={styles.name}>{name}</p>
      <div className={styles.bar}>
        <span style={{ width: `${Math.round(share * 100)}%` }} />
      </div>
      <p className={styles.text} role="status">
        {t(`making.${stage}`)}
      </p>
    </div>
  );
}
