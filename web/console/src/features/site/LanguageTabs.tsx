import type { Page } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Segmented } from '@/ui/Segmented';
import { useT } from './messages';
import { missingPages } from './missingPages';
import styles from './PagesTab.module.css';

interface LanguageTabsProps {
  languages: string[];
  pages: Page[];
  shown: string;
  onShow: (language: string) => void;
}

/** Which language's pages are listed, and how many are missing in each. */
export function LanguageTabs({ languages, pages, shown, onShow }: LanguageTabsProps) {
  const t = useT();
  const format = useFormat();
  return (
    <div className={styles.languages}>
      <Segmented
        label={t('languages.of')}
        value={shown}
        onChange={onShow}
        options={languages.map((language) => ({
          value: language,
          label: t('languages.tab', { language: format.language(language), missing: missingPages(pages, languages, language).length }),
        }))}
      />
    </div>
  );
}
