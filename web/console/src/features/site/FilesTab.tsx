import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Asset, Id } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { useFormat } from '@/i18n/format';
import { IconButton } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/Dialog';
import { DropZone } from '@/ui/DropZone';
import { Icon } from '@/ui/Icon';
import { Section } from '@/ui/Page';
import { EmptyState, ErrorState, Loading, Notice, Skeleton } from '@/ui/States';
import { toast } from '@/ui/Toast';
import styles from './FilesTab.module.css';
import { useT } from './messages';

export function FilesTab({ siteId }: { siteId: Id }) {
  const t = useT();
  const client = useQueryClient();
  const assets = useQuery(queries.assets(siteId));
  const [asked, setAsked] = useState<Asset | null>(null);
  const uploading = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) await builder.uploadAsset(siteId, file);
      return files.length;
    },
    onSuccess: (count) => toast(t('files.uploaded', { count })),
    onSettled: () => client.invalidateQueries({ queryKey: ['assets', siteId] }),
  });
  return (
    <Section title={t('files.title')} lead={t('files.lead')}>
      <div className={styles.top}>
        {uploading.isError && <Notice tone="bad">{asProblem(uploading.error).message}</Notice>}
        <DropZone compact multiple accept="*/*" hint={t('files.hint')} busy={uploading.isPending} onFiles={(files) => uploading.mutate(files)} />
      </div>
      {assets.isPending && (
        <Loading>
          <div className={styles.grid}>
            {[0, 1, 2, 3].map((index) => (
              <Skeleton key={index} height={180} radius={12} />
            ))}
          </div>
        </Loading>
      )}
      {assets.isError && <ErrorState error={assets.error} onRetry={() => void assets.refetch()} />}
      {assets.data?.length === 0 && (
        <EmptyState compact icon="image" title={t('files.emptyTitle')}>
          {t('files.empty')}
        </EmptyState>
      )}
      <ul className={styles.grid}>
        {assets.data?.map((asset) => (
          <li key={asset.id}>
            <File asset={asset} onDelete={() => setAsked(asset)} />
          </li>
        ))}
      </ul>
      {asked && <DeleteFile asset={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

function File({ asset, onDelete }: { asset: Asset; onDelete: () => void }) {
  const t = useT();
  const format = useFormat();
  return (
    <figure className={styles.file}>
      <div className={styles.picture}>
        {asset.media_type.startsWith('image/') ? <img src={asset.url} alt="" loading="lazy" /> : <Icon name="page" size={28} />}
      </div>
      <figcaption>
        <span className={styles.words}>
          <a href={asset.url} target="_blank" rel="noreferrer">
            {asset.name}
          </a>
          <small>
            {format.bytes(asset.bytes)}
            {asset.width && asset.height && ` · ${asset.width}×${asset.height}`}
          </small>
        </span>
        <IconButton icon="trash" size="sm" label={t('files.delete', { name: asset.name })} onClick={onDelete} />
      </figcaption>
    </figure>
  );
}

function DeleteFile({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const t = useT();
  const common = useCommon();
  const client = useQueryClient();
  const deleting = useMutation({
    mutationFn: (force: boolean) => builder.deleteAsset(asset.id, force),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['assets', asset.service_id] });
      toast(t('files.deleted'));
      onClose();
    },
  });
  const problem = deleting.error ? asProblem(deleting.error) : null;
  const isInUse = problem?.code === 'asset_in_use';
  return (
    <ConfirmDialog
      danger
      title={t('files.delete.title')}
      description={t('files.delete.text', { name: asset.name })}
      action={isInUse ? t('files.delete.anyway') : common('delete')}
      busy={deleting.isPending}
      error={problem?.message}
      onConfirm={() => deleting.mutate(isInUse)}
      onClose={onClose}
    />
  );
}
