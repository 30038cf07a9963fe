import type { Component } from 'grapesjs';

/** What a part of the page is to a person, told from its tag and type. */
export type Kind =
  | 'page'
  | 'section'
  | 'box'
  | 'text'
  | 'heading'
  | 'link'
  | 'button'
  | 'image'
  | 'video'
  | 'map'
  | 'form'
  | 'field'
  | 'list'
  | 'menu'
  | 'languages'
  | 'line'
  | 'other';

export interface LayerNode {
  id: string;
  kind: Kind;
  tag: string;
  /** A few of its own words, to tell siblings apart. */
  words: string;
  children: LayerNode[];
}

export interface Selected {
  id: string;
  kind: Kind;
  tag: string;
  attributes: Record<string, string>;
  properties: Record<string, unknown>;
  /** Its words when it holds nothing but words, so that they can be typed outside the canvas, too. */
  text: string | null;
  canMoveUp: boolean;
  canMoveDown: boolean;
  canRemove: boolean;
  hasParent: boolean;
}

const byTag: Record<string, Kind> = {
  section: 'section',
  header: 'section',
  footer: 'section',
  main: 'section',
  article: 'section',
  aside: 'section',
  p: 'text',
  span: 'text',
  blockquote: 'text',
  a: 'link',
  button: 'button',
  img: 'image',
  video: 'video',
  form: 'form',
  input: 'field',
  textarea: 'field',
  select: 'field',
  label: 'field',
  ul: 'list',
  ol: 'list',
  li: 'text',
  nav: 'menu',
  hr: 'line',
  div: 'box',
};

const byType: Record<string, Kind> = { wrapper: 'page', image: 'image', video: 'video', map: 'map', 'language-switch': 'languages' };

export function tagOf(component: Component): string {
  return (component.get('tagName') ?? 'div').toLowerCase();
}

export function kindOf(component: Component): Kind {
  const special = byType[component.get('type') ?? ''];
  if (special) return special;
  const tag = tagOf(component);
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'div' && component.get('type') === 'text') return 'text';
  return byTag[tag] ?? 'other';
}

function isText(component: Component): boolean {
  return component.get('type') === 'textnode' || component.get('type') === 'comment';
}

function parts(component: Component): Component[] {
  const found: Component[] = [];
  component.components().forEach((child: Component) => {
    found.push(child);
  });
  return found;
}

function textOf(component: Component): string | null {
  const children = parts(component);
  if (!children.every(isText)) return null;
  const own = component.get('content');
  const words = children.map((child) => child.get('content') ?? '').join('');
  return words || (typeof own === 'string' ? own : '');
}

export function firstWords(component: Component): string {
  const own = textOf(component);
  if (own?.trim()) return own.trim().slice(0, 40);
  for (const child of parts(component)) {
    const words = firstWords(child);
    if (words) return words;
  }
  return component.getAttributes().alt ?? '';
}

export function treeOf(component: Component): LayerNode[] {
  return parts(component)
    .filter((child) => !isText(child) && child.get('layerable') !== false)
    .map((child) => ({
      id: child.cid,
      kind: kindOf(child),
      tag: tagOf(child),
      words: firstWords(child),
      children: treeOf(child),
    }));
}

export function movable(component: Component, step: -1 | 1): boolean {
  const siblings = component.parent()?.components().length ?? 0;
  const to = component.index() + step;
  return Boolean(component.get('draggable')) && to >= 0 && to < siblings;
}

const holdsWords = new Set<Kind>(['text', 'heading', 'link', 'button', 'field']);

export function nodeOf(component: Component): Selected {
  const kind = kindOf(component);
  const { provider, videoId, src, controls, autoplay, loop, address, zoom } = component.props() as Record<string, unknown>;
  const attributes = component.getAttributes() as Record<string, unknown>;
  const isPage = kind === 'page';
  return {
    id: component.cid,
    kind,
    tag: tagOf(component),
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)])),
    properties: { provider, videoId, src, controls, autoplay, loop, address, zoom },
    text: holdsWords.has(kind) && tagOf(component) !== 'input' && tagOf(component) !== 'select' ? textOf(component) : null,
    canMoveUp: !isPage && movable(component, -1),
    canMoveDown: !isPage && movable(component, 1),
    canRemove: !isPage && Boolean(component.get('removable')),
    hasParent: Boolean(component.parent()) && component.parent()?.get('type') !== 'wrapper',
  };
}
