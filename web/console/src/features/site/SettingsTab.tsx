import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id, SiteSettings } from '@/api/types';
import { Button } from '@/ui/Button';
import { TextArea, TextField } from '@/ui/Field';
import { Card, Section } from '@/ui/Page';
import { ErrorState, Notice, SkeletonRows } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { CookieFields } from './CookieFields';
import { useT } from './messages';
import { NotFoundField } from './NotFoundField';
import { PictureChoice } from './PictureChoice';
import { RedirectsSection } from './RedirectsSection';
import { SiteActions } from './SiteActions';
import { SearchResult } from './SearchResult';
import styles from './SettingsTab.module.css';

export function SettingsTab({ siteId, duplicateAction }: { siteId: Id; duplicateAction: ReactNode }) {
  const settings = useQuery(queries.settings(siteId));
  if (settings.isPending) return <SkeletonRows count={3} height={180} />;
  if (settings.isError) return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  return (
    <>
      <SettingsForm siteId={siteId} stored={settings.data.body} etag={settings.data.etag} />
      <RedirectsSection siteId={siteId} />
      <SiteActions siteId={siteId} duplicateAction={duplicateAction} />
    </>
  );
}

type TextKey = Exclude<keyof SiteSettings, 'meta_tags' | 'not_found_page_id' | 'cookie_notice'>;

function SettingsForm({ siteId, stored, etag }: { siteId: Id; stored: SiteSettings; etag: string | null }) {
  const t = useT();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Partial<SiteSettings>>({});
  const shown = { ...stored, ...draft };
  const site = useQuery(queries.site(siteId));
  const saving = useMutation({
    mutationFn: () => builder.saveSettings(siteId, shown, etag),
    onSuccess: (saved) => {
      client.setQueryData(queries.settings(siteId).queryKey, saved);
      setDraft({});
      toast(t('settings.saved'));
    },
  });
  const problem = saving.error ? asProblem(saving.error) : null;
  const changed = (Object.keys(draft) as (keyof SiteSettings)[]).some(
    (key) => JSON.stringify(draft[key] ?? '') !== JSON.stringify(stored[key] ?? ''),
  );
  const bind = (key: TextKey) => ({
    value: shown[key] ?? '',
    error: problem?.field(key),
    onChange: ({ target }: { target: { value: string } }) => setDraft({ ...draft, [key]: target.value }),
  });

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Section title={t('settings.search.title')} lead={t('settings.search.lead')}>
        <Card className={styles.search}>
          <div className={styles.fields}>
            <TextField label={t('settings.seoTitle')} maxLength={200} {...bind('seo_title')} />
            <TextArea label={t('settings.seoDescription')} hint={t('settings.seoDescription.hint')} rows={4} maxLength={500} {...bind('seo_description')} />
          </div>
          <SearchResult
            title={shown.seo_title || site.data?.name || ''}
            description={shown.seo_description ?? ''}
            url={site.data?.url ?? ''}
            icon={shown.favicon_url}
          />
        </Card>
      </Section>
      <Section title={t('settings.favicon')} lead={t('settings.favicon.lead')}>
        <PictureChoice
          siteId={siteId}
          label={t('settings.favicon')}
          shape="icon"
          url={shown.favicon_url}
          onChange={(url) => setDraft({ ...draft, favicon_url: url })}
        />
      </Section>
      <Section title={t('settings.social')} lead={t('settings.social.lead')}>
        <PictureChoice
          siteId={siteId}
          label={t('settings.social')}
          shape="card"
          url={shown.social_image_url}
          onChange={(url) => setDraft({ ...draft, social_image_url: url })}
        />
      </Section>
      <Section title={t('settings.notFound')} lead={t('settings.notFound.lead')}>
        <Card>
          <NotFoundField
            siteId={siteId}
            value={shown.not_found_page_id}
            error={problem?.field('not_found_page_id')}
            onChange={(id) => setDraft({ ...draft, not_found_page_id: id })}
          />
        </Card>
      </Section>
      <Section title={t('settings.cookies')} lead={t('settings.cookies.lead')}>
        <CookieFields
          value={shown.cookie_notice}
          error={problem?.field('cookie_notice.policy_url') ?? problem?.field('policy_url')}
          onChange={(notice) => setDraft({ ...draft, cookie_notice: notice })}
        />
      </Section>
      <Section title={t('settings.code.title')} lead={t('settings.code.lead')}>
        <Card className={styles.fields}>
          <TextArea mono spellCheck={false} rows={5} label={t('settings.css')} {...bind('custom_css')} />
          <TextArea mono spellCheck={false} rows={5} label={t('settings.js')} {...bind('custom_js')} />
          <TextArea mono spellCheck={false} rows={3} label={t('settings.header')} hint={t('settings.header.hint')} {...bind('header_script')} />
          <TextArea mono spellCheck={false} rows={3} label={t('settings.footer')} hint={t('settings.footer.hint')} {...bind('footer_script')} />
        </Card>
      </Section>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <div className={styles.bar} data-shown={changed || undefined}>
        <p>{changed && t('settings.unsaved')}</p>
        {changed && <Button onClick={() => setDraft({})}>{t('settings.discard')}</Button>}
        <Button type="submit" variant="primary" disabled={!changed} busy={saving.isPending}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
