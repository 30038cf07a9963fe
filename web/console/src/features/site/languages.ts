import type { SiteLanguages } from '@/api/types';

/** The languages of a site, the main one first; none while they are not known. */
export function languagesOf(spoken: SiteLanguages | undefined): string[] {
  return spoken ? [spoken.main, ...spoken.further.map(({ language }) => language)] : [];
}

/** What the addresses of a language's pages begin with. */
export function prefixOf(spoken: SiteLanguages | undefined, language: string | undefined): string {
  return !spoken || !language || language === spoken.main ? '/' : `/${language.toLowerCase()}/`;
}
