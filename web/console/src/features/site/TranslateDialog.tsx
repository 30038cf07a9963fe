import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { builder } from '@/api/client';
import { isPageSlug, pageSlug } from '@/api/pageSlug';
import { asProblem } from '@/api/problem';
import type { Page } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextField } from '@/ui/Field';
import { paths } from '@/ui/paths';
import { Notice } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './PageDialog.module.css';

interface TranslateDialogProps {
  page: Page;
  language: string;
  /** What addresses of the language begin with. */
  prefix: string;
  onClose: () => void;
}

/** Copies a page for another language and opens the copy, whose words are then translated. */
export function TranslateDialog({ page, language, prefix, onClose }: TranslateDialogProps) {
  const t = useT();
  const common = useCommon();
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState(page.title);
  const [slug, setSlug] = useState(page.slug);
  const [touched, setTouched] = useState(false);
  const [pressed, setPressed] = useState(false);
  const isHome = page.slug === 'index';
  const translating = useMutation({
    mutationFn: () => builder.translatePage(page.id, { language, title: title.trim(), slug: slug.normalize('NFC') }),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['pages', page.service_id] });
      toast(t('translate.made'));
      onClose();
      void navigate(paths.editor(page.service_id, made.id));
    },
  });
  const problem = translating.error ? asProblem(translating.error) : null;
  const titleError = pressed && !title.trim() ? common('required') : problem?.field('title');
  const slugError = pressed && !isPageSlug(slug) ? t('page.slug.invalid') : problem?.field('slug');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (title.trim() && isPageSlug(slug)) translating.mutate();
  };
  return (
    <Dialog
      size="sm"
      title={t('translate.title', { language: format.language(language) })}
      description={t('translate.lead', { title: page.title })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="translate-form" variant="primary" busy={translating.isPending}>
            {t('translate.make')}
          </Button>
        </>
      }
    >
      <form id="translate-form" className={styles.form} onSubmit={submit} noValidate>
        {problem && !titleError && !slugError && <Notice tone="bad">{problem.field('language') ?? problem.message}</Notice>}
        <TextField
          label={t('page.name')}
          autoComplete="off"
          lang={language}
          maxLength={200}
          value={title}
          error={titleError}
          onChange={({ target }) => {
            setTitle(target.value);
            const similar = pageSlug(target.value);
            // Of a name in letters that addresses cannot have, nothing would be left.
            if (!touched && !isHome && similar) setSlug(similar);
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
          hint={isHome ? t('page.slug.home') : undefined}
          onChange={({ target }) => {
            setSlug(target.value.toLowerCase().replace(/\s+/g, '-'));
            setTouched(true);
          }}
        />
      </form>
    </Dialog>
  );
}
