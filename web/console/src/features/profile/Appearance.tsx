import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { auth } from '@/api/client';
import { setLocale, useLocale, type Locale } from '@/i18n/locale';
import { chooseTheme, themeChoice, type ThemeChoice } from '@/tokens/theme';
import { Card, Section } from '@/ui/Page';
import { Segmented } from '@/ui/Segmented';
import { useT } from './messages';
import styles from './Profile.module.css';

const languages: { value: Locale; label: string }[] = [
  { value: 'ko', label: '한국어' },
  { value: 'en', label: 'English' },
];

export function Appearance() {
  const t = useT();
  const locale = useLocale();
  const [theme, setTheme] = useState<ThemeChoice>(themeChoice());
  // This device changes at once; the account remembers it for mails and other devices.
  const remembering = useMutation({ mutationFn: (chosen: Locale) => auth.updateProfile({ locale: chosen }) });
  return (
    <Section title={t('look.title')}>
      <Card className={styles.rows}>
        <div className={styles.choice}>
          <span>{t('language')}</span>
          <Segmented
            label={t('language')}
            value={locale}
            options={languages}
            onChange={(chosen) => {
              setLocale(chosen);
              remembering.mutate(chosen);
            }}
          />
        </div>
        <div className={styles.choice}>
          <span>{t('theme')}</span>
          <Segmented
            label={t('theme')}
            value={theme}
            options={[
              { value: 'system', label: t('theme.system') },
              { value: 'light', label: t('theme.light'), icon: 'sun' },
              { value: 'dark', label: t('theme.dark'), icon: 'moon' },
            ]}
            onChange={(chosen) => {
              setTheme(chosen);
              chooseTheme(chosen);
            }}
          />
        </div>
      </Card>
    </Section>
  );
}
