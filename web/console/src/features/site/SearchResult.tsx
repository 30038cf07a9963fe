import { useT } from './messages';
import styles from './SearchResult.module.css';

interface SearchResultProps {
  title: string;
  description: string;
  url: string;
  icon: string | null;
}

export function SearchResult({ title, description, url, icon }: SearchResultProps) {
  const t = useT();
  return (
    <figure className={styles.frame}>
      <figcaption>{t('settings.preview')}</figcaption>
      <div className={styles.result}>
        <p className={styles.site}>
          {icon ? <img src={icon} alt="" width="18" height="18" /> : <span className={styles.dot} />}
          {url.replace(/^https?:\/\//, '')}
        </p>
        <p className={styles.title}>{title}</p>
        <p className={styles.text}>{description || t('settings.seoDescription.hint')}</p>
      </div>
    </figure>
  );
}
