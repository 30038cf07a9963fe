import { queryOptions } from '@tanstack/react-query';
import { builder } from '@/api/client';
import type { Id } from '@/api/types';

/** A version never changes; only its name does, which is read from the list. */
export const versionQuery = (pageId: Id, version: number) =>
  queryOptions({ queryKey: ['version', pageId, version], queryFn: () => builder.version(pageId, version), staleTime: Infinity, gcTime: 60_000 });
