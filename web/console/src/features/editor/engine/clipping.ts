import type { Part } from '../sync/document';

/** Parts on their way to another place, and the rules that make them look as they do. */
export interface Clipping {
  parts: Part[];
  rules: Part[];
}

export const CLIPPING_TYPE = 'application/x-jium';
const MARK = 'data-jium-clipping';
/** More than the largest page. */
const LIMIT = 4_000_000;

const FIELDS = new Set([
  'tagName', 'type', 'content', 'attributes', 'classes', 'components', 'void', 'name', 'src', 'provider', 'videoId', 'controls', 'autoplay', 'loop', 'poster',
  'address', 'zoom', 'mapType', 'removable', 'draggable', 'droppable', 'editable', 'layerable',
]);
const RULE_FIELDS = new Set(['selectors', 'selectorsAdd', 'style', 'state', 'mediaText', 'atRuleType']);
const FORBIDDEN = new Set(['script', 'style', 'link', 'meta', 'base', 'object', 'embed', 'applet', 'frame', 'frameset', 'template', 'noscript', 'head', 'html', 'body', 'title']);
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data', 'background']);
/** What names another part of the page by its id. */
const REFERENCES = ['for', 'headers', 'list', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns'];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const nameOf = (entry: unknown): string => (typeof entry === 'string' ? entry : isObject(entry) && typeof entry.name === 'string' ? entry.name : '');

// --- to the clipboard and from it

/** For places that keep markup alone: the parts ride along in an attribute. */
export function toMarkup(clipping: Clipping, html: string): string {
  return `<div ${MARK}="${encodeURIComponent(JSON.stringify(clipping))}">${html}</div>`;
}

/** What was copied here before, made harmless; null for anything else. */
export function read(json: string, markup: string): Clipping | null {
  try {
    const text = json || fromMarkup(markup);
    if (text === '' || text.length > LIMIT) return null;
    const told: unknown = JSON.parse(text);
    if (!isObject(told) || !Array.isArray(told.parts) || !Array.isArray(told.rules)) return null;
    const clipping = { parts: told.parts.flatMap(harmless), rules: told.rules.flatMap(harmlessRule) };
    return clipping.parts.length > 0 ? clipping : null;
  } catch {
    // Foreign words that only look like ours.
    return null;
  }
}

function fromMarkup(markup: string): string {
  const told = new RegExp(`${MARK}="([^"]*)"`).exec(markup)?.[1];
  return told === undefined ? '' : decodeURIComponent(told);
}

// --- harmless: nothing of it may run in the canvas

function harmless(told: unknown): Part[] {
  if (!isObject(told)) return [];
  const type = typeof told.type === 'string' ? told.type : undefined;
  if (type === 'textnode' || type === 'comment') return typeof told.content === 'string' ? [{ type, content: told.content }] : [];
  if (type === 'script' || type === 'wrapper' || type === 'head') return [];
  const tag = typeof told.tagName === 'string' ? told.tagName.toLowerCase() : '';
  if (FORBIDDEN.has(tag) || (tag === 'iframe' && type !== 'map' && type !== 'video') || (tag !== '' && !/^[a-z][a-z0-9-]*$/.test(tag))) return [];
  const part: Part = {};
  for (const [name, value] of Object.entries(told)) if (FIELDS.has(name) && !isRunnable(name, value)) part[name] = value;
  if (isObject(told.attributes)) part.attributes = harmlessAttributes(told.attributes);
  const inside: unknown[] = typeof told.components === 'string' ? [{ type: 'textnode', content: wordsOf(told.components) }] : Array.isArray(told.components) ? told.components : [];
  // Outside texts `content` is markup.
  if (typeof told.content === 'string' && told.content !== '') inside.push({ type: 'textnode', content: wordsOf(told.content) });
  delete part.content;
  delete part.components;
  const components = inside.flatMap(harmless);
  if (components.length > 0) part.components = components;
  return [part];
}

function wordsOf(markup: string): string {
  return new DOMParser().parseFromString(markup, 'text/html').body.textContent;
}

function harmlessAttributes(told: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(told).filter(([name, value]) => /^[a-z_:][\w:.-]*$/i.test(name) && !/^on/i.test(name) && name.toLowerCase() !== 'srcdoc' && !isObject(value) && !isRunnable(name, value)),
  );
}

function isRunnable(name: string, value: unknown): boolean {
  if (typeof value !== 'string' || !ADDRESSES.has(name.toLowerCase())) return false;
  // Browsers skip control characters and spaces in the name of a scheme.
  // oxlint-disable-next-line no-control-regex
  const address = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
  return /^(javascript|vbscript):/.test(address) || (address.startsWith('data:') && !/^data:image\/(png|jpeg|gif|webp|avif)[;,]/.test(address));
}

function harmlessRule(told: unknown): Part[] {
  if (!isObject(told) || !isObject(told.style)) return [];
  const rule = Object.fromEntries(Object.entries(told).filter(([name]) => RULE_FIELDS.has(name)));
  rule.style = Object.fromEntries(Object.entries(told.style).filter(([name, value]) => /^[\w-]+$/.test(name) && !/[<{}]|javascript:/i.test(String(value))));
  const said = [rule.selectorsAdd, rule.state, rule.mediaText, rule.atRuleType, ...selectorsOf(rule)];
  return said.some((words) => /[<{};@]/.test(String(words ?? ''))) ? [] : [rule];
}

// --- what belongs to parts

export function selectorsOf(rule: Part): string[] {
  return Array.isArray(rule.selectors) ? rule.selectors.map((entry: unknown) => (isObject(entry) && entry.type === 2 ? `#${nameOf(entry)}` : nameOf(entry))) : [];
}

function walk(parts: Part[], visit: (part: Part) => void) {
  for (const part of parts) {
    visit(part);
    walk(part.components ?? [], visit);
  }
}

const attributesOf = (part: Part) => (part.attributes ?? {}) as Record<string, unknown>;
const classesOf = (part: Part): string[] => (Array.isArray(part.classes) ? part.classes.map(nameOf) : []);
/** The classes and ids that a selector in words asks for. */
const askedBy = (selector: string) => [...selector.matchAll(/([.#])([\w가-힣-]+)/g)].map(([, sign, name]) => (sign === '#' ? `#${name}` : `${name}`));

/** Those of the rules that are about these parts alone: by their classes and ids, for every width and state. */
export function rulesFor(parts: Part[], rules: Part[]): Part[] {
  const known = new Set<string>();
  walk(parts, (part) => {
    for (const name of classesOf(part)) known.add(name.replace(/^\./, ''));
    if (typeof attributesOf(part).id === 'string') known.add(`#${attributesOf(part).id}`);
  });
  return rules.filter((rule) => {
    const asked = [...selectorsOf(rule).map((name) => name.replace(/^\./, '')), ...askedBy(String(rule.selectorsAdd ?? ''))];
    const isStyled = Object.keys((rule.style as object | undefined) ?? {}).length > 0;
    return isStyled && asked.length > 0 && asked.every((name) => known.has(name));
  });
}

// --- at the place where they arrive

const keyOf = (rule: Part) => JSON.stringify([selectorsOf(rule).sort(), rule.selectorsAdd ?? '', rule.state ?? '', rule.mediaText ?? '']);
const styleOf = (rule: Part) => JSON.stringify(Object.entries((rule.style ?? {}) as object).sort());

function free(name: string, isTaken: (name: string) => boolean): string {
  const stem = name.replace(/-\d+$/, '');
  for (let count = 2; ; count += 1) if (!isTaken(`${stem}-${count}`)) return `${stem}-${count}`;
}

/**
 * The same, ready for a page that has these ids and rules: ids that are taken and classes that look otherwise there get
 * other names, rules that are there already stay away, and nothing has a `uid`.
 */
export function arrived({ parts, rules }: Clipping, takenIds: ReadonlySet<string>, there: Part[]): Clipping {
  const looks = new Map(there.map((rule) => [keyOf(rule), styleOf(rule)]));
  const takenClasses = new Set(there.flatMap((rule) => [...selectorsOf(rule), ...askedBy(String(rule.selectorsAdd ?? ''))]));
  const names = new Map<string, string>();
  walk(parts, (part) => {
    const { id } = attributesOf(part);
    if (typeof id === 'string' && (takenIds.has(id) || names.has(`#${id}`))) names.set(`#${id}`, `#${free(id, (name) => takenIds.has(name) || names.has(`#${name}`))}`);
  });
  for (const rule of rules) {
    const look = looks.get(keyOf(rule));
    if (look === undefined || look === styleOf(rule)) continue;
    for (const name of [...selectorsOf(rule), ...askedBy(String(rule.selectorsAdd ?? ''))]) {
      if (!name.startsWith('#') && !names.has(name)) names.set(name, free(name, (other) => takenClasses.has(other)));
    }
  }
  const named = (name: string) => names.get(name) ?? name;
  const made = {
    parts: parts.map((part) => renamed(part, named)),
    rules: rules.map((rule) => ({
      ...withoutUid(rule),
      ...(Array.isArray(rule.selectors) && { selectors: selectorsOf(rule).map(named) }),
      ...(typeof rule.selectorsAdd === 'string' && { selectorsAdd: rule.selectorsAdd.replace(/([.#])([\w가-힣-]+)/g, (_, sign: string, name: string) => (sign === '#' ? named(`#${name}`) : `.${named(name)}`)) }),
    })),
  };
  return { ...made, rules: made.rules.filter((rule) => looks.get(keyOf(rule)) !== styleOf(rule)) };
}

function withoutUid(part: Part): Part {
  const { uid: _uid, ...rest } = part;
  return rest;
}

function renamed(part: Part, named: (name: string) => string): Part {
  const made = withoutUid(part);
  if (Array.isArray(part.classes)) made.classes = part.classes.map((entry: unknown) => (isObject(entry) ? { ...entry, name: named(nameOf(entry)) } : named(nameOf(entry))));
  if (part.attributes) {
    const attributes = { ...attributesOf(part) };
    if (typeof attributes.id === 'string') attributes.id = named(`#${attributes.id}`).slice(1);
    for (const name of REFERENCES) {
      const value = attributes[name];
      if (typeof value === 'string') attributes[name] = value.split(' ').map((id) => named(`#${id}`).slice(1)).join(' ');
    }
    if (typeof attributes.href === 'string' && attributes.href.startsWith('#')) attributes.href = named(attributes.href);
    made.attributes = attributes;
  }
  if (part.components) made.components = part.components.map((child) => renamed(child, named));
  return made;
}
