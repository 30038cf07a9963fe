import { useMutation, useQueryClient } from '@tanstack/react-query';
import { operations } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Saga, SagaService } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { toast } from '@/ui/Toast';
import { Failure } from './Failure';
import type { ko } from './ko';
import { useT } from './messages';
import styles from './Operations.module.css';
import { Troubles } from './Troubles';

interface Stuck {
  service: SagaService;
  saga: Saga;
}

const NAMED = new Set(['create-service', 'delete-service', 'delete-account']);

export function StuckSagas({ sagas, isCut }: { sagas: Stuck[]; isCut: boolean }) {
  const t = useT();
  return (
    <Troubles
      title={t('sagas.title')}
      lead={t('sagas.lead')}
      isCut={isCut}
      rows={sagas.map((stuck) => (
        <Row key={`${stuck.service} ${stuck.saga.id}`} {...stuck} />
      ))}
    />
  );
}

function Row({ service, saga }: Stuck) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const retrying = useMutation({
    mutationFn: () => operations.retry(service, saga.id),
    onSuccess: (now) => (now.status === 'stuck' ? toast(t('saga.stillStuck'), 'bad') : toast(t('saga.retried'))),
    onError: (error) => toast(asProblem(error).message, 'bad'),
    onSettled: () => client.invalidateQueries({ queryKey: ['operations', service] }),
  });
  const name = NAMED.has(saga.type) ? t(`saga.${saga.type}` as keyof typeof ko) : saga.type;
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p className={styles.name}>
          {name} <span className={styles.stopped}>{t(saga.direction === 'back' ? 'saga.back' : 'saga.there', { step: saga.step })}</span>
        </p>
        <p className={styles.text}>
          {t('saga.facts', { service, key: saga.key, failures: saga.failures, time: format.ago(saga.updated_at) })}
        </p>
        <Failure text={saga.last_error} trace={saga.trace_id} />
      </div>
      <Button size="sm" icon="refresh" busy={retrying.isPending} aria-label={t('saga.retryNamed', { name, key: saga.key })} onClick={() => retrying.mutate()}>
        {t('saga.retry')}
      </Button>
    </div>
  );
}
