import { describe, expect, test } from 'vitest';
import { BODY, difference, PageDocument, same, type Change, type Part } from '@/features/editor/sync';

function random(seed: number) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const empty = () => ({ styles: [], pages: [{ frames: [{ component: { type: 'wrapper', components: [] } }] }] });

function everyPart(document: PageDocument): Part[] {
  const found: Part[] = [];
  const walk = (part: Part) => {
    found.push(part);
    for (const child of part.components ?? []) walk(child);
  };
  walk(document.body);
  return found;
}

function someChange(document: PageDocument, chance: () => number, name: string): Change {
  const some = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const parts = everyPart(document).filter((part) => part.type !== 'textnode');
  const others = parts.filter((part) => part.uid !== BODY);
  const holders = parts.filter((part) => part.type !== 'text');
  const kind = chance();
  if (others.length === 0 || kind < 0.35) {
    const holder = some(holders);
    const text: Part = { uid: name, type: 'text', components: [{ uid: `${name}t`, type: 'textnode', content: name }] };
    const part = chance() < 0.4 ? { uid: `${name}s`, components: [text] } : text;
    return { op: 'insert', at: holder.uid as string, after: some([undefined, ...document.children(holder.uid as string).map((child) => child.uid)]), part };
  }
  const part = some(others);
  const uid = part.uid as string;
  if (kind < 0.5) return { op: 'remove', at: uid };
  if (kind < 0.8) {
    const holder = some(holders.filter((entry) => !document.isWithin(entry.uid as string, uid))).uid as string;
    return { op: 'move', at: uid, into: holder, after: some([undefined, ...document.children(holder).map((child) => child.uid)].filter((other) => other !== uid)) };
  }
  if (kind < 0.9) return { op: 'set', at: uid, field: 'attributes', name: some(['id', 'title']), value: some([name, undefined]) };
  return { op: 'set', at: uid, field: 'classes', value: [name] };
}

describe('the difference of two documents', () => {
  test.each(Array.from({ length: 400 }, (_, seed) => seed))('makes the one of the other (seed %i)', (seed) => {
    const chance = random(seed);
    const before = new PageDocument(empty());
    for (let n = 0; n < 12; n++) before.apply([someChange(before, chance, `a${n}`)]);
    const after = before.clone();
    for (let n = 0; n < 1 + seed % 12; n++) after.apply([someChange(after, chance, `b${n}`)]);
    const made = before.clone();
    made.apply(difference(before, after));
    expect(made.toProject()).toEqual(after.toProject());
    expect(same(made.toProject(), after.toProject())).toBe(true);
  });
});
