import type { Page } from '@/api/types';

/** Pages that are not there in a language: the one to translate from, by the order of the languages; each once. */
export function missingPages(pages: Page[], languages: string[], language: string): Page[] {
  const known = new Set<number>();
  for (const page of pages) if (page.language === language && page.translation_group) known.add(page.translation_group);
  const missing: Page[] = [];
  for (const from of languages.filter((other) => other !== language)) {
    for (const page of pages.filter((candidate) => candidate.language === from)) {
      const group = page.translation_group;
      if (group && known.has(group)) continue;
      if (group) known.add(group);
      missing.push(page);
    }
  }
  return missing;
}

/** The languages in which a page is not there yet. */
export function missingLanguages(page: Page, pages: Page[], languages: string[]): string[] {
  const there = pages.filter((other) => page.translation_group && other.translation_group === page.translation_group);
  return languages.filter((language) => language !== page.language && !there.some((other) => other.language === language));
}
