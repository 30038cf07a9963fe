import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { deploy } from '@/api/client';
import { follow } from '@/api/follow';
import { asProblem, type Problem } from '@/api/problem';
import type { Deployment, Id } from '@/api/types';

export type Publishing =
  | { phase: 'idle' }
  | { phase: 'preparing' }
  | { phase: 'running'; deployment: Deployment }
  | { phase: 'live'; deployment: Deployment; url: string }
  | { phase: 'failed'; deployment: Deployment | null; problem: Problem | null; unsaved: boolean };

/** One publish from pressing the button to the live link. `prepare` answers false when something could not be saved. */
export function usePublishing(siteId: Id, prepare?: () => Promise<boolean>) {
  const client = useQueryClient();
  const [state, setState] = useState<Publishing>({ phase: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const refresh = useCallback(() => {
    for (const key of ['deploy', 'releases', 'pages']) void client.invalidateQueries({ queryKey: [key, siteId] });
  }, [client, siteId]);

  const publish = useCallback(async () => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    setState({ phase: 'preparing' });
    try {
      if (prepare && !(await prepare())) {
        setState({ phase: 'failed', deployment: null, problem: null, unsaved: true });
        return;
      }
      const started = await deploy.publish(siteId);
      setState({ phase: 'running', deployment: started });
      const end = await follow(siteId, started.id, (deployment) => setState({ phase: 'running', deployment }), controller.signal);
      if (end.status === 'failed') {
        setState({ phase: 'failed', deployment: end, problem: null, unsaved: false });
      } else {
        const { url } = await deploy.status(siteId);
        setState({ phase: 'live', deployment: end, url });
      }
    } catch (error) {
      if (!controller.signal.aborted) setState({ phase: 'failed', deployment: null, problem: asProblem(error), unsaved: false });
    } finally {
      refresh();
    }
  }, [prepare, refresh, siteId]);

  return { state, publish };
}
