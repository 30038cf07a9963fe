import type { MenuEntry } from '@/api/types';

/** A line of the menu as it is edited: how deep it stands says below which it is. */
export interface Line {
  key: number;
  depth: 0 | 1;
  label: string;
  pageId: number | null;
  anchor: string;
  url: string;
  newTab: boolean;
}

let keys = 0;

export function newLine(part: Partial<Line>): Line {
  keys += 1;
  return { depth: 0, label: '', pageId: null, anchor: '', url: '', newTab: false, ...part, key: keys };
}

export function linesOf(entries: MenuEntry[], depth: 0 | 1 = 0): Line[] {
  return entries.flatMap((entry) => [
    newLine({
      depth,
      label: entry.label ?? '',
      pageId: entry.page_id ?? null,
      anchor: entry.anchor ?? '',
      url: entry.url ?? '',
      newTab: entry.new_tab ?? false,
    }),
    ...linesOf(entry.children ?? [], 1),
  ]);
}

function entryOf(line: Line): MenuEntry & { children: MenuEntry[] } {
  return {
    label: line.label.trim() || null,
    page_id: line.pageId,
    anchor: line.anchor.trim().replace(/^#/, '') || null,
    url: line.url.trim() || null,
    new_tab: line.newTab,
    children: [],
  };
}

export function entriesOf(lines: Line[]): MenuEntry[] {
  const entries: (MenuEntry & { children: MenuEntry[] })[] = [];
  for (const line of lines) {
    const parent = entries.at(-1);
    if (line.depth === 1 && parent) parent.children.push(entryOf(line));
    else entries.push(entryOf(line));
  }
  return entries;
}

/** Where the line at this index is in the menu that is sent, as a refusal names it. */
export function pathOf(lines: Line[], index: number): string {
  let top = -1;
  let below = -1;
  for (const line of lines.slice(0, index + 1)) {
    if (line.depth === 0 || top < 0) {
      top += 1;
      below = -1;
    } else {
      below += 1;
    }
  }
  return below < 0 ? `entries.${top}` : `entries.${top}.children.${below}`;
}

/** How many lines move with the one at this index: itself and what stands below it. */
export function size(lines: Line[], index: number): number {
  let end = index + 1;
  if (lines[index]?.depth === 0) while (lines[end]?.depth === 1) end += 1;
  return end - index;
}

function grounded(lines: Line[]): Line[] {
  const [first, ...rest] = lines;
  return first?.depth === 1 ? [{ ...first, depth: 0 }, ...rest] : lines;
}

/** Puts a line, with what is below it, before the one at the target index (or at the end). */
export function placed(lines: Line[], from: number, to: number): Line[] {
  const count = size(lines, from);
  if (to >= from && to <= from + count) return lines;
  const block = lines.slice(from, from + count);
  const rest = [...lines.slice(0, from), ...lines.slice(from + count)];
  const at = to > from ? to - count : to;
  return grounded([...rest.slice(0, at), ...block, ...rest.slice(at)]);
}

/** One place up or down; a line at the top level steps over others with all that is below them. */
export function moved(lines: Line[], index: number, way: 'up' | 'down'): Line[] {
  const line = lines[index];
  if (!line) return lines;
  if (way === 'up') {
    let to = index - 1;
    if (line.depth === 0) while (lines[to]?.depth === 1) to -= 1;
    return to < 0 || (line.depth === 1 && to === 0) ? lines : placed(lines, index, to);
  }
  const next = index + size(lines, index);
  if (next >= lines.length) return lines;
  return placed(lines, index, next + (line.depth === 0 ? size(lines, next) : 1));
}

export function canIndent(lines: Line[], index: number): boolean {
  return index > 0 && lines[index]?.depth === 0 && size(lines, index) === 1;
}

export function withDepth(lines: Line[], index: number, depth: 0 | 1): Line[] {
  return lines.map((line, at) => (at === index ? { ...line, depth } : line));
}
