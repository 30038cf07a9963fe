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
import { isEmail, PASSWORD_LENGTH, useForm } from './useForm';

export function SignUp({ search, onSignedIn }: { search: string; onSignedIn: (user: User) => void }) {
  const t = useT();
  const common = useCommon();
  const form = useForm({
    initial: { name: '', email: '', password: '' },
    check: (values) => ({
      name: values.name.trim() ? undefined : common('required'),
      email: isEmail(values.email) ? undefined : t('email.invalid'),
      password: values.password.length >= PASSWORD_LENGTH ? undefined : t('password.short'),
    }),
    send: async (values) => {
      const body = { ...values, name: values.name.trim(), email: values.email.trim() };
      onSignedIn((await auth.register(body)).user);
    },
  });
  return (
    <AuthFrame
      title={t('signUp.title')}
      lead={t('signUp.lead')}
      expectsMail
      footer={
        <>
          {t('signUp.hasAccount')} <Link to={paths.login + search}>{t('login.submit')}</Link>
        </>
      }
    >
      <form onSubmit={form.submit} noValidate>
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
        <TextField label={t('name')} autoComplete="name" placeholder={t('name.placeholder')} {...form.field('name')} />
        <TextField label={t('email')} type="email" autoComplete="username" placeholder={t('email.placeholder')} {...form.field('email')} />
        <PasswordField label={t('password')} autoComplete="new-password" hint={t('password.hint')} {...form.field('password')} />
        <Button type="submit" variant="brand" size="lg" wide busy={form.busy}>
          {t('signUp.submit')}
        </Button>
      </form>
    </AuthFrame>
  );
}
