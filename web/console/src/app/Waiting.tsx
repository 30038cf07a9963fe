import { useCommon } from '@/i18n/common';
import { Spinner } from '@/ui/Spinner';
import styles from './Waiting.module.css';

export function Waiting() {
  const t = useCommon();
  return (
    <div className={styles.waiting} role="status">
      <Spinner size={26} />
      <span className="visually-hidden">{t('loading')}</span>
    </div>
  );
}
