import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { SagaService, ServiceName } from '@/api/types';
import { Button } from '@/ui/Button';
import { PageBody } from '@/ui/Page';
import { Notice, Skeleton } from '@/ui/States';
import { EventFlow } from './EventFlow';
import { isBehind } from './flow';
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

  const silent = SERVICES.filter((_, index) => flows[index]?.isError);
  const sagas = SAGA_SERVICES.flatMap((service, index) => (stuck[index]?.data?.data ?? []).map((saga) => ({ service, saga })));
  const events = SERVICES.flatMap((service, index) => (parked[index]?.data?.data ?? []).map((event) => ({ service, event })));
  const behind = flows.filter(({ data }) => data && isBehind(data)).length;
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
      <Health isPending={isPending} silent={silent} count={count} />
      <StuckSagas sagas={sagas} isCut={stuck.some(({ data }) => Boolean(data?.next_cursor))} />
      <ParkedEvents events={events} isCut={parked.some(({ data }) => Boolean(data?.next_cursor))} />
      <EventFlow flows={SERVICES.map((service, index) => ({ service, state: flows[index]?.data, isSilent: flows[index]?.isError ?? false }))} />
    </PageBody>
  );
}

function Health({ isPending, silent, count }: { isPending: boolean; silent: ServiceName[]; count: number }) {
  const t = useT();
  if (isPending) return <Skeleton height={46} radius={10} />;
  return (
    <div className={styles.health} role="status">
      {silent.map((service) => (
        <Notice key={service} tone="warn">
          {t('silent', { service })}
        </Notice>
      ))}
      {count > 0 && <Notice tone="warn">{t('attention', { count })}</Notice>}
      {count === 0 && silent.length === 0 && <Notice tone="good">{t('allWell')}</Notice>}
    </div>
  );
}
