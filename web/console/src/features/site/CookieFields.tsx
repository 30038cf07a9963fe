import type { SiteSettings } from '@/api/types';
import { TextArea, TextField } from '@/ui/Field';
import { Card } from '@/ui/Page';
import { Switch } from '@/ui/Switch';
import { useT } from './messages';
import styles from './SettingsTab.module.css';

type Notice = NonNullable<SiteSettings['cookie_notice']>;

interface CookieFieldsProps {
  value: SiteSettings['cookie_notice'];
  error: string | undefined;
  onChange: (notice: Notice) => void;
}

/** The notice about cookies: off until its owner wants it. */
export function CookieFields({ value, error, onChange }: CookieFieldsProps) {
  const t = useT();
  const notice: Notice = value ?? { enabled: false, text: null, policy_url: null };
  return (
    <Card className={styles.fields}>
      <Switch
        label={t('settings.cookies.show')}
        checked={notice.enabled}
        onChange={(enabled) => onChange({ ...notice, enabled })}
      />
      {notice.enabled && (
        <>
          <TextArea
            label={t('settings.cookies.text')}
            hint={t('settings.cookies.text.hint')}
            optional
            rows={2}
            maxLength={500}
            value={notice.text ?? ''}
            onChange={({ target }) => onChange({ ...notice, text: target.value || null })}
          />
          <TextField
            label={t('settings.cookies.link')}
            hint={t('settings.cookies.link.hint')}
            optional
            placeholder={t('settings.cookies.link.example')}
            value={notice.policy_url ?? ''}
            error={error}
            onChange={({ target }) => onChange({ ...notice, policy_url: target.value || null })}
          />
        </>
      )}
    </Card>
  );
}
