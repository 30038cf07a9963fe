import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sources, withoutComments, type Source } from './sources';

/** Which layers each layer may use. Features use what is below them, never one another. */
const allowed: Record<string, string[]> = {
  app: ['app', 'features', 'ui', 'api', 'i18n', 'tokens'],
  features: ['ui', 'api', 'i18n', 'tokens'],
  ui: ['ui', 'api', 'i18n', 'tokens'],
  api: ['api', 'i18n'],
  i18n: ['i18n'],
  tokens: ['tokens'],
};

function imports(source: Source): string[] {
  const found = withoutComments(source.text).matchAll(/(?:from|import\(?)\s*['"]([^'"]+)['"]/g);
  return [...found].map((match) => match[1] ?? '');
}

function resolved(source: Source, target: string): string | null {
  if (target.startsWith('@/')) return target.slice(2);
  if (target.startsWith('.')) return posix.join(posix.dirname(source.path), target);
  return null;
}

export function violations(files: Source[]): string[] {
  return files.flatMap((source) => {
    const [layer = '', room] = source.path.split('/');
    return imports(source).flatMap((target) => {
      if (/^grapesjs(\/|$)/.test(target)) {
        return source.path.startsWith('features/editor/engine/') ? [] : [`${source.path} imports ${target}`];
      }
      const path = resolved(source, target);
      if (path === null || !(layer in allowed)) return [];
      const [toLayer = '', toRoom] = path.split('/');
      const own = layer === 'features' && toLayer === 'features' && room === toRoom;
      return own || allowed[layer]?.includes(toLayer) ? [] : [`${source.path} imports ${target}`];
    });
  });
}

describe('the layers', () => {
  it('point in one direction, and only the engine knows GrapesJS', () => {
    expect(violations(sources())).toEqual([]);
  });

  it('load the engine by a dynamic import alone', () => {
    const statically = sources().filter(
      (source) => !source.path.startsWith('features/editor/engine/') && /^import(?! type).*engine\/(create|korean|standIns)'/m.test(source.text),
    );
    expect(statically.map((source) => source.path)).toEqual([]);
  });

  it.each([
    ['features/site/A.tsx', "import { x } from '@/features/editor/EditorPage';"],
    ['features/site/A.tsx', "import { x } from '../editor/EditorPage';"],
    ['ui/A.tsx', "import { x } from '@/features/site/B';"],
    ['api/a.ts', "import { x } from '@/ui/Button';"],
    ['features/editor/panels/A.tsx', "import grapesjs from 'grapesjs';"],
    ['app/A.tsx', "const x = import('grapesjs/locale/ko.mjs');"],
  ])('catch a planted violation in %s: %s', (path, text) => {
    expect(violations([{ path, text }])).toHaveLength(1);
  });
});
