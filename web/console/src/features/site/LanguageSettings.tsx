import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { FurtherLanguage, Id, SiteLanguages } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { SelectField } from '@/ui/Field';
import { Card, Section } from '@/ui/Page';
import { ErrorState, Notice, SkeletonRows } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { FurtherLanguageRow } from './FurtherLanguageRow';
import styles from './LanguageSettings.module.css';
import { useT } from './messages';

/** In which languages a site speaks, and what search results say of it in each. */
export function LanguageSettings({ siteId }: { siteId: Id }) {
  const t = useT();
  const languages = useQuery({ ...queries.languages(siteId), refetchOnWindowFocus: false });
  return (
    <div className={styles.apart}>
      <Section title={t('languages.title')} lead={t('languages.lead')}>
        {languages.isPending && <SkeletonRows count={1} height={160} />}
        {languages.isError && <ErrorState error={languages.error} onRetry={() => void languages.refetch()} />}
        {languages.data && <LanguageForm siteId={siteId} stored={languages.data} />}
      </Section>
    </div>
  );
}

type Draft = Pick<SiteLanguages, 'main' | 'further'>;

function LanguageForm({ siteId, stored }: { siteId: Id; stored: SiteLanguages }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft | null>(null);
  const shown = draft ?? stored;
  const saving = useMutation({
    mutationFn: () => builder.saveLanguages(siteId, { main: shown.main, further: shown.further }),
    onSuccess: (saved) => {
      client.setQueryData(queries.languages(siteId).queryKey, saved);
      void client.invalidateQueries({ queryKey: ['pages', siteId] });
      setDraft(null);
      toast(t('languages.saved'));
    },
  });
  const problem = saving.error ? asProblem(saving.error) : null;
  const change = (further: FurtherLanguage[], main = shown.main) => {
    saving.reset();
    setDraft({ main, further });
  };
  const replace = (index: number, language: FurtherLanguage) => change(shown.further.with(index, language));
  const move = (index: number, step: -1 | 1) => {
    const moved = shown.further[index];
    if (moved) change(shown.further.toSpliced(index, 1).toSpliced(index + step, 0, moved));
  };
  const name = (tag: string, own: string) => (format.language(tag) === own ? own : `${format.language(tag)} · ${own}`);
  const known = stored.known.map(({ language, name: own }) => ({ value: language, label: name(language, own) }));
  const used = new Set([shown.main, ...shown.further.map(({ language }) => language)]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Card className={styles.card}>
        <SelectField
          label={t('languages.main')}
          hint={t('languages.main.hint')}
          value={shown.main}
          error={problem?.field('main')}
          options={known.filter(({ value }) => value === shown.main || !used.has(value))}
          onChange={({ target }) => change(shown.further, target.value)}
        />
        {shown.further.length > 0 && (
          <ul className={styles.list}>
            {shown.further.map((language, index) => (
              <FurtherLanguageRow
                key={language.language}
                language={language}
                isFirst={index === 0}
                isLast={index === shown.further.length - 1}
                onChange={(changed) => replace(index, changed)}
                onMove={(step) => move(index, step)}
                onRemove={() => change(shown.further.toSpliced(index, 1))}
              />
            ))}
          </ul>
        )}
        <SelectField
          label={t('languages.add')}
          value=""
          options={[{ value: '', label: t('languages.choose') }, ...known.filter(({ value }) => !used.has(value))]}
          onChange={({ target }) => {
            if (target.value) change([...shown.further, { language: target.value, seo_title: null, seo_description: null }]);
          }}
        />
        {problem && !problem.field('main') && <Notice tone="bad">{problem.field('further') ?? problem.message}</Notice>}
        <div className={styles.actions}>
          {draft && <Button onClick={() => setDraft(null)}>{t('settings.discard')}</Button>}
          <Button type="submit" variant="primary" disabled={!draft} busy={saving.isPending}>
            {t('languages.save')}
          </Button>
        </div>
      </Card>
    </form>
  );
}
