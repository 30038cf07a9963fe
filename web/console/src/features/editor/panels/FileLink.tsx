import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id } from '@/api/types';
import { Button } from '@/ui/Button';
import { SelectField } from '@/ui/Field';
import { useT } from '../messages';

/** One of the site's files, or one that is brought now. */
export function FileLink({ siteId, value, onHref }: { siteId: Id; value: string; onHref: (href: string) => void }) {
  const t = useT();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const files = useQuery(queries.assets(siteId));
  const uploading = useMutation({
    mutationFn: (file: File) => builder.uploadAsset(siteId, file),
    onSuccess: ({ url }) => {
      void client.invalidateQueries({ queryKey: ['assets', siteId] });
      onHref(url);
    },
  });
  const known = files.data?.some(({ url }) => url === value) ?? false;
  return (
    <>
      <SelectField
        label={t('set.link.file')}
        error={uploading.error ? asProblem(uploading.error).message : undefined}
        value={value}
        options={[
          { value: '', label: t('set.choose') },
          ...(value !== '' && !known ? [{ value, label: value.split('/').at(-1) ?? value }] : []),
          ...(files.data ?? []).map(({ url, name }) => ({ value: url, label: name })),
        ]}
        onChange={({ target }) => target.value !== '' && onHref(target.value)}
      />
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) uploading.mutate(file);
          target.value = '';
        }}
      />
      <Button size="sm" icon="upload" wide busy={uploading.isPending} onClick={() => input.current?.click()}>
        {t('assets.upload')}
      </Button>
    </>
  );
}
