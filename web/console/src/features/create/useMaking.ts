import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { builder, payment } from '@/api/client';
import { Problem } from '@/api/problem';
import type { Id, ImportResult, Page, Site } from '@/api/types';
import type { Draft } from './draft';

export type Stage = 'site' | 'import' | 'page';

export interface Made {
  site: Site;
  page: Page;
  imported: ImportResult | null;
}

const POLL_MS = 700;
const POLL_LIMIT = 60;

async function untilActive(site: Site): Promise<Site> {
  let current = site;
  for (let attempt = 0; current.status === 'provisioning' && attempt < POLL_LIMIT; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    current = await payment.site(site.id);
  }
  if (current.status === 'provisioning') throw new Problem(503, 'service_unavailable');
  return current;
}

async function firstPage(siteId: Id, homeTitle: string): Promise<Page> {
  const pages = await builder.pages(siteId);
  return (
    pages.find((page) => page.slug === 'index') ??
    pages[0] ??
    (await builder.createPage({ service_id: siteId, title: homeTitle, slug: 'index' }))
  );
}

/** Creates the site, brings its content in and finds the page to open. A second try goes on where the first one stopped. */
export function useMaking(homeTitle: string) {
  const client = useQueryClient();
  const [stage, setStage] = useState<Stage>('site');
  const made = useRef<{ site: Site | null; imported: ImportResult | null }>({ site: null, imported: null });

  const mutation = useMutation({
    mutationFn: async (draft: Draft): Promise<Made> => {
      setStage('site');
      if (!made.current.site) {
        const answer = await payment.subscribe({
          plan_type: draft.plan,
          service: { name: draft.name.trim(), slug: draft.slug },
          ...(draft.start?.kind === 'template' ? { template_id: draft.start.id } : {}),
        });
        made.current.site = answer.service;
      }
      const site = await untilActive(made.current.site);
      if (draft.start?.kind === 'import' && !made.current.imported) {
        setStage('import');
        made.current.imported = await builder.importFile(site.id, draft.start.file);
      }
      setStage('page');
      return { site, page: await firstPage(site.id, homeTitle), imported: made.current.imported };
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['sites'] });
      void client.invalidateQueries({ queryKey: ['subscriptions'] });
    },
  });
  return { ...mutation, stage, siteMade: made.current.site };
}
