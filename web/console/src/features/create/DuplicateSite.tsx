import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { payment } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id, Site } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextField } from '@/ui/Field';
import { paths } from '@/ui/paths';
import { Notice } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { useAvailability } from './AddressStep';
import { useT } from './messages';
import styles from './DuplicateSite.module.css';

/** Makes a site once more, under another name and address. */
export function DuplicateSite({ siteId }: { siteId: Id }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const site = useQuery(queries.site(siteId));
  return (
    <>
      <Button icon="copy" disabled={!site.data} onClick={() => setOpen(true)}>
        {t('duplicate')}
      </Button>
      {open && site.data && <DuplicateDialog site={site.data} onClose={() => setOpen(false)} />}
    </>
  );
}

function DuplicateDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const t = useT();
  const common = useCommon();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(t('duplicate.name', { name: site.name }));
  const [slug, setSlug] = useState(`${site.slug.slice(0, 60)}-2`);
  const availability = useAvailability(slug);
  const making = useMutation({
    mutationFn: () =>
      payment.subscribe({ plan_type: site.plan_type, service: { name: name.trim(), slug }, copy_of: site.id }),
    onSuccess: async ({ service }) => {
      toast(t('duplicate.done', { name: service.name }));
      await client.invalidateQueries({ queryKey: ['sites'] });
      onClose();
      await navigate(paths.site(service.id));
    },
  });
  const problem = making.error ? asProblem(making.error) : null;
  return (
    <Dialog
      size="sm"
      title={t('duplicate.title')}
      description={t('duplicate.lead')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="duplicate-form" variant="primary" disabled={!name.trim() || !availability.ok} busy={making.isPending}>
            {t('duplicate')}
          </Button>
        </>
      }
    >
      <form
        id="duplicate-form"
        className={styles.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          making.mutate();
        }}
      >
        {problem && problem.errors.length === 0 && <Notice tone="bad">{problem.message}</Notice>}
        <TextField
          label={t('name')}
          autoComplete="off"
          maxLength={100}
          value={name}
          error={problem?.field('service.name')}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label={t('slug')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={slug}
          hint={availability.hint}
          error={availability.error ?? problem?.field('service.slug')}
          onChange={({ target }) => setSlug(target.value.toLowerCase())}
        />
      </form>
    </Dialog>
  );
}
