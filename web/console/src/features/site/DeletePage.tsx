import { useMutation, useQueryClient } from '@tanstack/react-query';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Page } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { ConfirmDialog } from '@/ui/Dialog';
import { toast } from '@/ui/Toast';
import { useT } from './messages';

export function DeletePage({ page, onClose }: { page: Page; onClose: () => void }) {
  const t = useT();
  const common = useCommon();
  const client = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => builder.deletePage(page.id),
    onSuccess: () => {
      for (const key of ['pages', 'trash']) void client.invalidateQueries({ queryKey: [key, page.service_id] });
      toast(t('page.deleted'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      danger
      title={t('page.delete.title')}
      description={t('page.delete.text', { title: page.title })}
      action={common('delete')}
      busy={deleting.isPending}
      error={deleting.error ? asProblem(deleting.error).message : undefined}
      onConfirm={() => deleting.mutate()}
      onClose={onClose}
    />
  );
}
