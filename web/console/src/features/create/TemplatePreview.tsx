import type { Template } from '@/api/types';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { PreviewFrame, usePreviewWidth } from '@/ui/PreviewFrame';
import { useT } from './messages';
import styles from './TemplatePreview.module.css';

export function TemplatePreview({ template, onUse, onClose }: { template: Template; onUse: () => void; onClose: () => void }) {
  const t = useT();
  const { width, toggle } = usePreviewWidth();
  return (
    <Dialog
      size="full"
      title={template.name}
      onClose={onClose}
      headerExtra={
        <>
          <span className={styles.widths}>{toggle}</span>
          <Button size="sm" variant="primary" onClick={onUse}>
            {t('use')}
          </Button>
        </>
      }
    >
      <PreviewFrame src={`/builder/templates/${template.id}/preview`} title={t('previewOf', { name: template.name })} width={width} />
    </Dialog>
  );
}
