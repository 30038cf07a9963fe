import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Id } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { DropZone } from '@/ui/DropZone';
import { Notice } from '@/ui/States';
import { ImportOutcome } from './ImportOutcome';
import styles from './ImportButton.module.css';
import { useT } from './messages';

export function ImportButton({ siteId }: { siteId: Id }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="upload" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <ImportDialog siteId={siteId} onClose={() => setOpen(false)} />}
    </>
  );
}

function ImportDialog({ siteId, onClose }: { siteId: Id; onClose: () => void }) {
  const t = useT();
  const common = useCommon();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const importing = useMutation({
    mutationFn: (chosen: File) => builder.importFile(siteId, chosen),
    onSettled: () => {
      for (const key of ['pages', 'assets']) void client.invalidateQueries({ queryKey: [key, siteId] });
    },
  });
  return (
    <Dialog
      title={t('title')}
      description={importing.isSuccess ? undefined : t('lead')}
      onClose={onClose}
      footer={
        importing.isSuccess ? (
          <Button variant="primary" onClick={onClose}>
            {common('close')}
          </Button>
        ) : (
          <Button variant="primary" disabled={!file} busy={importing.isPending} onClick={() => file && importing.mutate(file)}>
            {t('submit')}
          </Button>
        )
      }
    >
      {importing.isSuccess ? (
        <ImportOutcome result={importing.data} />
      ) : (
        <div className={styles.body}>
          {importing.isError && <Notice tone="bad">{asProblem(importing.error).message}</Notice>}
          <DropZone
            accept=".zip,.html,.htm"
            hint={importing.isPending ? t('working') : t('hint')}
            busy={importing.isPending}
            chosen={file}
            onFiles={([first]) => setFile(first ?? null)}
          />
        </div>
      )}
    </Dialog>
  );
}
