import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, NavLink, Outlet, useOutletContext } from 'react-router';
import { auth } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { User } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { Button, ButtonLink } from '@/ui/Button';
import { Mark } from '@/ui/Logo';
import { paths } from '@/ui/paths';
import { toast } from '@/ui/Toast';
import { AccountMenu } from './AccountMenu';
import { useT } from './messages';
import styles from './Shell.module.css';

/** The frame of all ordinary screens. Some of them (mailbox, 404) are open to people who are not signed in. */
export function Shell() {
  const t = useT();
  const common = useCommon();
  const known = useOutletContext<User | null>();
  const profile = useQuery({ ...queries.profile(), enabled: !known, retry: false });
  const user = known ?? profile.data;
  const mailbox = useQuery({ ...queries.mailbox(), staleTime: 300_000 });
  return (
    <>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.header}>
        <Link to={paths.home} className={styles.brand}>
          <Mark />
          <span>{common('brand')}</span>
        </Link>
        <nav className={styles.nav} aria-label={t('nav')}>
          {user && (
            <NavLink to={paths.home} end>
              {t('sites')}
            </NavLink>
          )}
          {user?.role === 'admin' && <NavLink to={paths.operations}>{t('operations')}</NavLink>}
          {mailbox.isSuccess && <NavLink to={paths.mailbox}>{t('mailbox')}</NavLink>}
        </nav>
        {user && <AccountMenu user={user} />}
        {!user && profile.isError && (
          <ButtonLink to={paths.login} size="sm" className={styles.signIn}>
            {t('login')}
          </ButtonLink>
        )}
      </header>
      {user && !user.email_verified_at && <VerifyReminder />}
      <main id="content" tabIndex={-1} className={styles.main}>
        <Outlet context={user} />
      </main>
    </>
  );
}

function VerifyReminder() {
  const t = useT();
  const resending = useMutation({
    mutationFn: auth.resendVerification,
    onSuccess: () => toast(t('resent')),
    onError: (error) => toast(asProblem(error).message, 'bad'),
  });
  return (
    <aside className={styles.reminder} aria-label={t('reminder')}>
      <p>{t('verify')}</p>
      <Button size="sm" variant="ghost" busy={resending.isPending} onClick={() => resending.mutate()}>
        {t('resend')}
      </Button>
    </aside>
  );
}
