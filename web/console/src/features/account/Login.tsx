import { Link } from 'react-router';
import { auth } from '@/api/client';
import type { User } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { Button } from '@/ui/Button';
import { PasswordField, TextField } from '@/ui/Field';
import { paths } from '@/ui/paths';
import { Notice } from '@/ui/States';
import { AuthFrame } from './AuthFrame';
import { useT } from './messages';
import { isEmail, useForm } from './useForm';

interface LoginProps {
  expired: boolean;
  /** Keeps the place to return to while changing between the two forms. */
  search: string;
  onSignedIn: (user: User) => void;
}

export function Login({ expired, search, onSignedIn }: LoginProps) {
  const t = useT();
  const common = useCommon();
  const form = useForm({
    initial: { email: '', password: '' },
    check: (values) => ({
      email: isEmail(values.email) ? undefined : t('email.invalid'),
      password: values.password ? undefined : common('required'),
    }),
    send: async (values) => onSignedIn((await auth.login({ ...values, email: values.email.trim() })).user),
  });
  return (
    <AuthFrame
      title={t('login.title')}
      lead={t('login.lead')}
      footer={
        <>
          {t('login.noAccount')} <Link to={paths.signUp + search}>{t('signUp.link')}</Link>
        </>
      }
    >
      <form onSubmit={form.submit} noValidate>
        {expired && !form.problem && <Notice>{t('login.expired')}</Notice>}
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
        <TextField label={t('email')} type="email" autoComplete="username" placeholder={t('email.placeholder')} {...form.field('email')} />
        <PasswordField
          label={t('password')}
          autoComplete="current-password"
          action={<Link to={paths.forgot}>{t('login.forgot')}</Link>}
          {...form.field('password')}
        />
        <Button type="submit" variant="primary" size="lg" wide busy={form.busy}>
          {t('login.submit')}
        </Button>
      </form>
    </AuthFrame>
  );
}
