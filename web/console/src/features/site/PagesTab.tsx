import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id, Page } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Menu, type MenuItem } from '@/ui/Menu';
import { Section } from '@/ui/Page';
import { paths } from '@/ui/paths';
import { Badge, EmptyState, ErrorState, SkeletonRows } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { DeletePage } from './DeletePage';
import { LanguageTabs } from './LanguageTabs';
import { languagesOf, prefixOf } from './languages';
import { useT } from './messages';
import { missingLanguages, missingPages } from './missingPages';
import { MissingRow } from './MissingRow';
import { PageDialog } from './PageDialog';
import styles from './PagesTab.module.css';
import { TranslateDialog } from './TranslateDialog';
import { Trash } from './Trash';

interface PagesTabProps {
  siteId: Id;
  publishState: ReactNode;
  importAction: ReactNode;
}

type Asked =
  | { kind: 'add' }
  | { kind: 'rename'; page: Page }
  | { kind: 'delete'; page: Page }
  | { kind: 'translate'; page: Page; language: string };

function byHomeThenTitle(left: Page, right: Page): number {
  if (left.slug === 'index') return -1;
  if (right.slug === 'index') return 1;
  return left.id - right.id;
}

export function PagesTab({ siteId, publishState, importAction }: PagesTabProps) {
  const t = useT();
  const pages = useQuery(queries.pages(siteId));
  const spoken = useQuery(queries.languages(siteId));
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const languages = languagesOf(spoken.data);
  const shown = chosen && languages.includes(chosen) ? chosen : languages[0];
  const several = languages.length > 1 && shown !== undefined;
  const all = pages.data ?? [];
  const listed = several ? all.filter((page) => page.language === shown) : all;
  const missing = several ? missingPages(all, languages, shown) : [];
  const actions = (
    <div className={styles.actions}>
      {importAction}
      <Button variant="primary" icon="plus" onClick={() => setAsked({ kind: 'add' })}>
        {t('pages.add')}
      </Button>
    </div>
  );
  return (
    <>
      <div className={styles.publish}>{publishState}</div>
      <Section title={t('pages.title')} lead={t('pages.lead')} action={actions}>
        {pages.isPending && <SkeletonRows height={64} />}
        {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.data?.length === 0 && (
          <EmptyState icon="page" title={t('pages.emptyTitle')}>
            {t('pages.empty')}
          </EmptyState>
        )}
        {several && all.length > 0 && <LanguageTabs languages={languages} pages={all} shown={shown} onShow={setChosen} />}
        {listed.length + missing.length > 0 && (
          <ul className={styles.list}>
            {[...listed].sort(byHomeThenTitle).map((page) => (
              <PageRow
                key={page.id}
                page={page}
                missing={several ? missingLanguages(page, all, languages) : []}
                onTranslate={(language) => setAsked({ kind: 'translate', page, language })}
                onRename={() => setAsked({ kind: 'rename', page })}
                onDelete={() => setAsked({ kind: 'delete', page })}
              />
            ))}
            {several && missing.map((page) => <MissingRow key={page.id} page={page} onTranslate={() => setAsked({ kind: 'translate', page, language: shown })} />)}
          </ul>
        )}
        <Trash siteId={siteId} />
      </Section>
      {asked?.kind === 'add' && <PageDialog siteId={siteId} language={shown} prefix={prefixOf(spoken.data, shown)} onClose={close} />}
      {asked?.kind === 'rename' && <PageDialog siteId={siteId} page={asked.page} prefix={prefixOf(spoken.data, asked.page.language)} onClose={close} />}
      {asked?.kind === 'translate' && (
        <TranslateDialog page={asked.page} language={asked.language} prefix={prefixOf(spoken.data, asked.language)} onClose={close} />
      )}
      {asked?.kind === 'delete' && <DeletePage page={asked.page} onClose={close} />}
    </>
  );
}

interface PageRowProps {
  page: Page;
  /** Languages in which it is not there. */
  missing: string[];
  onTranslate: (language: string) => void;
  onRename: () => void;
  onDelete: () => void;
}

function PageRow({ page, missing, onTranslate, onRename, onDelete }: PageRowProps) {
  const t = useT();
  const common = useCommon();
  const format = useFormat();
  const client = useQueryClient();
  const duplicating = useMutation({
    mutationFn: () => builder.duplicatePage(page.id),
    onSuccess: async (copy) => {
      toast(t('page.duplicated', { title: copy.title }));
      await client.invalidateQueries({ queryKey: ['pages', page.service_id] });
    },
    onError: (error) => toast(asProblem(error).message, 'bad'),
  });
  const isHome = page.slug === 'index';
  const items: (MenuItem | 'line')[] = [
    { key: 'edit', label: t('page.edit'), icon: 'pencil', to: paths.editor(page.service_id, page.id) },
    { key: 'duplicate', label: t('page.duplicate'), icon: 'copy', onSelect: () => duplicating.mutate() },
    { key: 'rename', label: t('page.rename'), icon: 'text', onSelect: onRename },
  ];
  for (const language of missing) {
    const label = t('languages.translateInto', { language: format.language(language) });
    items.push({ key: `translate-${language}`, label, icon: 'globe', onSelect: () => onTranslate(language) });
  }
  if (!isHome) items.push('line', { key: 'delete', label: common('delete'), icon: 'trash', danger: true, onSelect: onDelete });
  return (
    <li className={styles.row}>
      <span className={styles.emblem}>
        <Icon name={isHome ? 'home' : 'page'} />
      </span>
      <div className={styles.words}>
        <Link className={styles.name} lang={page.language} to={paths.editor(page.service_id, page.id)}>
          {page.title}
        </Link>
        <p className={styles.address}>{page.path}</p>
      </div>
      <span className={styles.time}>{t('pages.updated', { time: format.ago(page.updated_at) })}</span>
      <Badge tone={page.is_published ? 'good' : 'neutral'}>{t(page.is_published ? 'pages.published' : 'pages.draft')}</Badge>
      <Menu
        className={styles.menu}
        label={t('pages.actions', { title: page.title })}
        trigger={
          <span className={styles.more}>
            <Icon name="more" />
          </span>
        }
        items={items}
      />
    </li>
  );
}
