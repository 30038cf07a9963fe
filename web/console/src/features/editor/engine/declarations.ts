export interface Mistake {
  line: number;
  kind: 'colon' | 'property' | 'value' | 'sign';
  name: string;
}

export interface Declarations {
  style: Record<string, string>;
  mistakes: Mistake[];
}

export type Supports = (property: string, value: string) => boolean;

export function printDeclarations(style: Record<string, unknown>): string {
  return Object.entries(style)
    .filter(([name, value]) => !name.startsWith('__') && value !== '')
    .map(([name, value]) => `${name}: ${String(value)};`)
    .join('\n');
}

/** Declarations as somebody wrote them, and what of them no browser would take, by line. */
export function parseDeclarations(text: string, supports: Supports): Declarations {
  const style: Record<string, string> = {};
  const mistakes: Mistake[] = [];
  for (const { words, line } of split(text)) {
    const colon = words.indexOf(':');
    const name = (colon < 0 ? words : words.slice(0, colon)).trim();
    const value = colon < 0 ? '' : words.slice(colon + 1).trim();
    const property = name.startsWith('--') ? name : name.toLowerCase();
    const kind = /[{}<@]/.test(words) ? 'sign' : colon < 0 ? 'colon' : wrong(property, value, supports);
    if (kind) mistakes.push({ line, kind, name: kind === 'value' ? value : name });
    else style[property] = value;
  }
  return { style, mistakes };
}

function wrong(property: string, value: string, supports: Supports): Mistake['kind'] | null {
  if (/^--[\w가-힣-]+$/.test(property)) return value === '' ? 'value' : null;
  if (!/^-?[a-z][a-z-]*$/.test(property) || !supports(property, 'inherit')) return 'property';
  return value !== '' && supports(property, value.replace(/\s*!important$/i, '')) ? null : 'value';
}

/** At semicolons outside of quotes, brackets and comments; each with the line on which it begins. */
function split(text: string): { words: string; line: number }[] {
  const found: { words: string; line: number }[] = [];
  // The same length and lines, so that the count stays right.
  const plain = text.replace(/\/\*[\s\S]*?(\*\/|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
  let from = 0;
  let depth = 0;
  let quote = '';
  const add = (to: number) => {
    const part = plain.slice(from, to);
    const lead = part.length - part.trimStart().length;
    if (part.trim() !== '') found.push({ words: part.trim(), line: plain.slice(0, from + lead).split('\n').length });
    from = to + 1;
  };
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] ?? '';
    if (quote !== '') quote = sign === quote && plain[at - 1] !== '\\' ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === ';' && depth <= 0) add(at);
  }
  add(plain.length);
  return found;
}
