import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Id } from '@/api/types';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Card } from '@/ui/Page';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './PictureChoice.module.css';
import { PictureDialog } from './PictureDialog';

interface PictureChoiceProps {
  siteId: Id;
  /** What the picture is for. */
  label: string;
  url: string | null;
  shape: 'icon' | 'card';
  onChange: (url: string | null) => void;
}

/** A picture of the site: one of its files, or a new one. */
export function PictureChoice({ siteId, label, url, shape, onChange }: PictureChoiceProps) {
  const t = useT();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [choosing, setChoosing] = useState(false);
  const uploading = useMutation({
    mutationFn: (file: File) => builder.uploadAsset(siteId, file),
    onSuccess: (asset) => {
      void client.invalidateQueries({ queryKey: ['assets', siteId] });
      onChange(asset.url);
    },
    onError: (error) => toast(asProblem(error).message, 'bad'),
  });
  return (
    <Card className={styles.card}>
      <span className={styles.picture} data-shape={shape}>
        {url ? <img src={url} alt="" /> : <Icon name={shape === 'icon' ? 'globe' : 'image'} size={24} />}
      </span>
      <div className={styles.actions} role="group" aria-label={label}>
        <Button icon="upload" busy={uploading.isPending} onClick={() => input.current?.click()}>
          {t('picture.upload')}
        </Button>
        <Button icon="image" onClick={() => setChoosing(true)}>
          {t('picture.choose')}
        </Button>
        {url && (
          <Button variant="ghost" onClick={() => onChange(null)}>
            {t('picture.remove')}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) uploading.mutate(file);
          target.value = '';
        }}
      />
      {choosing && (
        <PictureDialog
          siteId={siteId}
          onChoose={(chosen) => {
            onChange(chosen);
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </Card>
  );
}
