import type { Page } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { useT } from './messages';
import styles from './PagesTab.module.css';

/** A page that is not there yet in the language that is shown. */
export function MissingRow({ page, onTranslate }: { page: Page; onTranslate: () => void }) {
  const t = useT();
  const format = useFormat();
  return (
    <li className={styles.row} data-missing>
      <span className={styles.emblem}>
        <Icon name="globe" />
      </span>
      <div className={styles.words}>
        <p className={styles.missing} lang={page.language}>
          {page.title}
        </p>
        <p className={styles.address}>{t('languages.onlyIn', { language: format.language(page.language) })}</p>
      </div>
      <Button size="sm" icon="plus" onClick={onTranslate} aria-label={t('languages.translate.of', { title: page.title })}>
        {t('languages.translate')}
      </Button>
    </li>
  );
}
