import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { builder } from '@/api/client';
import { isPageSlug, pageSlug } from '@/api/pageSlug';
import { asProblem } from '@/api/problem';
import type { Id, Page } from '@/api/types';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { paths } from '@/ui/paths';
import { useT } from '../messages';
import styles from './PagesPanel.module.css';

interface PagesPanelProps {
  siteId: Id;
  page: Page;
  pages: Page[];
  onGo: (path: string) => void;
}

export function PagesPanel({ siteId, page, pages, onGo }: PagesPanelProps) {
  const t = useT();
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const slug = pageSlug(title);
  const adding = useMutation({
    mutationFn: () => builder.createPage({ service_id: siteId, title: title.trim(), slug, language: page.language }),
    onSuccess: (added) => {
      void client.invalidateQueries({ queryKey: ['pages', siteId] });
      onGo(paths.editor(siteId, added.id));
    },
  });
  const problem = adding.error ? asProblem(adding.error) : null;
  const error = title.trim() && !isPageSlug(slug) ? t('pages.invalid') : problem && (problem.field('slug') ?? problem.field('title') ?? problem.message);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPageSlug(slug)) adding.mutate();
  };
  return (
    <>
      <ul className={styles.list}>
        {pages.map((entry) => (
          <li key={entry.id}>
            <button type="button" aria-current={entry.id === page.id ? 'page' : undefined} onClick={() => entry.id !== page.id && onGo(paths.editor(siteId, entry.id))}>
              <Icon name={entry.slug === 'index' ? 'home' : 'page'} size={17} />
              <span>
                {entry.title}
                <small>{entry.path}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField label={t('pages.name')} autoComplete="off" value={title} error={error ?? undefined} onChange={({ target }) => setTitle(target.value)} />
        <Button type="submit" icon="plus" size="sm" wide disabled={!title.trim()} busy={adding.isPending}>
          {t('pages.add')}
        </Button>
      </form>
    </>
  );
}
