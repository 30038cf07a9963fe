import { useId } from 'react';
import type { Template } from '@/api/types';
import { Button } from '@/ui/Button';
import { SiteCover } from '@/ui/SiteCover';
import { Badge } from '@/ui/States';
import { useT } from './messages';
import styles from './TemplateCard.module.css';
import { typeName } from './typeName';

interface TemplateCardProps {
  template: Template;
  chosen: boolean;
  onUse: () => void;
  onPreview: () => void;
}

export function TemplateCard({ template, chosen, onUse, onPreview }: TemplateCardProps) {
  const t = useT();
  const nameId = useId();
  return (
    <article className={styles.card} data-chosen={chosen || undefined}>
      <button type="button" className={styles.shot} onClick={onPreview} aria-label={t('previewOf', { name: template.name })}>
        {template.thumb_url ? <img src={template.thumb_url} alt="" loading="lazy" /> : <SiteCover name={template.name} seed={template.name} />}
        <span className={styles.veil}>{t('preview')}</span>
      </button>
      <div className={styles.body}>
        <div className={styles.top}>
          <h2 id={nameId} className={styles.name}>{template.name}</h2>
          <Badge>{typeName(t, template.type)}</Badge>
        </div>
        {template.description && <p className={styles.text}>{template.description}</p>}
        <div className={styles.foot}>
          <span>{t('pages', { count: template.page_count })}</span>
          <Button size="sm" variant="primary" onClick={onUse} aria-describedby={nameId}>
            {t('use')}
          </Button>
        </div>
      </div>
    </article>
  );
}
