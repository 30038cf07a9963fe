import type { EventsState, ServiceName } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Card, Section } from '@/ui/Page';
import { Badge, Skeleton } from '@/ui/States';
import { hearings, type Hearing } from './flow';
import { useT } from './messages';
import styles from './Operations.module.css';

interface Flow {
  service: ServiceName;
  state: EventsState | undefined;
  isSilent: boolean;
}

export function EventFlow({ flows }: { flows: Flow[] }) {
  const t = useT();
  return (
    <Section title={t('flow.title')} lead={t('flow.lead')}>
      <Card className={styles.rows}>
        {flows.map((flow) => (
          <Teller key={flow.service} {...flow} />
        ))}
      </Card>
    </Section>
  );
}

function Teller({ service, state, isSilent }: Flow) {
  const t = useT();
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p className={styles.name}>{service}</p>
        {!state && !isSilent && <Skeleton height={14} width={120} />}
        {state && <p className={styles.text}>{t('flow.told', { count: state.told })}</p>}
      </div>
      <div className={styles.hearers}>
        {isSilent && <Badge tone="bad">{t('flow.away')}</Badge>}
        {state && hearings(state).map((hearing) => <Hearer key={hearing.hearer} {...hearing} />)}
        {state && Object.keys(state.heard).length === 0 && <span className={styles.text}>{t('flow.unheard')}</span>}
      </div>
    </div>
  );
}

function Hearer({ hearer, behind }: Hearing) {
  const t = useT();
  const format = useFormat();
  if (behind === null) return <Badge tone="bad">{t('flow.silent', { hearer })}</Badge>;
  if (behind > 0) return <Badge tone="warn">{t('flow.behind', { hearer, count: format.number(behind) })}</Badge>;
  return <Badge tone="good">{t('flow.caughtUp', { hearer })}</Badge>;
}
