import { useSyncExternalStore } from 'react';
import { Icon, type IconName } from '@/ui/Icon';
import { Spinner } from '@/ui/Spinner';
import type { Autosaver } from '../autosave/Autosaver';
import { statusOf, type SaveStatus } from '../autosave/state';
import { useT } from '../messages';
import styles from './SaveIndicator.module.css';

const icons: Partial<Record<SaveStatus, IconName>> = {
  saved: 'check',
  offline: 'cloudOff',
  failing: 'cloudOff',
  refused: 'warning',
  session: 'warning',
  conflict: 'warning',
};

export function SaveIndicator({ saver }: { saver: Autosaver }) {
  const t = useT();
  const status = statusOf(useSyncExternalStore(saver.subscribe, saver.snapshot));
  const kept = useSyncExternalStore(saver.subscribe, () => saver.isKept);
  const icon = icons[status];
  const words = kept && (status === 'offline' || status === 'failing') ? t(`save.${status}Kept`) : t(`save.${status}`);
  const retryable = status === 'failing' || status === 'refused' || status === 'offline';
  return (
    <div className={styles.indicator} data-status={status} title={saver.problem?.message}>
      {icon ? <Icon name={icon} size={16} /> : <Spinner size={13} />}
      <span role="status" aria-live="polite" className={styles.words}>
        {words}
      </span>
      {retryable && (
        <button type="button" className={styles.retry} aria-label={t('save.retry')} title={t('save.retry')} onClick={() => saver.retry()}>
          <Icon name="refresh" size={15} />
        </button>
      )}
    </div>
  );
}
