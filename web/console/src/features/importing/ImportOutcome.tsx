import type { ImportResult } from '@/api/types';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Notice } from '@/ui/States';
import styles from './ImportOutcome.module.css';
import { useT } from './messages';
import { warningWords } from './warning';

/** What came in and, one by one, what did not. */
export function ImportOutcome({ result }: { result: ImportResult }) {
  const t = useT();
  return (
    <div className={styles.outcome}>
      <p className={styles.summary}>
        <span className={styles.emblem}>
          <Icon name="check" size={22} />
        </span>
        <span>
          <strong>{t('done')}</strong>
          <span>{t('summary', { pages: result.pages.length, assets: result.assets })}</span>
        </span>
      </p>
      {result.pages.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('pages')}</h3>
          <ul className={styles.pages}>
            {result.pages.map((page) => (
              <li key={page.id}>
                <Icon name={page.slug === 'index' ? 'home' : 'page'} size={16} />
                <span>{page.title}</span>
                <code>/{page.slug === 'index' ? '' : page.slug}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {result.warnings.length === 0 ? (
        <Notice tone="good">{t('clean')}</Notice>
      ) : (
        <>
          <h3 className={styles.heading}>{t('warnings', { count: result.warnings.length })}</h3>
          <p className={styles.lead}>{t('warningsLead')}</p>
          <ul className={styles.warnings}>
            {result.warnings.map((warning, index) => {
              const { sentence, about } = warningWords(t, warning);
              return (
                <li key={`${warning.code}-${index}`}>
                  <Icon name="warning" size={16} />
                  <span>
                    {sentence}
                    {about.length > 0 && <code>{about.join(' · ')}</code>}
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}

/** The same as the last page of the wizard. */
export function ImportedPage({ result, onContinue }: { result: ImportResult; onContinue: () => void }) {
  const t = useT();
  return (
    <div className={styles.page}>
      <ImportOutcome result={result} />
      <Button variant="primary" size="lg" wide iconAfter="forward" onClick={onContinue}>
        {t('continue')}
      </Button>
    </div>
  );
}
