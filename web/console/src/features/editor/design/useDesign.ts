import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { builder } from '@/api/client';
import { queries } from '@/api/queries';
import type { DesignValue, Id } from '@/api/types';
import { changed, designCss } from './design';
import { DesignChanges } from './DesignChanges';
import type { Engine } from '../engine/Engine';

export interface Design {
  /** Null until they are known. */
  values: DesignValue[] | null;
  loadError: unknown;
  reload: () => void;
  changes: DesignChanges;
}

/** Colours and typefaces of the site, as they are with what was changed here a moment ago; the canvas shows them at once. */
export function useDesign(siteId: Id, engine: Engine | undefined): Design {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(queries.design(siteId));
  const [changes] = useState(
    () =>
      new DesignChanges(async (values) => {
        client.setQueryData(queries.design(siteId).queryKey, await builder.changeDesign(siteId, values));
      }),
  );
  const { pending } = useSyncExternalStore(changes.subscribe, changes.snapshot);
  const values = useMemo(() => (data ? changed(data.values, pending) : null), [data, pending]);
  useEffect(() => {
    if (values) engine?.showDesign(designCss(values));
  }, [engine, values]);
  useEffect(() => () => void changes.flush(), [changes]);
  return { values, loadError: error, reload: () => void refetch(), changes };
}

const SiteColors = createContext<DesignValue[]>([]);
export const SiteColorsProvider = SiteColors.Provider;

/** The site's colours, for whoever offers colours. */
export function useSiteColors(): DesignValue[] {
  return use(SiteColors);
}
