import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Id, Page } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextField } from '@/ui/Field';
import { paths } from '@/ui/paths';
import { Notice } from '@/ui/States';
import { toast } from '@/ui/Toast';
import styles from './PageDialog.module.css';
import { useT } from './messages';
import { isPageSlug, pageSlug } from '@/api/pageSlug';

interface PageDialogProps {
  siteId: Id;
  page?: Page;
  /** Of a page that is added; the site's main one without. */
  language?: string | undefined;
  /** What its address begins with. */
  prefix: string;
  onClose: () => void;
}

/** Adds a page, or renames the one given. */
export function PageDialog({ siteId, page, language, prefix, onClose }: PageDialogProps) {
  const t = useT();
  const common = useCommon();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState(page?.title ?? '');
  const [slug, setSlug] = useState(page?.slug ?? '');
  const [touched, setTouched] = useState(page !== undefined);
  const [pressed, setPressed] = useState(false);
  const isHome = page?.slug === 'index';

  const saving = useMutation({
    mutationFn: () =>
      page
        ? builder.updatePage(page.id, page.version, { title: title.trim(), ...(isHome ? {} : { slug: slug.normalize('NFC') }) })
        : builder.createPage({ service_id: siteId, title: title.trim(), slug: slug.normalize('NFC'), ...(language ? { language } : {}) }),
    onSuccess: (saved) => {
      void client.invalidateQueries({ queryKey: ['pages', siteId] });
      toast(t(page ? 'page.renamed' : 'page.created'));
      onClose();
      if (!page) void navigate(paths.editor(siteId, saved.id));
    },
  });
  const problem = saving.error ? asProblem(saving.error) : null;
  const titleError = pressed && !title.trim() ? common('required') : problem?.field('title');
  const slugError = pressed && !isHome && !isPageSlug(slug) ? t('page.slug.invalid') : problem?.field('slug');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (title.trim() && (isHome || isPageSlug(slug))) saving.mutate();
  };

  return (
    <Dialog
      size="sm"
      title={t(page ? 'page.rename.title' : 'page.add.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="page-form" variant="primary" busy={saving.isPending}>
            {page ? common('save') : t('page.create')}
          </Button>
        </>
      }
    >
      <form id="page-form" className={styles.form} onSubmit={submit} noValidate>
        {problem && !titleError && !slugError && <Notice tone="bad">{problem.message}</Notice>}
        <TextField
          label={t('page.name')}
          autoComplete="off"
          maxLength={200}
          placeholder={t('page.name.placeholder')}
          value={title}
          error={titleError}
          onChange={({ target }) => {
            setTitle(target.value);
            if (!touched) setSlug(pageSlug(target.value));
          }}
        />
        <TextField
          label={t('page.slug')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          prefix={prefix}
          disabled={isHome}
          value={isHome ? '' : slug}
          error={slugError}
          hint={t(isHome ? 'page.slug.home' : 'page.slug.hint')}
          onChange={({ target }) => {
            setSlug(target.value.toLowerCase().replace(/\s+/g, '-'));
            setTouched(target.value !== '');
          }}
        />
      </form>
    </Dialog>
  );
}
