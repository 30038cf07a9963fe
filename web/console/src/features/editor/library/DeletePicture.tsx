import { useMutation } from '@tanstack/react-query';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Asset, AssetDetail } from '@/api/types';
import { ConfirmDialog } from '@/ui/Dialog';
import { toast } from '@/ui/Toast';
import { useT } from '../messages';

interface DeletePictureProps {
  asset: Asset;
  usedBy: AssetDetail['used_by'];
  onDeleted: () => void;
  onClose: () => void;
}

/** Asks, and says first which pages would lose the picture. */
export function DeletePicture({ asset, usedBy, onDeleted, onClose }: DeletePictureProps) {
  const t = useT();
  const deleting = useMutation({
    mutationFn: (force: boolean) => builder.deleteAsset(asset.id, force),
    onSuccess: () => {
      toast(t('assets.deleted'));
      onDeleted();
    },
  });
  const problem = deleting.error ? asProblem(deleting.error) : null;
  // Somebody may have put it on a page since it was looked up.
  const isKnownInUse = usedBy.length > 0 || problem?.code === 'asset_in_use';
  const pages = usedBy.map(({ title }) => title).join(', ');
  return (
    <ConfirmDialog
      danger
      title={t('assets.delete.title')}
      description={usedBy.length > 0 ? t('assets.delete.used', { name: asset.name, pages }) : t('assets.delete.text', { name: asset.name })}
      action={t(isKnownInUse ? 'assets.delete.anyway' : 'assets.delete')}
      busy={deleting.isPending}
      error={problem?.message}
      onConfirm={() => deleting.mutate(isKnownInUse)}
      onClose={onClose}
    />
  );
}
