import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Navigate, Route, useNavigate, useSearchParams } from 'react-router';
import { queries } from '@/api/queries';
import type { User } from '@/api/types';
import { Forgot } from '@/features/account/Forgot';
import { Login } from '@/features/account/Login';
import { Reset } from '@/features/account/Reset';
import { SignUp } from '@/features/account/SignUp';
import { Verify } from '@/features/account/Verify';
import { setLocale } from '@/i18n/locale';
import { safeReturnPath } from '@/ui/paths';

function useSignIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  return (user: User) => {
    client.clear();
    client.setQueryData(queries.profile().queryKey, user);
    if (user.locale === 'ko' || user.locale === 'en') setLocale(user.locale);
    void navigate(safeReturnPath(params.get('return')), { replace: true });
  };
}

function search(params: URLSearchParams): string {
  const back = params.get('return');
  return back ? `?return=${encodeURIComponent(safeReturnPath(back))}` : '';
}

function LoginRoute() {
  const [params] = useSearchParams();
  const signIn = useSignIn();
  return <Login expired={params.has('expired')} search={search(params)} onSignedIn={signIn} />;
}

function SignUpRoute() {
  const [params] = useSearchParams();
  const signIn = useSignIn();
  return <SignUp search={search(params)} onSignedIn={signIn} />;
}

/** Someone who is signed in already has no use for these forms; asked once, so that signing in itself decides where to go. */
function SignedOutOnly({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [params] = useSearchParams();
  const known = useQuery({ ...queries.profile(), enabled: false }).data;
  const [atStart] = useState(() => client.getQueryData(queries.profile().queryKey) !== undefined);
  return known && atStart ? <Navigate to={safeReturnPath(params.get('return'))} replace /> : children;
}

/** The token leaves the address bar at once, so that it is in no history entry and no referrer. */
function useTokenOnce(): string | null {
  const [params] = useSearchParams();
  const [token] = useState(() => params.get('token'));
  useEffect(() => {
    if (token) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [token]);
  return token;
}

function ResetRoute() {
  return <Reset token={useTokenOnce()} />;
}

function VerifyRoute() {
  return <Verify token={useTokenOnce()} />;
}

export function authRoutes() {
  return (
    <>
      <Route path="/login" element={<SignedOutOnly><LoginRoute /></SignedOutOnly>} />
      <Route path="/signup" element={<SignedOutOnly><SignUpRoute /></SignedOutOnly>} />
      <Route path="/forgot" element={<Forgot />} />
      <Route path="/reset" element={<ResetRoute />} />
      <Route path="/verify" element={<VerifyRoute />} />
    </>
  );
}
