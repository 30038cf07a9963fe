import type { Id } from '@/api/types';

/** The addresses of the console's screens. None may begin with a name that the server routes to a service. */
export const paths = {
  home: '/',
  login: '/login',
  signUp: '/signup',
  forgot: '/forgot',
  create: '/new',
  mailbox: '/mailbox',
  profile: '/profile',
  operations: '/operations',
  site: (id: Id, tab?: 'menu' | 'releases' | 'files' | 'settings') => (tab ? `/sites/${id}/${tab}` : `/sites/${id}`),
  editor: (siteId: Id, pageId: Id) => `/sites/${siteId}/edit/${pageId}`,
};

/** Only a path of this origin; `//host` and `/\host` would lead away. */
export function safeReturnPath(path: string | null): string {
  return path && /^\/(?![/\\])/.test(path) && !path.startsWith(paths.login) ? path : paths.home;
}
