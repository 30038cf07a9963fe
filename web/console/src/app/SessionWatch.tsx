import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { queries } from '@/api/queries';
import { onSessionExpired } from '@/api/session';
import { paths } from '@/ui/paths';

/** A session that ended while a screen was open leads to the login and back again. */
export function SessionWatch() {
  const client = useQueryClient();
  const navigate = useNavigate();
  useEffect(
    () =>
      onSessionExpired(() => {
        const key = queries.profile().queryKey;
        if (client.getQueryData(key) === undefined) return;
        client.removeQueries({ queryKey: key });
        const back = window.location.pathname + window.location.search;
        void navigate(`${paths.login}?expired&return=${encodeURIComponent(back)}`);
      }),
    [client, navigate],
  );
  return null;
}
