import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { auth } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Session } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Card, Section } from '@/ui/Page';
import { Badge, EmptyState, ErrorState, SkeletonRows } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { deviceName, isPhone } from './device';
import { useT } from './messages';
import styles from './Profile.module.css';

export function Sessions() {
  const t = useT();
  const sessions = useQuery(queries.sessions());
  return (
    <Section title={t('sessions.title')} lead={t('sessions.lead')}>
      {sessions.isPending && <SkeletonRows count={2} height={72} />}
      {sessions.isError && <ErrorState compact error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data?.length === 0 && <EmptyState compact icon="desktop" title={t('sessions.empty')} />}
      {sessions.data && sessions.data.length > 0 && (
        <Card className={styles.rows}>
          {sessions.data.map((session) => (
            <Device key={session.id} session={session} />
          ))}
        </Card>
      )}
    </Section>
  );
}

function Device({ session }: { session: Session }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: () => auth.endSession(session.id),
    onSuccess: () => {
      toast(t('sessions.ended'));
      return client.invalidateQueries({ queryKey: ['sessions'] });
    },
    onError: (error) => toast(asProblem(error).message, 'bad'),
  });
  const device = deviceName(session.user_agent) ?? t('sessions.unknown');
  return (
    <div className={styles.device}>
      <span className={styles.emblem}>
        <Icon name={isPhone(session.user_agent) ? 'phone' : 'desktop'} size={20} />
      </span>
      <div className={styles.words}>
        <p>
          <strong>{device}</strong>
          {session.current && <Badge tone="good">{t('sessions.current')}</Badge>}
        </p>
        <small>
          {[session.ip_address, t('sessions.seen', { time: format.ago(session.last_seen_at ?? session.created_at) })].filter(Boolean).join(' · ')}
        </small>
      </div>
      {!session.current && (
        <Button size="sm" variant="danger" busy={ending.isPending} aria-label={t('sessions.endNamed', { device })} onClick={() => ending.mutate()}>
          {t('sessions.end')}
        </Button>
      )}
    </div>
  );
}
