import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { auth, builder, deploy, mailbox, operations, payment } from './client';
import { Problem } from './problem';
import type { Id, SagaService, ServiceName } from './types';

/** A look at all services is 14 requests of the 1,000 that a session has in an hour: on opening, on coming back, and when asked for. */
const ONE_LOOK = { staleTime: 60_000, retry: false };

/** What the console asks the server, under which key it is kept and for how long it stays good. */
export const queries = {
  profile: () => queryOptions({ queryKey: ['profile'], queryFn: ({ signal }) => auth.profile(signal), staleTime: 60_000 }),
  sessions: () => queryOptions({ queryKey: ['sessions'], queryFn: auth.sessions }),
  plans: () => queryOptions({ queryKey: ['plans'], queryFn: payment.plans, staleTime: 600_000 }),
  sites: () => queryOptions({ queryKey: ['sites'], queryFn: payment.sites }),
  setAside: (status: 'archived' | 'trashed') =>
    queryOptions({ queryKey: ['sites', status], queryFn: () => payment.setAside(status) }),
  redirects: (siteId: Id) =>
    queryOptions({ queryKey: ['redirects', siteId], queryFn: () => builder.redirects(siteId), refetchOnWindowFocus: false }),
  menu: (siteId: Id) => queryOptions({ queryKey: ['menu', siteId], queryFn: () => builder.menu(siteId), refetchOnWindowFocus: false }),
  site: (id: Id) => queryOptions({ queryKey: ['sites', id], queryFn: () => payment.site(id) }),
  subscriptions: () => queryOptions({ queryKey: ['subscriptions'], queryFn: payment.subscriptions }),
  slug: (slug: string) =>
    queryOptions({ queryKey: ['slugs', slug], queryFn: ({ signal }) => payment.slug(slug, signal), staleTime: 10_000 }),
  templates: () => queryOptions({ queryKey: ['templates'], queryFn: builder.templates, staleTime: 600_000 }),
  pages: (siteId: Id) => queryOptions({ queryKey: ['pages', siteId], queryFn: () => builder.pages(siteId) }),
  trash: (siteId: Id) => queryOptions({ queryKey: ['trash', siteId], queryFn: () => builder.trash(siteId) }),
  page: (id: Id) =>
    queryOptions({ queryKey: ['page', id], queryFn: () => builder.page(id), staleTime: Infinity, gcTime: 0 }),
  settings: (siteId: Id) =>
    queryOptions({ queryKey: ['settings', siteId], queryFn: () => builder.settings(siteId), refetchOnWindowFocus: false }),
  design: (siteId: Id) => queryOptions({ queryKey: ['design', siteId], queryFn: () => builder.design(siteId) }),
  languages: (siteId: Id) => queryOptions({ queryKey: ['languages', siteId], queryFn: () => builder.languages(siteId), staleTime: 60_000 }),
  assets: (siteId: Id) => queryOptions({ queryKey: ['assets', siteId], queryFn: () => builder.assets(siteId) }),
  pictures: (siteId: Id, words: string) =>
    infiniteQueryOptions({
      queryKey: ['assets', siteId, 'pictures', words],
      queryFn: ({ pageParam }) => builder.pictures(siteId, words, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next_cursor,
      placeholderData: (before) => before,
    }),
  asset: (id: Id) => queryOptions({ queryKey: ['asset', id], queryFn: () => builder.asset(id), staleTime: 0 }),
  deployStatus: (siteId: Id) => queryOptions({ queryKey: ['deploy', siteId], queryFn: () => deploy.status(siteId) }),
  releases: (siteId: Id) => queryOptions({ queryKey: ['releases', siteId], queryFn: () => deploy.releases(siteId) }),
  events: (service: ServiceName) =>
    queryOptions({ queryKey: ['operations', service, 'events'], queryFn: () => operations.events(service), ...ONE_LOOK }),
  parked: (service: ServiceName) =>
    queryOptions({ queryKey: ['operations', service, 'parked'], queryFn: () => operations.parked(service), ...ONE_LOOK }),
  stuck: (service: SagaService) =>
    queryOptions({ queryKey: ['operations', service, 'stuck'], queryFn: () => operations.stuck(service), ...ONE_LOOK }),
  mailbox: () => queryOptions({ queryKey: ['mailbox'], queryFn: mailbox.list, retry: false }),
};

/** Refusals are final; only silence and a struggling server are worth asking again. */
export function worthRetrying(failures: number, error: unknown): boolean {
  const temporary = !(error instanceof Problem) || error.status === 0 || error.status >= 500;
  return temporary && failures < 2;
}
