import type { Component } from 'grapesjs';
import { kindOf, tagOf, firstWords, type Kind } from './nodes';

/** Something that a page should have; with the part it is about, if there is one. */
export interface Finding {
  kind: 'noHeading' | 'manyHeadings' | 'noAlt' | 'emptyLink' | 'level';
  part: string | null;
  words: string;
}

/** A place that a link can lead to. */
export interface Anchor {
  part: string;
  name: string;
  kind: Kind;
  words: string;
}

function all(wrapper: Component): Component[] {
  const found: Component[] = [];
  wrapper.onAll((component) => {
    if (component !== wrapper && component.get('type') !== 'textnode' && component.get('type') !== 'comment') found.push(component);
  });
  return found;
}

export function audited(wrapper: Component): Finding[] {
  const parts = all(wrapper);
  const found: Finding[] = [];
  const add = (kind: Finding['kind'], part: Component | null) => found.push({ kind, part: part?.cid ?? null, words: part ? firstWords(part) : '' });
  const first = parts.filter((part) => tagOf(part) === 'h1');
  if (first.length === 0) add('noHeading', null);
  for (const heading of first.slice(1)) add('manyHeadings', heading);
  let level = 0;
  for (const part of parts) {
    const own = Number(/^h([1-6])$/.exec(tagOf(part))?.[1] ?? 0);
    if (own > level + 1 && level > 0) add('level', part);
    if (own > 0) level = own;
    const attributes = part.getAttributes() as Record<string, unknown>;
    // An empty description is a choice: the picture only adorns.
    if (kindOf(part) === 'image' && attributes.alt === undefined) add('noAlt', part);
    if (tagOf(part) === 'a' && (attributes.href === undefined || attributes.href === '#' || attributes.href === '')) add('emptyLink', part);
  }
  return found;
}

const PLACES = new Set<Kind>(['section', 'heading', 'form', 'menu']);

export function anchorsOf(wrapper: Component): Anchor[] {
  const parts = all(wrapper);
  const taken = new Set(parts.map((part) => ownId(part)).filter((id) => id !== ''));
  return parts
    .filter((part) => PLACES.has(kindOf(part)) || ownId(part) !== '')
    .map((part) => {
      const words = firstWords(part);
      const name = ownId(part) || free(words, taken);
      taken.add(name);
      return { part: part.cid, name, kind: kindOf(part), words };
    });
}

/** GrapesJS's own names for parts (i and some signs) say nothing to anybody. */
function ownId(part: Component): string {
  const { id } = (part.get('attributes') ?? {}) as { id?: unknown };
  return typeof id === 'string' && !/^i[a-z0-9]{3,5}(-\d+)?$/.test(id) ? id : '';
}

function free(words: string, taken: ReadonlySet<string>): string {
  const stem = words.trim().toLowerCase().replace(/[^\w가-힣]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 30) || 'section';
  if (!taken.has(stem)) return stem;
  for (let count = 2; ; count += 1) if (!taken.has(`${stem}-${count}`)) return `${stem}-${count}`;
}
