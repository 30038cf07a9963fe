const MAX_LENGTH = 80;

/** A page's address may hold Hangul; everything that the server refuses becomes a hyphen. */
export function pageSlug(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-z0-9가-힣]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
}

export function isPageSlug(slug: string): boolean {
  return slug.length <= MAX_LENGTH && /^[a-z0-9가-힣]+(?:-+[a-z0-9가-힣]+)*$/.test(slug.normalize('NFC'));
}
