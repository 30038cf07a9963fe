// @vitest-environment jsdom
import { expect, it } from 'vitest';
import english from 'grapesjs/locale/en.mjs';
import { korean } from '@/features/editor/engine/korean';

function flat(texts: object, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    value && typeof value === 'object' ? flat(value as object, `${prefix}${key}.`) : [[prefix + key, String(value)] as [string, string]],
  );
}

it('GrapesJS speaks Korean throughout: no key is missing and none is left in English', () => {
  const ours = new Map(flat(korean));
  const left = flat(english).filter(([key, text]) => (ours.get(key) ?? text) === text);
  expect(left).toEqual([]);
});
