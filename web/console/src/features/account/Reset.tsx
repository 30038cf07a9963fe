import { Link } from 'react-router';
import { auth } from '@/api/client';
import { Button, ButtonLink } from '@/ui/Button';
import { PasswordField } from '@/ui/Field';
import { paths } from '@/ui/paths';
import { Notice } from '@/ui/States';
import { AuthFrame } from './AuthFrame';
import { useT } from './messages';
import { PASSWORD_LENGTH, useForm } from './useForm';

export function Reset({ token }: { token: string | null }) {
  const t = useT();
  const form = useForm({
    initial: { password: '' },
    check: (values) => ({ password: values.password.length >= PASSWORD_LENGTH ? undefined : t('password.short') }),
    send: (values) => auth.resetPassword(token ?? '', values.password),
  });
  if (!token) {
    return (
      <AuthFrame title={t('token.missingTitle')} lead={t('token.missing')}>
        <ButtonLink to={paths.forgot} variant="primary" size="lg" wide>
          {t('forgot.submit')}
        </ButtonLink>
      </AuthFrame>
    );
  }
  if (form.done) {
    return (
      <AuthFrame title={t('reset.doneTitle')} lead={t('reset.done')}>
        <ButtonLink to={paths.login} variant="primary" size="lg" wide>
          {t('login.submit')}
        </ButtonLink>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t('reset.title')} lead={t('reset.lead')} footer={<Link to={paths.login}>{t('backToLogin')}</Link>}>
      <form onSubmit={form.submit} noValidate>
        {form.problem && (
          <Notice tone="bad">
            {form.problem} <Link to={paths.forgot}>{t('forgot.submit')}</Link>
          </Notice>
        )}
        <PasswordField label={t('newPassword')} autoComplete="new-password" hint={t('password.hint')} {...form.field('password')} />
        <Button type="submit" variant="primary" size="lg" wide busy={form.busy}>
          {t('reset.submit')}
        </Button>
      </form>
    </AuthFrame>
  );
}
