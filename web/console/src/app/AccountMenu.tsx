import { useState } from 'react';
import type { User } from '@/api/types';
import { setLocale, useLocale } from '@/i18n/locale';
import { chooseTheme, themeChoice, type ThemeChoice } from '@/tokens/theme';
import type { IconName } from '@/ui/Icon';
import { Menu } from '@/ui/Menu';
import { paths } from '@/ui/paths';
import { useT } from './messages';
import styles from './Shell.module.css';
import { useLogout } from './useLogout';

const nextTheme: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };
const themeIcon: Record<ThemeChoice, IconName> = { system: 'desktop', light: 'sun', dark: 'moon' };

export function AccountMenu({ user }: { user: User }) {
  const t = useT();
  const locale = useLocale();
  const logout = useLogout();
  const [theme, setTheme] = useState(themeChoice());
  const other = locale === 'ko' ? 'en' : 'ko';
  return (
    <Menu
      label={t('account')}
      trigger={<span className={styles.avatar}>{[...user.name.trim()][0]?.toUpperCase()}</span>}
      header={
        <div className={styles.who}>
          <strong>{user.name}</strong>
          <span>{user.email}</span>
        </div>
      }
      items={[
        { key: 'profile', label: t('profile'), icon: 'user', to: paths.profile },
        { key: 'language', label: t('language'), detail: { ko: '한국어', en: 'English' }[other], icon: 'globe', onSelect: () => setLocale(other) },
        {
          key: 'theme',
          label: t('theme', { choice: t(`theme.${theme}`) }),
          icon: themeIcon[theme],
          onSelect: () => {
            chooseTheme(nextTheme[theme]);
            setTheme(nextTheme[theme]);
          },
        },
        'line',
        { key: 'logout', label: t('logout'), icon: 'logout', onSelect: () => logout.mutate() },
      ]}
    />
  );
}
