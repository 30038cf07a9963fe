import { useMutation, useQueryClient } from '@tanstack/react-query';
import { operations } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { ParkedEvent, ServiceName } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { toast } from '@/ui/Toast';
import { Failure } from './Failure';
import { useT } from './messages';
import styles from './Operations.module.css';
import { Troubles } from './Troubles';

interface Parked {
  service: ServiceName;
  event: ParkedEvent;
}

export function ParkedEvents({ events, isCut }: { events: Parked[]; isCut: boolean }) {
  const t = useT();
  return (
    <Troubles
      title={t('events.title')}
      lead={t('events.lead')}
      isCut={isCut}
      rows={events.map((parked) => (
        <Row key={`${parked.service} ${parked.event.id}`} {...parked} />
      ))}
    />
  );
}

function Row({ service, event }: Parked) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const replaying = useMutation({
    mutationFn: () => operations.replay(service, event.id),
    onSuccess: () => toast(t('event.replayed')),
    onError: (error) => toast(asProblem(error).message, 'bad'),
    onSettled: () => client.invalidateQueries({ queryKey: ['operations', service] }),
  });
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p className={styles.name}>{event.type}</p>
        <p className={styles.text}>
          {t('event.facts', { teller: event.teller, hearer: service, about: event.about, time: format.ago(event.parked_at) })}
        </p>
        {event.reason === null && <p className={styles.text}>{t('event.waits')}</p>}
        <Failure text={event.reason} trace={null} />
      </div>
      <Button
        size="sm"
        icon="refresh"
        busy={replaying.isPending}
        aria-label={t('event.replayNamed', { type: event.type, about: event.about })}
        onClick={() => replaying.mutate()}
      >
        {t('event.replay')}
      </Button>
    </div>
  );
}
