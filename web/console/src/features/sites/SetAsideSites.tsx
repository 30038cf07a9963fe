import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { payment } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Site } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './SetAsideSites.module.css';

/** Sites in the archive or in the trash; nothing while there are none. */
export function SetAsideSites({ status }: { status: 'archived' | 'trashed' }) {
  const t = useT();
  const sites = useQuery(queries.setAside(status));
  const [erased, setErased] = useState<Site | null>(null);
  if (!sites.data || sites.data.length === 0) return null;
  return (
    <details className={styles.aside}>
      <summary>
        <Icon name={status === 'archived' ? 'archive' : 'trash'} size={17} />
        {t(`aside.title.${status}`, { count: sites.data.length })}
      </summary>
      <p className={styles.lead}>{t(`aside.lead.${status}`)}</p>
      <ul>
        {sites.data.map((site) => (
          <Row key={site.id} site={site} onErase={() => setErased(site)} />
        ))}
      </ul>
      {erased && <Erase site={erased} onClose={() => setErased(null)} />}
    </details>
  );
}

function useMoved() {
  const client = useQueryClient();
  return () => Promise.all(['sites', 'subscriptions', 'deploy'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}

function Row({ site, onErase }: { site: Site; onErase: () => void }) {
  const t = useT();
  const format = useFormat();
  const moved = useMoved();
  const restoring = useMutation({
    mutationFn: () => payment.move(site.id, 'restore'),
    onSuccess: async () => {
      toast(t('restored', { name: site.name }));
      await moved();
    },
    onError: (error) => toast(asProblem(error).message, 'bad'),
  });
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <strong>{site.name}</strong>
        <small>{site.gone_at ? t('trashed.until', { date: format.date(site.gone_at) }) : site.url.replace(/^https?:\/\//, '')}</small>
      </span>
      <Button size="sm" busy={restoring.isPending} onClick={() => restoring.mutate()} aria-label={t('restore.of', { name: site.name })}>
        {t('restore')}
      </Button>
      {site.status === 'trashed' && (
        <Button size="sm" variant="ghost" onClick={onErase} aria-label={t('erase.of', { name: site.name })}>
          {t('erase')}
        </Button>
      )}
    </li>
  );
}

function Erase({ site, onClose }: { site: Site; onClose: () => void }) {
  const t = useT();
  const moved = useMoved();
  const erasing = useMutation({
    mutationFn: () => payment.erase(site.id),
    onSuccess: async () => {
      toast(t('erased', { name: site.name }));
      onClose();
      await moved();
    },
  });
  return (
    <ConfirmDialog
      danger
      title={t('erase.title')}
      description={t('erase.text', { name: site.name })}
      action={t('erase')}
      busy={erasing.isPending}
      error={erasing.error ? asProblem(erasing.error).message : undefined}
      onConfirm={() => erasing.mutate()}
      onClose={onClose}
    />
  );
}
