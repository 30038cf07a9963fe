import { BODY, isMembers, PROJECT, RULES, same, type Change, type PageDocument, type Part } from './document';

/** Changed name by name; everything else as a whole. */
const MEMBERS = new Set(['attributes', 'style']);
const SHARED = ['symbols', 'assets', 'dataSources'];

const INLINE = new Set(['a', 'abbr', 'b', 'br', 'cite', 'code', 'del', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'wbr']);

const isInline = (part: Part) => part.type === 'textnode' || INLINE.has(typeof part.tagName === 'string' ? part.tagName : part.type === 'link' ? 'a' : 'div');
const isWords = (part: Part) => part.type === 'textnode' && typeof part.content === 'string' && part.content.trim() !== '';

/** A text is changed as a whole: what stands in it has no life of its own. Blanks between blocks make no text of what holds them. */
export function isText(part: Part): boolean {
  const children = part.components ?? [];
  return children.some(isWords) || (part.type === 'text' && children.every(isInline));
}

/** The changes that make the one document of the other. */
export function difference(before: PageDocument, after: PageDocument): Change[] {
  const was = index(before);
  const is = index(after);
  const changes: Change[] = [];
  for (const field of SHARED) {
    if (!same(before.field(PROJECT, field), after.field(PROJECT, field))) changes.push({ op: 'set', at: PROJECT, field, value: after.field(PROJECT, field) });
  }
  const texts = new Set<string>();
  for (const [uid, { part }] of is) {
    const old = was.get(uid);
    if (old && isText(old.part) !== isText(part)) texts.add(uid);
  }
  place(BODY, was, is, texts, changes);
  place(RULES, was, is, texts, changes);
  for (const [uid, { parent }] of was) {
    if (is.has(uid) || (parent !== '' && !is.has(parent) && was.has(parent))) continue;
    // What stood in a part that became a text, or is one no more, went with its content.
    if (!texts.has(parent)) changes.push({ op: 'remove', at: uid });
  }
  for (const [uid, { part }] of is) {
    const old = was.get(uid)?.part;
    if (old) fields(uid, old, part, changes);
  }
  return changes;
}

interface Entry {
  part: Part;
  parent: string;
  /** In the order of the document. */
  rank: number;
}

/** Parts in the order of the document, without those that stand in texts. */
function index(document: PageDocument): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const walk = (part: Part, parent: string) => {
    // It could not be told of, and what cannot be told of would be lost in silence.
    if (part.uid === undefined) throw new Error('A part has no name');
    found.set(part.uid, { part, parent, rank: found.size });
    if (!isText(part)) for (const child of part.components ?? []) walk(child, part.uid);
  };
  walk(document.body, '');
  for (const rule of document.rules) walk(rule, RULES);
  return found;
}

type Index = Map<string, Entry>;

/** What is new in a holder, and what came there from elsewhere or changed its place in it. */
function place(holder: string, was: Index, is: Index, texts: Set<string>, changes: Change[]) {
  const children = childrenOf(holder, is);
  const stays = longestOrder(children.map((child) => rankIn(child, holder, was)));
  let after: string | undefined;
  children.forEach((child, at) => {
    const uid = child.uid as string;
    if (!was.has(uid)) {
      // In a new holder it came with it.
      if (!texts.has(holder) && (holder === RULES || was.has(holder))) changes.push({ op: 'insert', at: holder, after, part: fresh(child, was) });
    } else if (!stays.has(at)) changes.push({ op: 'move', at: uid, into: holder, after });
    after = uid;
    if (holder !== RULES && !isText(child)) place(uid, was, is, texts, changes);
  });
}

function childrenOf(holder: string, is: Index): Part[] {
  if (holder === RULES) return [...is.values()].filter((entry) => entry.parent === RULES).map((entry) => entry.part);
  const part = is.get(holder)?.part;
  return part && !isText(part) ? (part.components ?? []) : [];
}

/** Where it stood among the holder's parts; -1 when it was not there. */
function rankIn(child: Part, holder: string, was: Index): number {
  const old = was.get(child.uid as string);
  return old?.parent === holder ? old.rank : -1;
}

/** Positions of the longest run of growing ranks: those need not be moved. */
function longestOrder(values: number[]): Set<number> {
  const tails: number[] = [];
  const previous = values.map(() => -1);
  values.forEach((value, at) => {
    if (value < 0) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[at] = tails[low - 1] as number;
    tails[low] = at;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) kept.add(at);
  return kept;
}

/** A new part without those in it that exist already: they are moved there. */
function fresh(part: Part, was: Index): Part {
  if (!part.components || isText(part)) return part;
  return {
    ...part,
    components: part.components.filter((child) => child.uid === undefined || !was.has(child.uid)).map((child) => fresh(child, was)),
  };
}

function fields(uid: string, old: Part, part: Part, changes: Change[]) {
  if ((isText(old) || isText(part)) && !same(old.components ?? [], part.components ?? [])) {
    changes.push({ op: 'set', at: uid, field: 'components', value: part.components ?? [] });
  }
  for (const field of new Set([...Object.keys(old), ...Object.keys(part)])) {
    if (field === 'components' || same(old[field], part[field])) continue;
    if (!MEMBERS.has(field)) changes.push({ op: 'set', at: uid, field, value: part[field] });
    else members(uid, field, old[field], part[field], changes);
  }
}

function members(uid: string, field: string, old: unknown, now: unknown, changes: Change[]) {
  const before = isMembers(old) ? old : {};
  const after = isMembers(now) ? now : {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!same(before[name], after[name])) changes.push({ op: 'set', at: uid, field, name, value: after[name] });
  }
}
