import { useT } from './messages';
import styles from './Operations.module.css';

/** What went wrong, in the program's own words: for those who mend it. */
export function Failure({ text, trace }: { text: string | null; trace: string | null }) {
  const t = useT();
  if (!text && !trace) return null;
  return (
    <details className={styles.failure}>
      <summary>{t('error')}</summary>
      {text && <pre>{text}</pre>}
      {trace && <p className={styles.text}>{t('trace', { id: trace })}</p>}
    </details>
  );
}
