import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { asProblem, type Problem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { SagaService, ServiceName } from '@/api/types';
import { Button } from '@/ui/Button';
import { PageBody } from '@/ui/Page';
import { Notice, Skeleton } from '@/ui/States';
import { EventFlow } from './EventFlow';
import { isCaughtUp } from './flow';
import { useT } from './messages';
import styles from './Operations.module.css';
import { ParkedEvents } from './ParkedEvents';
import { StuckSagas } from './StuckSagas';

const SERVICES: ServiceName[] = ['auth', 'payment', 'builder', 'content', 'deploy', 'notification'];
const SAGA_SERVICES: SagaService[] = ['auth', 'payment'];

export function OperationsPage() {
  const t = useT();
  const client = useQueryClient();
  const flows = useQueries({ queries: SERVICES.map(queries.events) });
  const parked = useQueries({ queries: SERVICES.map(queries.parked) });
  const stuck = useQueries({ queries: SAGA_SERVICES.map(queries.stuck) });
  const looking = useMutation({ mutationFn: () => client.refetchQueries({ queryKey: ['operations'] }) });

  const away = SERVICES.flatMap((service, index) => {
    const asked = [flows[index], parked[index], stuck[SAGA_SERVICES.findIndex((name) => name === service)]];
    const failed = asked.find((query) => query?.isError);
    return failed ? [{ service, problem: asProblem(failed.error) }] : [];
  });
  const sagas = SAGA_SERVICES.flatMap((service, index) => (stuck[index]?.data?.data ?? []).map((saga) => ({ service, saga })));
  const events = SERVICES.flatMap((service, index) => (parked[index]?.data?.data ?? []).map((event) => ({ service, event })));
  const behind = flows.filter(({ data }) => data && !isCaughtUp(data)).length;
  const count = sagas.length + events.length + behind;
  const isPending = [...flows, ...parked, ...stuck].some((query) => query.isPending);

  return (
    <PageBody
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button icon="refresh" busy={looking.isPending} onClick={() => looking.mutate()}>
          {t('refresh')}
        </Button>
      }
    >
      <Health isPending={isPending} away={away} count={count} />
      <StuckSagas sagas={sagas} isCut={stuck.some(({ data }) => Boolean(data?.next_cursor))} />
      <ParkedEvents events={events} isCut={parked.some(({ data }) => Boolean(data?.next_cursor))} />
      <EventFlow flows={SERVICES.map((service, index) => ({ service, state: flows[index]?.data, isSilent: flows[index]?.isError ?? false }))} />
    </PageBody>
  );
}

interface Away {
  service: ServiceName;
  problem: Problem;
}

function Health({ isPending, away, count }: { isPending: boolean; away: Away[]; count: number }) {
  const t = useT();
  if (isPending) return <Skeleton height={46} radius={10} />;
  return (
    <div className={styles.health} role="status">
      {away.map(({ service, problem }) => (
        <Notice key={service} tone="warn">
          {problem.code === 'service_unavailable' || problem.code === 'bad_gateway' ? t('silent', { service }) : t('failed', { service, message: problem.message })}
        </Notice>
      ))}
      {count > 0 && <Notice tone="warn">{t('attention', { count })}</Notice>}
      {count === 0 && away.length === 0 && <Notice tone="good">{t('allWell')}</Notice>}
    </div>
  );
}
