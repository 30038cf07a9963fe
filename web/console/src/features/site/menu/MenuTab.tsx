import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id, Page, SiteMenu } from '@/api/types';
import { Button } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { EmptyState, ErrorState, Notice, SkeletonRows } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { useT } from '../messages';
import settings from '../SettingsTab.module.css';
import { LineDialog } from './LineDialog';
import { entriesOf, linesOf, newLine, type Line } from './lines';
import styles from './Menu.module.css';
import { MenuLines } from './MenuLines';

/** The one menu of a site; every menu block shows it. */
export function MenuTab({ siteId }: { siteId: Id }) {
  const t = useT();
  const menu = useQuery(queries.menu(siteId));
  const pages = useQuery(queries.pages(siteId));
  return (
    <Section title={t('menu.title')} lead={t('menu.lead')}>
      {(menu.isPending || pages.isPending) && <SkeletonRows height={60} />}
      {menu.isError && <ErrorState error={menu.error} onRetry={() => void menu.refetch()} />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {menu.data && pages.data && <MenuForm siteId={siteId} stored={menu.data} pages={pages.data} />}
    </Section>
  );
}

function MenuForm({ siteId, stored, pages }: { siteId: Id; stored: SiteMenu; pages: Page[] }) {
  const t = useT();
  const client = useQueryClient();
  const [lines, setLines] = useState(() => linesOf(stored.entries));
  const [edited, setEdited] = useState<Line | null>(null);
  const entries = entriesOf(lines);
  const changed = JSON.stringify(entries) !== JSON.stringify(entriesOf(linesOf(stored.entries)));
  const saving = useMutation({
    mutationFn: (wanted: typeof entries) => builder.saveMenu(siteId, wanted),
    onSuccess: (saved) => {
      client.setQueryData(queries.menu(siteId).queryKey, saved);
      setLines(linesOf(saved.entries));
      toast(t(saved.automatic ? 'menu.automatic.done' : 'menu.saved'));
    },
  });
  const problem = saving.error ? asProblem(saving.error) : null;
  const change = (next: Line[]) => {
    saving.reset();
    setLines(next);
  };
  const take = (line: Line) => {
    const isKnown = lines.some(({ key }) => key === line.key);
    change(isKnown ? lines.map((other) => (other.key === line.key ? line : other)) : [...lines, line]);
    setEdited(null);
  };

  return (
    <>
      {stored.automatic && <Notice>{t('menu.automatic')}</Notice>}
      {lines.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState compact icon="layers" title={t('menu.empty')}>
            {t('menu.empty.text')}
          </EmptyState>
        </div>
      ) : (
        <MenuLines lines={lines} pages={pages} problem={problem} onChange={change} onEdit={setEdited} />
      )}
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <div className={settings.bar} data-shown={changed || undefined}>
        <p className={styles.start}>
          <Button icon="plus" onClick={() => setEdited(newLine({}))}>
            {t('menu.add')}
          </Button>
          {!stored.automatic && !changed && (
            <Button variant="ghost" busy={saving.isPending} onClick={() => saving.mutate([])}>
              {t('menu.reset')}
            </Button>
          )}
        </p>
        {changed && <Button onClick={() => change(linesOf(stored.entries))}>{t('settings.discard')}</Button>}
        <Button variant="primary" disabled={!changed} busy={saving.isPending && changed} onClick={() => saving.mutate(entries)}>
          {t('menu.save')}
        </Button>
      </div>
      {edited && <LineDialog line={edited} pages={pages} onSave={take} onClose={() => setEdited(null)} />}
    </>
  );
}
