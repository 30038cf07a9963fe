import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Id } from '@/api/types';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Card } from '@/ui/Page';
import { toast } from '@/ui/Toast';
import styles from './Favicon.module.css';
import { useT } from './messages';

export function Favicon({ siteId, url, onChange }: { siteId: Id; url: string | null; onChange: (url: string | null) => void }) {
  const t = useT();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
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
      <span className={styles.picture}>{url ? <img src={url} alt="" /> : <Icon name="globe" size={24} />}</span>
      <Button icon="upload" busy={uploading.isPending} onClick={() => input.current?.click()}>
        {t('settings.favicon.change')}
      </Button>
      {url && (
        <Button variant="ghost" onClick={() => onChange(null)}>
          {t('settings.favicon.remove')}
        </Button>
      )}
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
    </Card>
  );
}
