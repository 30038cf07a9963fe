import type { Page } from '@/api/types';

export type LinkKind = 'page' | 'section' | 'url' | 'email' | 'phone' | 'file' | 'none';

export interface LinkTarget {
  kind: LinkKind;
  value: string;
}

function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

export function readLink(href: string, pages: Page[]): LinkTarget {
  if (href === '' || href === '#') return { kind: 'none', value: '' };
  if (href.startsWith('mailto:')) return { kind: 'email', value: href.slice(7) };
  if (href.startsWith('tel:')) return { kind: 'phone', value: href.slice(4) };
  const path = decoded(href);
  const [before = '', anchor] = path.split('#');
  if (anchor && (before === '' || pages.some((page) => page.path === before))) return { kind: 'section', value: path };
  if (href.startsWith('/builder/files/')) return { kind: 'file', value: href };
  return pages.some((page) => page.path === path) ? { kind: 'page', value: path } : { kind: 'url', value: href };
}

/** An address that may stand in a link, or null: `javascript:` and its like never do. */
export function writeLink({ kind, value }: LinkTarget): string | null {
  const text = value.trim();
  switch (kind) {
    case 'none':
      return '#';
    case 'section':
    case 'file':
      return text || '#';
    case 'page':
      return text || '/';
    case 'email':
      return text ? `mailto:${text}` : '#';
    case 'phone':
      return text ? `tel:${text.replace(/[^\d+*#,-]/g, '')}` : '#';
    case 'url':
      if (/^(https?:\/\/|#|\/(?!\/))/i.test(text)) return text;
      return /^[\w가-힣-]+(\.[\w가-힣-]+)+([/?#].*)?$/.test(text) ? `https://${text}` : null;
  }
}
