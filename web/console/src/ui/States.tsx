import type { ReactNode } from 'react';
import { asProblem } from '@/api/problem';
import { useCommon } from '@/i18n/common';
import { Button } from './Button';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import styles from './States.module.css';

export function Skeleton({ height = 16, width, radius }: { height?: number | string; width?: number | string; radius?: number }) {
  return <span className={styles.skeleton} style={{ height, width, borderRadius: radius }} aria-hidden="true" />;
}

/** Grey stand-ins for rows or cards, with one spoken word for those who do not see them. */
export function Loading({ children }: { children: ReactNode }) {
  const t = useCommon();
  return (
    <div aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('loading')}
      </span>
      {children}
    </div>
  );
}

export function SkeletonRows({ count = 4, height = 56 }: { count?: number; height?: number }) {
  return (
    <Loading>
      <div className={styles.rows}>
        {Array.from({ length: count }, (_, index) => (
          <Skeleton key={index} height={height} radius={10} />
        ))}
      </div>
    </Loading>
  );
}

interface EmptyProps {
  icon?: IconName;
  art?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  compact?: boolean;
  /** When this is all that the page has. */
  wholePage?: boolean;
}

export function EmptyState({ icon, art, title, children, action, compact, wholePage }: EmptyProps) {
  const Heading = wholePage ? 'h1' : 'h2';
  return (
    <div className={classes(styles.empty, compact && styles.compact)}>
      {art ?? (
        <span className={styles.emblem}>
          <Icon name={icon ?? 'box'} size={24} />
        </span>
      )}
      <Heading className={styles.title}>{title}</Heading>
      {children && <p className={styles.text}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

export function ErrorState({ error, onRetry, compact }: { error: unknown; onRetry?: () => void; compact?: boolean }) {
  const t = useCommon();
  const problem = asProblem(error);
  return (
    <div role="alert">
      <EmptyState
        icon={problem.code === 'network' ? 'cloudOff' : 'warning'}
        title={t('failedTitle')}
        compact={compact}
        action={
          onRetry && (
            <Button icon="refresh" onClick={onRetry}>
              {t('retry')}
            </Button>
          )
        }
      >
        {problem.message}
      </EmptyState>
    </div>
  );
}

export function Notice({ tone = 'info', children, action }: { tone?: 'info' | 'good' | 'warn' | 'bad'; children: ReactNode; action?: ReactNode }) {
  const icon: IconName = { info: 'info', good: 'check', warn: 'warning', bad: 'warning' }[tone] as IconName;
  return (
    <div className={classes(styles.notice, styles[tone])} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={icon} />
      <div className={styles.noticeText}>{children}</div>
      {action}
    </div>
  );
}

export function Badge({ tone = 'neutral', children, dot }: { tone?: 'neutral' | 'good' | 'warn' | 'bad' | 'brand'; children: ReactNode; dot?: boolean }) {
  return (
    <span className={classes(styles.badge, styles[`badge-${tone}`])}>
      {dot && <i className={styles.dot} />}
      {children}
    </span>
  );
}
