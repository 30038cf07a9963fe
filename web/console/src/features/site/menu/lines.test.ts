import { describe, expect, it } from 'vitest';
import { canIndent, entriesOf, linesOf, moved, pathOf, placed, withDepth } from './lines';

const menu = () =>
  linesOf([
    { label: 'A', url: '/a' },
    { label: 'B', url: '/b', children: [{ label: 'B1', page_id: 7 }, { label: 'B2', url: '/b2' }] },
    { label: 'C', url: '/c' },
  ]);

const drawn = (lines: ReturnType<typeof menu>) => lines.map((line) => '-'.repeat(line.depth) + line.label).join(' ');

describe('the lines of a menu', () => {
  it('are the entries and back', () => {
    const entries = entriesOf(menu());
    expect(entriesOf(linesOf(entries))).toEqual(entries);
    expect(entries[1]?.children?.[0]?.page_id).toBe(7);
  });

  it('move with what is below them, over what is below others', () => {
    expect(drawn(moved(menu(), 1, 'up'))).toBe('B -B1 -B2 A C');
    expect(drawn(moved(menu(), 0, 'down'))).toBe('B -B1 -B2 A C');
    expect(drawn(moved(menu(), 1, 'down'))).toBe('A C B -B1 -B2');
    expect(drawn(moved(menu(), 2, 'down'))).toBe('A B -B2 -B1 C');
    expect(drawn(moved(menu(), 2, 'up'))).toBe('A -B1 B -B2 C');
  });

  it('stay where there is no place to go', () => {
    expect(drawn(moved(menu(), 0, 'up'))).toBe('A B -B1 -B2 C');
    expect(drawn(moved(menu(), 4, 'down'))).toBe('A B -B1 -B2 C');
  });

  it('are dropped anywhere but into themselves, and the first stands at the top', () => {
    expect(drawn(placed(menu(), 4, 0))).toBe('C A B -B1 -B2');
    expect(drawn(placed(menu(), 1, 3))).toBe('A B -B1 -B2 C');
    expect(drawn(placed(menu(), 2, 0))).toBe('B1 A B -B2 C');
    expect(drawn(placed(menu(), 0, 5))).toBe('B -B1 -B2 C A');
  });

  it('go below the one before them unless something is below them', () => {
    expect(canIndent(menu(), 0)).toBe(false);
    expect(canIndent(menu(), 1)).toBe(false);
    expect(canIndent(menu(), 4)).toBe(true);
    expect(drawn(withDepth(menu(), 4, 1))).toBe('A B -B1 -B2 -C');
  });

  it('are named as a refusal names them', () => {
    expect([0, 1, 2, 3, 4].map((index) => pathOf(menu(), index))).toEqual([
      'entries.0',
      'entries.1',
      'entries.1.children.0',
      'entries.1.children.1',
      'entries.2',
    ]);
  });
});
