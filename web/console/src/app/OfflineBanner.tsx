import { useSyncExternalStore } from 'react';
import { Icon } from '@/ui/Icon';
import { useT } from './messages';
import styles from './OfflineBanner.module.css';

function subscribe(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function OfflineBanner() {
  const t = useT();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <div className={styles.banner} role="status">
      <Icon name="cloudOff" size={16} />
      {t('offline')}
    </div>
  );
}
