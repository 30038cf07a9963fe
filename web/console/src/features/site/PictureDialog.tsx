import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Id } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/States';
import { useT } from './messages';
import styles from './PictureChoice.module.css';

interface PictureDialogProps {
  siteId: Id;
  onChoose: (url: string) => void;
  onClose: () => void;
}

/** The pictures among the files of a site. */
export function PictureDialog({ siteId, onChoose, onClose }: PictureDialogProps) {
  const t = useT();
  const assets = useQuery(queries.assets(siteId));
  const pictures = assets.data?.filter((asset) => asset.media_type.startsWith('image/'));
  return (
    <Dialog title={t('picture.choose')} onClose={onClose}>
      {assets.isPending && <SkeletonRows count={2} height={110} />}
      {assets.isError && <ErrorState compact error={assets.error} onRetry={() => void assets.refetch()} />}
      {pictures?.length === 0 && (
        <EmptyState compact icon="image" title={t('picture.none')}>
          {t('picture.none.text')}
        </EmptyState>
      )}
      {pictures && pictures.length > 0 && (
        <ul className={styles.grid}>
          {pictures.map((asset) => (
            <li key={asset.id}>
              <button type="button" onClick={() => onChoose(asset.url)} title={asset.name}>
                <img src={asset.url} alt={asset.name} loading="lazy" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
