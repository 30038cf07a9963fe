import type { Page } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { ButtonAnchor } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { PreviewFrame, usePreviewWidth } from '@/ui/PreviewFrame';

export function PreviewOverlay({ page, onClose }: { page: Page; onClose: () => void }) {
  const t = useCommon();
  const { width, toggle } = usePreviewWidth();
  const src = `/builder/pages/${page.id}/preview`;
  return (
    <Dialog
      size="full"
      title={`${t('preview')} · ${page.title}`}
      onClose={onClose}
      headerExtra={
        <>
          {toggle}
          <ButtonAnchor href={src} size="sm" variant="ghost" icon="external" aria-label={t('newTab')} title={t('newTab')} />
        </>
      }
    >
      <PreviewFrame src={src} title={page.title} width={width} />
    </Dialog>
  );
}
