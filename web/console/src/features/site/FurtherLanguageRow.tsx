import type { FurtherLanguage } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { IconButton } from '@/ui/Button';
import { TextArea, TextField } from '@/ui/Field';
import styles from './LanguageSettings.module.css';
import { useT } from './messages';

interface FurtherLanguageRowProps {
  language: FurtherLanguage;
  isFirst: boolean;
  isLast: boolean;
  onChange: (language: FurtherLanguage) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

/** One of a site's further languages, with what is said of the site in it. */
export function FurtherLanguageRow({ language, isFirst, isLast, onChange, onMove, onRemove }: FurtherLanguageRowProps) {
  const t = useT();
  const format = useFormat();
  const name = format.language(language.language);
  return (
    <li className={styles.language}>
      <div className={styles.head}>
        <h3>{name}</h3>
        <code>/{language.language.toLowerCase()}/</code>
        <span className={styles.tools}>
          <IconButton size="sm" icon="up" label={t('languages.up', { language: name })} disabled={isFirst} onClick={() => onMove(-1)} />
          <IconButton size="sm" icon="down" label={t('languages.down', { language: name })} disabled={isLast} onClick={() => onMove(1)} />
          <IconButton size="sm" icon="trash" label={t('languages.remove', { language: name })} onClick={onRemove} />
        </span>
      </div>
      <TextField
        optional
        label={t('settings.seoTitle')}
        lang={language.language}
        maxLength={200}
        value={language.seo_title ?? ''}
        onChange={({ target }) => onChange({ ...language, seo_title: target.value })}
      />
      <TextArea
        optional
        label={t('settings.seoDescription')}
        lang={language.language}
        rows={2}
        maxLength={500}
        value={language.seo_description ?? ''}
        onChange={({ target }) => onChange({ ...language, seo_description: target.value })}
      />
    </li>
  );
}
