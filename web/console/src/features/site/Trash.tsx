import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id, TrashedPage } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './Trash.module.css';

/** Deleted pages, as long as they can be taken back; nothing while there are none. */
export function Trash({ siteId }: { siteId: Id }) {
  const t = useT();
  const trash = useQuery(queries.trash(siteId));
  const [erased, setErased] = useState<TrashedPage | null>(null);
  if (!trash.data || trash.data.length === 0) return null;
  return (
    <details className={styles.trash}>
      <summary>
        <Icon name="trash" size={17} />
        {t('trash.title', { count: trash.data.length })}
      </summary>
      <p className={styles.lead}>{t('trash.lead')}</p>
      <ul>
        {trash.data.map((page) => (
          <Row key={page.id} page={page} onErase={() => setErased(page)} />
        ))}
      </ul>
      {erased && <Erase page={erased} onClose={() => setErased(null)} />}
    </details>
  );
}

function useChanged(siteId: Id) {
  const client = useQueryClient();
  return () => Promise.all(['pages', 'trash'].map((key) => client.invalidateQueries({ queryKey: [key, siteId] })));
}

function Row({ page, onErase }: { page: TrashedPage; onErase: () => void }) {
  const t = useT();
  const format = useFormat();
  const changed = useChanged(page.service_id);
  const taking = useMutation({
    mutationFn: () => builder.takeOut(page.id),
    onSuccess: async (back) => {
      toast(t(back.path === page.path ? 'trash.back' : 'trash.backElsewhere', { title: page.title, path: back.path }));
      await changed();
    },
    onError: (error) => toast(asProblem(error).message),
  });
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <strong>{page.title}</strong>
        <small>{t('trash.until', { date: format.date(page.gone_at) })}</small>
      </span>
      <Button size="sm" busy={taking.isPending} onClick={() => taking.mutate()} aria-label={t('trash.takeOut.of', { title: page.title })}>
        {t('trash.takeOut')}
      </Button>
      <Button size="sm" variant="ghost" onClick={onErase} aria-label={t('trash.erase.of', { title: page.title })}>
        {t('trash.erase')}
      </Button>
    </li>
  );
}

function Erase({ page, onClose }: { page: TrashedPage; onClose: () => void }) {
  const t = useT();
  const changed = useChanged(page.service_id);
  const erasing = useMutation({
    mutationFn: () => builder.erase(page.id),
    onSuccess: async () => {
      onClose();
      await changed();
    },
  });
  return (
    <ConfirmDialog
      danger
      title={t('trash.erase.title')}
      description={t('trash.erase.text', { title: page.title })}
      action={t('trash.erase')}
      busy={erasing.isPending}
      error={erasing.error ? asProblem(erasing.error).message : undefined}
      onConfirm={() => erasing.mutate()}
      onClose={onClose}
    />
  );
}
