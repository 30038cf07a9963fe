export type Advice = 'empty' | 'short' | 'good' | 'long';

const RANGES = { title: [8, 40], description: [40, 110] } as const;

/** How a text will fare in a list of search results. A Hangul syllable is as wide as two letters. */
export function adviceOn(kind: keyof typeof RANGES, text: string): { length: number; advice: Advice } {
  const length = [...text.trim()].length;
  const width = [...text.trim()].reduce((sum, sign) => sum + (/[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]/.test(sign) ? 1 : 0.6), 0);
  const [least, most] = RANGES[kind];
  if (length === 0) return { length, advice: 'empty' };
  if (width < least) return { length, advice: 'short' };
  return { length, advice: width > most ? 'long' : 'good' };
}

/** The title of the document, as the server makes it. */
export function documentTitle(page: { title: string; slug: string }, siteTitle: string): string {
  return page.slug === 'index' ? siteTitle : `${page.title} | ${siteTitle}`;
}
