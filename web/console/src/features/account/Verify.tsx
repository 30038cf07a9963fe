import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { auth } from '@/api/client';
import { asProblem } from '@/api/problem';
import { ButtonLink } from '@/ui/Button';
import { paths } from '@/ui/paths';
import { Spinner } from '@/ui/Spinner';
import { AuthFrame } from './AuthFrame';
import { useT } from './messages';

export function Verify({ token }: { token: string | null }) {
  const t = useT();
  const client = useQueryClient();
  // A query, not an effect: a link opened once is sent once, however often the component mounts.
  const check = useQuery({
    queryKey: ['verify', token],
    queryFn: () => auth.verifyEmail(token ?? '').then(() => true),
    enabled: token !== null,
    staleTime: Infinity,
    retry: false,
  });
  useEffect(() => {
    if (check.isSuccess) void client.invalidateQueries({ queryKey: ['profile'] });
  }, [check.isSuccess, client]);

  const home = (
    <ButtonLink to={paths.home} variant="primary" size="lg" wide>
      {t('continue')}
    </ButtonLink>
  );
  if (!token) {
    return (
      <AuthFrame title={t('token.missingTitle')} lead={t('token.missing')}>
        {home}
      </AuthFrame>
    );
  }
  if (check.isSuccess) {
    return (
      <AuthFrame title={t('verify.doneTitle')} lead={t('verify.done')}>
        {home}
      </AuthFrame>
    );
  }
  if (check.isError) {
    return (
      <AuthFrame title={t('verify.failedTitle')} lead={asProblem(check.error).message} expectsMail>
        {home}
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t('verify.workingTitle')} lead={t('verify.working')}>
      <Spinner size={28} />
    </AuthFrame>
  );
}
