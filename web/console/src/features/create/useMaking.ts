import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
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
  const [siteMade, setSiteMade] = useState<Site | null>(null);
  const [imported, setImported] = useState<ImportResult | null>(null);

  const mutation = useMutation({
    mutationFn: async (draft: Draft): Promise<Made> => {
      setStage('site');
      let created = siteMade;
      if (!created) {
        const answer = await payment.subscribe({
          plan_type: draft.plan,
          service: { name: draft.name.trim(), slug: draft.slug },
          ...(draft.start?.kind === 'template' ? { template_id: draft.start.id } : {}),
        });
        created = answer.service;
        setSiteMade(created);
      }
      const site = await untilActive(created);
      let result = imported;
      if (draft.start?.kind === 'import' && !result) {
        setStage('import');
        result = await builder.importFile(site.id, draft.start.file);
        setImported(result);
      }
      setStage('page');
      return { site, page: await firstPage(site.id, homeTitle), imported: result };
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['sites'] });
      void client.invalidateQueries({ queryKey: ['subscriptions'] });
    },
  });
  return { ...mutation, stage, siteMade };
}
