import type { Part } from './document';
import type { Collision } from './PageSync';

/** What one side of a collision comes to, for a person to choose by. */
export type Side = { kind: 'words'; words: string } | { kind: 'removed' } | { kind: 'moved' } | { kind: 'stays' };

export function describe({ kind, mine, theirs }: Collision, side: 'mine' | 'theirs'): Side {
  if (side === 'theirs') {
    if (kind === 'gone') return { kind: 'removed' };
    return mine.op === 'move' ? { kind: 'stays' } : said(theirs);
  }
  switch (mine.op) {
    case 'remove':
      return { kind: 'removed' };
    case 'move':
      return { kind: 'moved' };
    case 'insert':
      return said(mine.part);
    case 'set':
      return said(mine.value);
  }
}

const LONGEST = 400;

function said(value: unknown): Side {
  return { kind: 'words', words: textOf(value).slice(0, LONGEST) };
}

/** The words in a part or in a list of parts; of anything else, itself. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(value.every((entry) => typeof entry === 'string') ? ' ' : '');
  if (typeof value !== 'object' || value === null) return value === undefined || value === null ? '' : String(value);
  const part = value as Part;
  if (typeof part.content === 'string') return part.content;
  if (part.components) return textOf(part.components);
  return typeof part.name === 'string' ? part.name : '';
}
