import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { DropZone } from '@/ui/DropZone';
import { EmptyState, ErrorState, Notice, SkeletonRows } from '@/ui/States';
import styles from './AssetPicker.module.css';
import type { PickedImage } from './engine/Engine';
import { useT } from './messages';

export function AssetPicker({ siteId, onPick, onClose }: { siteId: Id; onPick: (image: PickedImage) => void; onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const assets = useQuery(queries.assets(siteId));
  const images = assets.data?.filter((asset) => asset.media_type.startsWith('image/'));
  const uploading = useMutation({
    mutationFn: (file: File) => builder.uploadAsset(siteId, file),
    onSuccess: (asset) => {
      void client.invalidateQueries({ queryKey: ['assets', siteId] });
      onPick({ src: asset.url, name: asset.name });
    },
  });
  return (
    <Dialog size="lg" title={t('assets.title')} onClose={onClose}>
      <div className={styles.body}>
        {uploading.isError && <Notice tone="bad">{asProblem(uploading.error).message}</Notice>}
        <DropZone compact accept="image/*" hint={t('assets.hint')} busy={uploading.isPending} onFiles={([file]) => file && uploading.mutate(file)} />
        {assets.isPending && <SkeletonRows count={2} height={110} />}
        {assets.isError && <ErrorState compact error={assets.error} onRetry={() => void assets.refetch()} />}
        {images?.length === 0 && (
          <EmptyState compact icon="image" title={t('assets.empty')}>
            {t('assets.emptyText')}
          </EmptyState>
        )}
        <ul className={styles.grid}>
          {images?.map((asset) => (
            <li key={asset.id}>
              <button type="button" onClick={() => onPick({ src: asset.url, name: asset.name })}>
                <img src={asset.url} alt="" loading="lazy" />
                <span>{asset.name}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
