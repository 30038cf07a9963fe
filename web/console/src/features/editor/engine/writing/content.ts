import type { Component, Editor } from 'grapesjs';
import type { Part } from '../../sync/document';

type Viewed = Node & { __gjsv?: { model?: Component } };

/** What GrapesJS puts on elements in the canvas, and what a person's editing leaves there. */
const PASSING = /^(data-gjs|contenteditable$|draggable$|spellcheck$)/;
const PASSING_CLASS = /^gjs-/;
/** Browsers' commands still write what HTML has given up. */
const NEWER: Record<string, string> = { strike: 's' };
/** Those hold words; what else stands in a text is kept as it is. */
const HOLDERS = new Set(['default', 'text', 'link', '']);

/**
 * What stands in an element that is being written in, as parts. What the page had already keeps everything it had (classes,
 * attributes, names); what is new is read like any other markup.
 */
export class Content {
  /** New nodes keep the name they were told by, so that telling twice is telling the same. */
  private readonly named = new WeakMap<Node, string>();

  constructor(
    private readonly editor: Editor,
    private readonly newName: () => string,
  ) {}

  of(element: Element): Part[] {
    return this.children(element, new Set(), new Set());
  }

  private children(element: Element, uids: Set<string>, ids: Set<string>): Part[] {
    const parts: Part[] = [];
    for (const node of element.childNodes) {
      const part = this.part(node, uids, ids);
      const last = parts.at(-1);
      // Browsers split what somebody writes in; to the page it is one text.
      if (part && last?.type === 'textnode' && part.type === 'textnode') last.content = `${String(last.content)}${String(part.content)}`;
      else if (part) parts.push(part);
    }
    return parts;
  }

  private part(node: Node, uids: Set<string>, ids: Set<string>): Part | null {
    // GrapesJS's own way from an element to what it shows.
    // oxlint-disable-next-line no-underscore-dangle
    const model = (node as Viewed).__gjsv?.model;
    if (node.nodeType === Node.TEXT_NODE) {
      const { data } = node as Text;
      return data === '' ? null : { type: 'textnode', content: data, uid: this.name(node, model, uids) };
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    const element = node as Element;
    const known = model && !uids.has(nameOf(model) ?? '') ? (JSON.parse(JSON.stringify(model)) as Part) : null;
    const isWhole = model !== undefined && model.components().length === 0 && !HOLDERS.has(model.get('type') ?? '');
    const part = known ?? this.read(element, ids);
    if (!part) return null;
    part.uid = this.name(node, known ? model : undefined, uids);
    const id = attributesOf(part).id;
    if (typeof id === 'string') ids.add(id);
    const href = element.getAttribute('href');
    if (known && href !== null && element.tagName === 'A') part.attributes = { ...attributesOf(part), href };
    if (!(known && isWhole)) part.components = this.children(element, uids, ids);
    return part;
  }

  private name(node: Node, model: Component | undefined, uids: Set<string>): string {
    let name = nameOf(model) ?? this.named.get(node);
    if (name === undefined || uids.has(name)) {
      name = this.newName();
      this.named.set(node, name);
    }
    uids.add(name);
    return name;
  }

  /** The element itself, without what is in it. */
  private read(element: Element, ids: Set<string>): Part | null {
    const bare = element.cloneNode(false) as Element;
    for (const name of bare.getAttributeNames()) if (PASSING.test(name)) bare.removeAttribute(name);
    const classes = [...bare.classList].filter((entry) => !PASSING_CLASS.test(entry));
    if (classes.length > 0) bare.setAttribute('class', classes.join(' '));
    else bare.removeAttribute('class');
    // A browser that splits an element copies its id.
    if (ids.has(bare.id)) bare.removeAttribute('id');
    const parsed: unknown = this.editor.Parser.parseHtml(bare.outerHTML).html;
    const part = (Array.isArray(parsed) ? parsed[0] : parsed) as Part | undefined;
    if (!part) return null;
    const newer = NEWER[element.tagName.toLowerCase()];
    return newer ? { ...part, tagName: newer } : part;
  }
}

function nameOf(model: Component | undefined): string | undefined {
  const name: unknown = model?.get('uid' as never);
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function attributesOf(part: Part): Record<string, unknown> {
  return (part.attributes ?? {}) as Record<string, unknown>;
}
