/**
 * A page's project whose parts are found by their `uid`, changed in place. The same rules as the server's `PageDocument`: both
 * come to the same document from the same changes.
 */
export const BODY = 'body';
export const RULES = 'rules';
export const PROJECT = 'project';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A component or a rule. */
export interface Part {
  uid?: string;
  type?: string;
  components?: Part[];
  [name: string]: unknown;
}

export type Change =
  | { op: 'set'; at: string; field: string; name?: string; value?: unknown }
  | { op: 'insert'; at: string; after?: string; part: Part }
  | { op: 'move'; at: string; into: string; after?: string }
  | { op: 'remove'; at: string };

interface Project {
  styles?: Part[];
  pages?: { frames?: { component?: Part }[] }[];
  [name: string]: unknown;
}

interface Place {
  part: Part;
  parent: string;
}

export const copy = <T>(value: T): T => structuredClone(value);

export class PageDocument {
  private readonly project: Project;
  private readonly places = new Map<string, Place>();
  readonly body: Part;
  readonly rules: Part[];

  /** Keeps the project and changes it: whoever goes on using it hands over a copy. */
  constructor(project: Record<string, unknown>) {
    this.project = project as Project;
    const body = this.project.pages?.[0]?.frames?.[0]?.component;
    if (!body) throw new Error('A project has a body');
    this.body = body;
    this.rules = this.project.styles ??= [];
    body.uid = BODY;
    this.places.set(BODY, { part: body, parent: '' });
    for (const child of body.components ?? []) this.enter(child, BODY);
    for (const rule of this.rules) this.enter(rule, RULES);
  }

  clone(): PageDocument {
    return new PageDocument(copy(this.project));
  }

  toProject(): Record<string, unknown> {
    return this.project;
  }

  find(uid: string): Part | undefined {
    return this.places.get(uid)?.part;
  }

  parent(uid: string): string {
    return this.places.get(uid)?.parent ?? '';
  }

  has(uid: string): boolean {
    return uid === RULES || uid === PROJECT || this.places.has(uid);
  }

  children(holder: string): Part[] {
    if (holder === RULES) return this.rules;
    return this.find(holder)?.components ?? [];
  }

  /** What a part stands behind; undefined for the first. */
  before(uid: string): string | undefined {
    const list = this.children(this.parent(uid));
    return list[list.findIndex((part) => part.uid === uid) - 1]?.uid;
  }

  field(uid: string, field: string): unknown {
    return uid === PROJECT ? this.project[field] : this.find(uid)?.[field];
  }

  /** Makes those that are possible; what is about a part that is not there is left out. */
  apply(changes: readonly Change[]) {
    for (const change of changes) this.make(change);
  }

  private make(change: Change) {
    switch (change.op) {
      case 'set':
        return this.set(change);
      case 'insert':
        if (!this.has(change.at) || (change.part.uid !== undefined && this.places.has(change.part.uid))) return;
        return this.put(copy(change.part), change.at, change.after);
      case 'move': {
        const part = this.find(change.at);
        if (!part || !this.has(change.into) || this.isWithin(change.into, change.at)) return;
        this.take(change.at);
        return this.put(part, change.into, change.after);
      }
      case 'remove': {
        const part = this.find(change.at);
        if (!part || change.at === BODY) return;
        this.take(change.at);
        return this.forget(part);
      }
    }
  }

  isWithin(uid: string, holder: string): boolean {
    for (let at = uid; at; at = this.parent(at)) if (at === holder) return true;
    return false;
  }

  private set({ at, field, name, value }: Extract<Change, { op: 'set' }>) {
    const owner = at === PROJECT ? (this.project as Part) : this.find(at);
    if (!owner) return;
    if (field === 'components') for (const child of owner.components ?? []) this.forget(child);
    if (name === undefined) put(owner, field, copy(value));
    else {
      const members = isMembers(owner[field]) ? owner[field] : ((owner[field] = {}) as Record<string, unknown>);
      put(members, name, copy(value));
      if (Object.keys(members).length === 0 && this.parent(at) !== RULES) delete owner[field];
    }
    if (field === 'components') for (const child of owner.components ?? []) this.enter(child, at);
  }

  private put(part: Part, into: string, after: string | undefined) {
    const list = this.list(into);
    const behind = after === undefined ? -1 : list.findIndex((entry) => entry.uid === after);
    list.splice(after !== undefined && behind < 0 ? list.length : behind + 1, 0, part);
    this.enter(part, into);
  }

  private take(uid: string) {
    const list = this.list(this.parent(uid));
    list.splice(
      list.findIndex((part) => part.uid === uid),
      1,
    );
  }

  private list(holder: string): Part[] {
    if (holder === RULES) return this.rules;
    const part = this.find(holder);
    if (!part) throw new Error(`There is no part ${holder}`);
    return (part.components ??= []);
  }

  private enter(part: Part, parent: string) {
    if (part.uid === undefined) return;
    this.places.set(part.uid, { part, parent });
    for (const child of part.components ?? []) this.enter(child, part.uid);
  }

  private forget(part: Part) {
    if (part.uid !== undefined) this.places.delete(part.uid);
    for (const child of part.components ?? []) this.forget(child);
  }
}

export function isMembers(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function put(owner: Record<string, unknown>, name: string, value: unknown) {
  if (value === undefined || value === null) delete owner[name];
  else owner[name] = value;
}

/** Whether two pieces of JSON say the same; the order of members says nothing. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) return Array.isArray(right) && left.length === right.length && left.every((entry, index) => same(entry, right[index]));
  if (!isMembers(left) || !isMembers(right)) return false;
  const names = Object.keys(left).filter((name) => left[name] !== undefined);
  return names.length === Object.keys(right).filter((name) => right[name] !== undefined).length && names.every((name) => same(left[name], right[name]));
}
