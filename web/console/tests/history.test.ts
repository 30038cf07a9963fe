import { describe, expect, it } from 'vitest';
import type { PageVersion } from '@/api/types';
import { differences } from '@/features/editor/history/differences';
import { sittings } from '@/features/editor/history/sittings';

const version = (number: number, at: string, more: Partial<PageVersion> = {}) =>
  ({ version: number, saved_at: `2026-11-27T${at}Z`, author_id: 1, editor: 'window', bytes: 1, ...more }) as PageVersion;

const numbers = (versions: PageVersion[]) => sittings(versions).map((sitting) => sitting.versions.map((each) => each.version));

describe('the history', () => {
  it('tells what was saved in one go as one', () => {
    expect(numbers([version(5, '10:30:00'), version(4, '10:29:00'), version(3, '10:10:00'), version(2, '10:05:00')])).toEqual([
      [5, 4],
      [3, 2],
    ]);
  });

  it('parts windows, authors, named versions and what was restored', () => {
    const at = '10:00:00';
    expect(numbers([version(3, at, { editor: 'other' }), version(2, at), version(1, at, { author_id: 2 })])).toEqual([[3], [2], [1]]);
    expect(numbers([version(3, at), version(2, at, { name: 'Opening' }), version(1, at)])).toEqual([[3], [2, 1]]);
    expect(numbers([version(3, at), version(2, at, { restored_version: 1 }), version(1, at)])).toEqual([[3, 2], [1]]);
  });
});

const project = (components: unknown[], styles: unknown[] = []) => ({
  styles,
  pages: [{ frames: [{ component: { type: 'wrapper', uid: 'body', components } }] }],
});
const text = (uid: string, words: string) => ({ uid, type: 'text', components: [{ uid: `${uid}-words`, type: 'textnode', content: words }] });
const picture = (uid: string, src: string) => ({ uid, type: 'image', attributes: { src } });

describe('the differences of two versions', () => {
  it('are told in words', () => {
    const before = project([text('a', 'Old'), text('b', 'Gone'), picture('c', '/1.jpg')]);
    const after = project([text('a', 'New'), picture('c', '/2.jpg'), text('d', 'Added')]);
    expect(differences(before, after)).toEqual([
      { kind: 'added', words: 'Added' },
      { kind: 'removed', words: 'Gone' },
      { kind: 'text', before: 'Old', after: 'New' },
      { kind: 'picture', words: '' },
    ]);
  });

  it('count what only looks otherwise', () => {
    const rule = (colour: string) => ({ uid: 'r', selectors: ['#a'], style: { color: colour, margin: colour } });
    const before = project([{ ...text('a', 'Words'), classes: ['x'] }], [rule('red')]);
    const after = project([{ ...text('a', 'Words'), classes: ['y'] }], [rule('blue')]);
    expect(differences(before, after)).toEqual([{ kind: 'style', count: 3 }]);
  });

  it('are none between a page and itself', () => {
    const page = project([text('a', 'Words')]);
    expect(differences(page, page)).toEqual([]);
  });
});
