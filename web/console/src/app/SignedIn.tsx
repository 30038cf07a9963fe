import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation, useOutletContext } from 'react-router';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { User } from '@/api/types';
import { paths } from '@/ui/paths';
import { ErrorState } from '@/ui/States';
import { Waiting } from './Waiting';

/** Lets its screens render only for someone who is signed in, and hands them who that is. */
export function SignedIn() {
  const profile = useQuery(queries.profile());
  const { pathname, search } = useLocation();
  if (profile.data) return <Outlet context={profile.data} />;
  if (profile.isPending) return <Waiting />;
  if (asProblem(profile.error).status === 401) {
    const back = pathname + search;
    return <Navigate to={back === '/' ? paths.login : `${paths.login}?return=${encodeURIComponent(back)}`} replace />;
  }
  return <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />;
}

export function useUser(): User {
  return useOutletContext<User>();
}
