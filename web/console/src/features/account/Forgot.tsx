import { Link } from 'react-router';
import { auth } from '@/api/client';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { paths } from '@/ui/paths';
import { Notice } from '@/ui/States';
import { AuthFrame } from './AuthFrame';
import { useT } from './messages';
import { isEmail, useForm } from './useForm';

export function Forgot() {
  const t = useT();
  const form = useForm({
    initial: { email: '' },
    check: (values) => ({ email: isEmail(values.email) ? undefined : t('email.invalid') }),
    send: (values) => auth.requestPasswordReset(values.email.trim()),
  });
  const footer = <Link to={paths.login}>{t('backToLogin')}</Link>;
  if (form.done) {
    return (
      <AuthFrame title={t('forgot.sentTitle')} lead={t('forgot.sent', { email: form.values.email.trim() })} footer={footer} expectsMail>
        <Button size="lg" wide onClick={form.reset}>
          {t('forgot.again')}
        </Button>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t('forgot.title')} lead={t('forgot.lead')} footer={footer}>
      <form onSubmit={form.submit} noValidate>
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
        <TextField label={t('email')} type="email" autoComplete="username" placeholder={t('email.placeholder')} {...form.field('email')} />
        <Button type="submit" variant="primary" size="lg" wide busy={form.busy}>
          {t('forgot.submit')}
        </Button>
      </form>
    </AuthFrame>
  );
}
