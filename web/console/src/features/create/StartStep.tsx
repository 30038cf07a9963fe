import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '@/api/queries';
import type { Template } from '@/api/types';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { DropZone } from '@/ui/DropZone';
import { Icon } from '@/ui/Icon';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/ui/States';
import type { Start } from './draft';
import { useT } from './messages';
import styles from './StartStep.module.css';
import { TemplateCard } from './TemplateCard';
import { TemplatePreview } from './TemplatePreview';
import { typeName } from './typeName';

export function StartStep({ chosen, onChoose }: { chosen: Start | null; onChoose: (start: Start) => void }) {
  const t = useT();
  const templates = useQuery(queries.templates());
  const [type, setType] = useState<string | null>(null);
  const [previewed, setPreviewed] = useState<Template | null>(null);
  const [importing, setImporting] = useState(false);

  const active = templates.data?.filter((template) => template.is_active) ?? [];
  const types = [...new Set(active.map((template) => template.type))];
  const shown = active.filter((template) => !type || template.type === type);
  const use = (template: Template) => onChoose({ kind: 'template', id: template.id, name: template.name });

  return (
    <div className={styles.step}>
      <h1 className={styles.title}>{t('start.title')}</h1>
      <p className={styles.lead}>{t('start.lead')}</p>

      <div className={styles.others}>
        <button type="button" className={styles.other} onClick={() => onChoose({ kind: 'blank' })}>
          <span className={styles.emblem}>
            <Icon name="plus" size={22} />
          </span>
          <span>
            <strong>{t('blank.title')}</strong>
            <span>{t('blank.text')}</span>
          </span>
        </button>
        <button type="button" className={styles.other} onClick={() => setImporting(true)}>
          <span className={styles.emblem}>
            <Icon name="upload" size={22} />
          </span>
          <span>
            <strong>{t('import.title')}</strong>
            <span>{t('import.text')}</span>
          </span>
        </button>
      </div>

      {types.length > 1 && (
        <div className={styles.filters} role="group" aria-label={t('filter')}>
          {[null, ...types].map((entry) => (
            <button key={entry ?? ''} type="button" aria-pressed={type === entry} onClick={() => setType(entry)}>
              {entry ? typeName(t, entry) : t('all')}
            </button>
          ))}
        </div>
      )}

      {templates.isPending && (
        <Loading>
          <div className={styles.gallery}>
            {[0, 1, 2].map((index) => (
              <Skeleton key={index} height={340} radius={14} />
            ))}
          </div>
        </Loading>
      )}
      {templates.isError && <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />}
      {templates.isSuccess && shown.length === 0 && <EmptyState icon="page" title={t('empty.title')} />}
      <ul className={styles.gallery}>
        {shown.map((template) => (
          <li key={template.id}>
            <TemplateCard
              template={template}
              chosen={chosen?.kind === 'template' && chosen.id === template.id}
              onUse={() => use(template)}
              onPreview={() => setPreviewed(template)}
            />
          </li>
        ))}
      </ul>

      {previewed && <TemplatePreview template={previewed} onUse={() => use(previewed)} onClose={() => setPreviewed(null)} />}
      {importing && (
        <ImportChoice
          onClose={() => setImporting(false)}
          onChoose={(file) => {
            setImporting(false);
            onChoose({ kind: 'import', file });
          }}
        />
      )}
    </div>
  );
}

function ImportChoice({ onClose, onChoose }: { onClose: () => void; onChoose: (file: File) => void }) {
  const t = useT();
  const [file, setFile] = useState<File | null>(null);
  return (
    <Dialog
      title={t('import.title')}
      description={t('import.text')}
      onClose={onClose}
      footer={
        <Button variant="primary" disabled={!file} onClick={() => file && onChoose(file)}>
          {t('import.next')}
        </Button>
      }
    >
      <DropZone accept=".zip,.html,.htm" hint={t('import.hint')} chosen={file} onFiles={([first]) => setFile(first ?? null)} />
    </Dialog>
  );
}
