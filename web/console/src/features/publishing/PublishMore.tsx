import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deploy } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id, Instant, Visibility } from '@/api/types';
import { ConfirmDialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { Menu, type MenuItem } from '@/ui/Menu';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './PublishState.module.css';
import { ScheduleDialog } from './ScheduleDialog';

interface PublishMoreProps {
  siteId: Id;
  isLive: boolean;
  visibility: Visibility;
  planned: Instant | null;
}

/** What can be done about a site's being public, besides publishing it now. */
export function PublishMore({ siteId, isLive, visibility, planned }: PublishMoreProps) {
  const t = useT();
  const client = useQueryClient();
  const [asked, setAsked] = useState<'schedule' | Exclude<Visibility, 'public'> | null>(null);
  const showing = useMutation({
    mutationFn: (wanted: Visibility) => deploy.show(siteId, wanted),
    onSuccess: (status) => {
      client.setQueryData(queries.deployStatus(siteId).queryKey, status);
      toast(t(`show.${status.visibility}.done`));
      setAsked(null);
    },
    onError: (error) => {
      if (asked === null) toast(asProblem(error).message, 'bad');
    },
  });
  const items: (MenuItem | 'line')[] = [
    { key: 'schedule', label: t(planned ? 'plan.move' : 'plan.action'), icon: 'history', onSelect: () => setAsked('schedule') },
  ];
  if (isLive) {
    items.push('line');
    if (visibility !== 'public') {
      items.push({ key: 'public', label: t('show.public'), icon: 'eye', onSelect: () => showing.mutate('public') });
    }
    if (visibility !== 'maintenance') {
      items.push({ key: 'maintenance', label: t('show.maintenance'), icon: 'settings', onSelect: () => setAsked('maintenance') });
    }
    if (visibility !== 'offline') {
      items.push({ key: 'offline', label: t('show.offline'), icon: 'eyeOff', danger: true, onSelect: () => setAsked('offline') });
    }
  }
  return (
    <>
      <Menu
        className={styles.menu}
        label={t('more')}
        trigger={
          <span className={styles.more}>
            <Icon name="more" />
          </span>
        }
        items={items}
      />
      {asked === 'schedule' && <ScheduleDialog siteId={siteId} planned={planned} onClose={() => setAsked(null)} />}
      {(asked === 'maintenance' || asked === 'offline') && (
        <ConfirmDialog
          danger={asked === 'offline'}
          title={t(`show.${asked}.title`)}
          description={t(`show.${asked}.text`)}
          action={t(`show.${asked}`)}
          busy={showing.isPending}
          error={showing.error ? asProblem(showing.error).message : undefined}
          onConfirm={() => showing.mutate(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
