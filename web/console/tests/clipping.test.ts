import { describe, expect, it } from 'vitest';
import { arrived, read, rulesFor, toMarkup } from '@/features/editor/engine/clipping';
import { parseDeclarations, printDeclarations } from '@/features/editor/engine/declarations';
import type { Part } from '@/features/editor/sync/document';

const card: Part = {
  uid: 'u1',
  tagName: 'div',
  classes: ['card'],
  attributes: { id: 'ixyz' },
  components: [
    { uid: 'u2', tagName: 'a', attributes: { href: '#ixyz', onclick: 'x()' }, components: [{ type: 'textnode', uid: 'u3', content: '글' }] },
    { uid: 'u4', tagName: 'script', components: [{ type: 'textnode', content: 'alert(1)' }] },
    { uid: 'u5', tagName: 'a', attributes: { href: 'java\nscript:alert(1)' } },
    { uid: 'u6', tagName: 'iframe', attributes: { srcdoc: '<script>x</script>' } },
  ],
};
const rules: Part[] = [
  { uid: 'r1', selectors: ['card'], style: { color: 'red' } },
  { uid: 'r2', selectors: ['card'], style: { color: 'blue' }, mediaText: '(max-width: 480px)', atRuleType: 'media' },
  { uid: 'r3', selectors: ['#ixyz'], style: { top: '0' }, state: 'hover' },
  { uid: 'r4', selectors: [], selectorsAdd: '.card a', style: { color: 'green' } },
  { uid: 'r5', selectors: ['other'], style: { color: 'red' } },
  { uid: 'r6', selectors: [], selectorsAdd: 'h2', style: { color: 'red' } },
  { uid: 'r7', selectors: ['card', 'other'], style: { color: 'red' } },
];

describe('parts on the clipboard', () => {
  it('bring the rules of their classes and ids, for all widths and states, and no others', () => {
    expect(rulesFor([card], rules).map(({ uid }) => uid)).toEqual(['r1', 'r2', 'r3', 'r4']);
  });

  it('are read from an attribute where only markup passes, without anything that runs', () => {
    const markup = `<meta charset="utf-8">${toMarkup({ parts: [card], rules }, '<b>"x"</b>')}`;
    const [part] = read('', markup)?.parts ?? [];
    expect(part?.components).toEqual([{ tagName: 'a', attributes: { href: '#ixyz' }, components: [{ type: 'textnode', content: '글' }] }, { tagName: 'a', attributes: {} }]);
    expect(JSON.stringify(part)).not.toMatch(/script|onclick|srcdoc|uid/);
  });

  it.each(['', 'x', '{}', '{"parts":[],"rules":[]}', '{"parts":[{"tagName":"script"}],"rules":[]}', 'null'])('are nothing when the words are not ours: %s', (words) => {
    expect(read(words, '')).toBeNull();
  });

  it('are nothing when their markup is broken', () => {
    expect(read('', '<div data-jium-clipping="%E0%A4%A">글</div>')).toBeNull();
  });

  it('drop rules that would leave their place', () => {
    const told = { parts: [{ tagName: 'p' }], rules: [{ selectors: ['a{}'], style: {} }, { selectors: ['b'], style: { color: 'red}</style>', top: '0' } }] };
    expect(read(JSON.stringify(told), '')?.rules).toEqual([{ selectors: ['b'], style: { top: '0' } }]);
  });

  it('get ids of their own where theirs are taken, with the rules and links that name them', () => {
    const made = arrived({ parts: [card], rules: rulesFor([card], rules) }, new Set(['ixyz', 'ixyz-2']), rules);
    expect(made.parts[0]).toMatchObject({ attributes: { id: 'ixyz-3' }, classes: ['card'], components: [{ attributes: { href: '#ixyz-3' } }, {}, {}, {}] });
    expect(made.parts[0]).not.toHaveProperty('uid');
    expect(made.rules).toEqual([{ selectors: ['#ixyz-3'], style: { top: '0' }, state: 'hover' }]);
  });

  it('keep their look where a class looks otherwise', () => {
    const there = [{ selectors: ['card'], style: { color: 'black' } }, { selectors: ['card-2'], style: { top: '0' } }];
    const made = arrived({ parts: [card], rules: rulesFor([card], rules) }, new Set(), there);
    expect(made.parts[0]).toMatchObject({ classes: ['card-3'], attributes: { id: 'ixyz' } });
    expect(made.rules.map(({ selectors, selectorsAdd }) => [selectors, selectorsAdd])).toEqual([[['card-3'], undefined], [['card-3'], undefined], [['#ixyz'], undefined], [[], '.card-3 a']]);
  });
});

describe('declarations by hand', () => {
  const known: Record<string, RegExp> = { color: /^(red|inherit)$/, 'background-image': /^(url\(.*\)|inherit)$/, content: /.*/ };
  const supports = (property: string, value: string) => known[property]?.test(value) ?? false;

  it('are read with quotes, brackets, comments and priorities', () => {
    const text = 'color: red !important; /* a; b\n */ background-image: url("a;b.png");\n--own: 1;content: "x;}"';
    expect(parseDeclarations(text.replace('}', ''), supports)).toEqual({ style: { color: 'red !important', 'background-image': 'url("a;b.png")', '--own': '1', content: '"x;"' }, mistakes: [] });
  });

  it('say by line what no browser takes', () => {
    expect(parseDeclarations('color: red;\ncolr: red;\n\ncolor: 12;\ncolor;\na { color: red }', supports).mistakes).toEqual([
      { line: 2, kind: 'property', name: 'colr' },
      { line: 4, kind: 'value', name: '12' },
      { line: 5, kind: 'colon', name: 'color' },
      { line: 6, kind: 'sign', name: 'a { color' },
    ]);
  });

  it('come back as they were printed', () => {
    const style = { color: 'red', '--own': '1' };
    expect(parseDeclarations(printDeclarations({ ...style, __p: false, top: '' }), supports).style).toEqual(style);
  });
});
