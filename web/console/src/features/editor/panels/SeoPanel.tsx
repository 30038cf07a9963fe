import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore, type FormEvent } from 'react';
import { builder } from '@/api/client';
import { isPageSlug } from '@/api/pageSlug';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id, Page } from '@/api/types';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { paths } from '@/ui/paths';
import { toast } from '@/ui/Toast';
import type { Engine } from '../engine/Engine';
import { useT } from '../messages';
import { adviceOn, documentTitle } from './seo';
import styles from './SeoPanel.module.css';

interface SeoPanelProps {
  engine: Engine;
  siteId: Id;
  page: Page;
  pages: Page[];
  onGo: (path: string) => void;
}

/** How search engines and messengers will show this page, and what it lacks. */
export function SeoPanel({ engine, siteId, page, pages, onGo }: SeoPanelProps) {
  const t = useT();
  const client = useQueryClient();
  const stored = pages.find(({ id }) => id === page.id) ?? page;
  const [draft, setDraft] = useState<{ title?: string; slug?: string }>({});
  const shown = { title: stored.title, slug: stored.slug, ...draft };
  const site = useQuery(queries.site(siteId));
  const settings = useQuery(queries.settings(siteId)).data?.body;
  const spoken = useQuery(queries.languages(siteId)).data;
  // A page of a further language is found under what the site says of itself in that one.
  const said = spoken && page.language !== spoken.main ? spoken.further.find(({ language }) => language === page.language) : settings;
  const saving = useMutation({
    // The saver's own edits may have made newer versions meanwhile.
    mutationFn: async () => builder.updatePage(page.id, (await builder.page(page.id)).version, draft),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['pages', siteId] });
      setDraft({});
      toast(t('seo.saved'));
    },
  });
  const problem = saving.error ? asProblem(saving.error) : null;
  const isHome = stored.slug === 'index';
  const title = documentTitle(shown, said?.seo_title || site.data?.name || '');
  const description = said?.seo_description ?? '';
  const path = isHome || shown.slug === stored.slug ? stored.path : stored.path.replace(/[^/]*$/, shown.slug);
  const address = `${(site.data?.url ?? '').replace(/^https?:\/\//, '').replace(/\/$/, '')}${path === '/' ? '' : path}`;
  const titleAdvice = adviceOn('title', title);
  const textAdvice = adviceOn('description', description);
  const isDuplicate = pages.some((other) => other.id !== page.id && other.title.trim() === shown.title.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <div className={styles.panel}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('seo.title')}
          hint={isHome ? t('seo.homeTitle') : `${t('seo.length', { length: titleAdvice.length })} ${t(`seo.titleAdvice.${titleAdvice.advice}`)}`}
          error={isDuplicate ? t('seo.duplicate') : (problem?.field('title') ?? undefined)}
          maxLength={200}
          autoComplete="off"
          value={shown.title}
          onChange={({ target }) => setDraft({ ...draft, title: target.value })}
        />
        {!isHome && (
          <TextField
            label={t('seo.address')}
            hint={t('seo.addressHint')}
            error={isPageSlug(shown.slug) ? (problem?.field('slug') ?? undefined) : t('pages.invalid')}
            prefix="/"
            autoComplete="off"
            value={shown.slug}
            onChange={({ target }) => setDraft({ ...draft, slug: target.value })}
          />
        )}
        {problem && !problem.field('title') && !problem.field('slug') && <p role="alert">{problem.message}</p>}
        <Button type="submit" size="sm" variant="primary" wide busy={saving.isPending} disabled={(shown.title === stored.title && shown.slug === stored.slug) || !shown.title.trim() || !isPageSlug(shown.slug)}>
          {t('seo.save')}
        </Button>
      </form>
      <figure className={styles.preview}>
        <figcaption>{t('seo.search')}</figcaption>
        <div className={styles.result}>
          <small>{address}</small>
          <strong>{title}</strong>
          <p>{description || t('seo.noDescription')}</p>
        </div>
      </figure>
      <p className={styles.note}>
        {`${t('seo.length', { length: textAdvice.length })} ${t(`seo.textAdvice.${textAdvice.advice}`)}`}
        <Button size="sm" variant="ghost" onClick={() => onGo(paths.site(siteId, 'settings'))}>
          {t('seo.description')}
        </Button>
      </p>
      <Card engine={engine} chosen={settings?.social_image_url ?? ''} title={title} description={description} address={address} />
      <Findings engine={engine} />
    </div>
  );
}

function Card({ engine, chosen, title, description, address }: { engine: Engine; chosen: string; title: string; description: string; address: string }) {
  const t = useT();
  useSyncExternalStore(engine.subscribe, engine.snapshot);
  const picture = chosen || engine.firstPicture();
  return (
    <>
      <figure className={styles.preview}>
        <figcaption>{t('seo.card')}</figcaption>
        <div className={styles.card}>
          {picture ? <img src={picture} alt="" /> : <span className={styles.blank}><Icon name="image" size={26} /></span>}
          <div>
            <strong>{title}</strong>
            <p>{description}</p>
            <small>{address.split('/')[0]}</small>
          </div>
        </div>
      </figure>
      <p className={styles.note}>{t(chosen ? 'seo.chosen' : picture ? 'seo.picture' : 'seo.noPicture')}</p>
    </>
  );
}

function Findings({ engine }: { engine: Engine }) {
  const t = useT();
  useSyncExternalStore(engine.subscribe, engine.snapshot);
  const found = engine.findings();
  return (
    <section className={styles.findings} aria-label={t('seo.findings')}>
      <h3>{t('seo.findings')}</h3>
      {found.length === 0 && (
        <p className={styles.note}>
          <Icon name="check" size={16} />
          {t('seo.fine')}
        </p>
      )}
      <ul>
        {found.map(({ kind, part, words }) => (
          <li key={`${kind} ${part}`}>
            <span>
              {t(`seo.finding.${kind}`)}
              {words && <small>{words}</small>}
            </span>
            {part && (
              <Button size="sm" onClick={() => engine.select(part)}>
                {t('seo.show')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
