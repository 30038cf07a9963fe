import { copy, PageDocument, same, type Change, type Part } from './document';
import { difference } from './difference';

/** Where the person edits: GrapesJS, or a plain document in tests. */
export interface Surface {
  /** The project as it stands, each part with its own `uid`. */
  serialize(): Record<string, unknown>;
  /** Makes changes that came from elsewhere; they are no edits of the person's. */
  apply(changes: Change[]): void;
}

/** What the server tells of one version. `changes` is absent where the whole page was replaced. */
export interface PageEvent {
  version: number;
  edit_id: string | null;
  changes: Change[] | null;
}

export interface Answered {
  version: number;
  since: PageEvent[];
}

export interface Collision {
  kind: 'changed' | 'gone';
  mine: Change;
  theirs?: unknown;
}

/** Changes that are sent together, under one name however often they are sent. */
export interface Batch {
  id: string;
  /** The version on which they were made. */
  base: number;
  changes: Change[];
}

/** All that is needed to go on after a crash. */
export interface SyncState {
  editor: string;
  version: number;
  project: Record<string, unknown>;
  pending: Batch[];
}

/** The page was replaced as a whole elsewhere: there is nothing to put changes on. */
export class Replaced extends Error {}

/**
 * One editor of a page: what it knows of the server's page, and the person's changes that the server does not have yet. What
 * arrives from others goes under those changes; the surface always shows the server's page with the person's changes on it.
 */
export class PageSync {
  private server: PageDocument;
  private shown: PageDocument;
  private batches: Batch[];
  /** Whether the last batch may grow: it was not sent, and nothing arrived since it was begun. */
  private isOpen = false;
  /** What others removed while something was pending, as insertions. */
  private removed: Extract<Change, { op: 'insert' }>[] = [];
  version: number;
  readonly editor: string;

  constructor(
    state: SyncState,
    private readonly surface: Surface,
    private readonly newId: () => string,
  ) {
    this.editor = state.editor;
    this.version = state.version;
    this.server = new PageDocument(copy(state.project));
    this.batches = copy(state.pending);
    this.shown = new PageDocument(surface.serialize());
  }

  /** The page that belongs on the surface: the server's with the pending changes. */
  static project(state: SyncState): Record<string, unknown> {
    const document = new PageDocument(copy(state.project));
    for (const batch of state.pending) document.apply(batch.changes);
    return document.toProject();
  }

  state(): SyncState {
    return { editor: this.editor, version: this.version, project: copy(this.server.toProject()), pending: copy(this.batches) };
  }

  /** What the person changed since the last time joins what is pending. */
  capture() {
    const now = new PageDocument(this.surface.serialize());
    const changes = difference(this.shown, now);
    this.shown = now;
    if (changes.length === 0) return;
    if (!this.isOpen) this.batches.push({ id: this.newId(), base: this.version, changes: [] });
    this.isOpen = true;
    join((this.batches.at(-1) as Batch).changes, changes);
  }

  get isClean(): boolean {
    return this.batches.length === 0;
  }

  /** What is to be sent next; the same until it is answered. */
  next(): Batch | undefined {
    if (this.batches.length === 1) this.isOpen = false;
    return this.batches[0];
  }

  /** The server has the batch, whether this request made it or an earlier one whose answer was lost. */
  acknowledged(batch: Batch, answer: Answered) {
    this.merge(answer.since, batch.id);
  }

  /** What others did arrives under what the person did. */
  take(events: PageEvent[]) {
    if (events.some((event) => event.version > this.version)) this.merge(events);
  }

  private merge(events: PageEvent[], made?: string) {
    this.capture();
    const before = this.local();
    this.follow(events);
    if (made) this.drop(made);
    this.show(before);
  }

  /**
   * Goes on from a refusal of the first batch: each collision is decided, `mine` puts the person's change on top of what the others
   * made. Later batches keep their base, so what they collide with is asked for, too.
   */
  decided(collisions: Collision[], isMine: boolean[], events: PageEvent[]) {
    this.capture();
    const before = this.local();
    const refused = this.batches[0];
    if (!refused) return;
    this.follow(events);
    const decisions = collisions.map((collision, at) => ({ ...collision, isMine: isMine[at] === true, isBack: isMine[at] === true && collision.kind === 'gone' }));
    const decisionOf = (change: Change) => decisions.find((decision) => isOfSame(change, decision.mine));
    // What is not put in takes with it what was done to it.
    const gone = new Set<string>();
    for (const { mine, isMine: stays } of decisions) if (mine.op === 'insert' && !stays) names(mine.part, gone);
    const isLost = (change: Change) => gone.has(change.at) || (change.op === 'move' && gone.has(change.into));
    const later = this.batches.slice(1);
    const changes = refused.changes.flatMap((change) => {
      const decision = decisionOf(change);
      if (!decision) return isLost(change) ? [] : [change];
      if (!decision.isMine) return [];
      if (change.op === 'move' && (decision.isBack || !this.server.has(change.into))) {
        return [...this.bringBack(change.into, before), ...this.bringBack(change.at, before), change];
      }
      if (decision.isBack) return this.bringBack(change.at, before);
      // The part that it is to go into was put into it.
      if (change.op === 'move' && this.server.isWithin(change.into, change.at)) {
        const out: Change = { op: 'move', at: change.into, into: this.server.parent(change.at), after: change.at };
        return [out, change];
      }
      return [later.flatMap((batch) => batch.changes).findLast((newer) => isOfSame(newer, change)) ?? change];
    });
    // What came back as a part of something is not put in again.
    const back = new Set<string>();
    const isThere = (change: Change) => change.op === 'insert' && change.part.uid !== undefined && back.has(change.part.uid);
    const once = changes.filter((change) => {
      if (isThere(change)) return false;
      if (change.op === 'insert') names(change.part, back);
      return true;
    });
    this.batches = [
      { id: this.newId(), base: this.version, changes: this.possible(once) },
      ...later.map((batch) => ({ ...batch, changes: batch.changes.filter((change) => !decisionOf(change) && !isThere(change) && !isLost(change)) })),
    ].filter((batch) => batch.changes.length > 0);
    this.show(before);
  }

  /** The names of what is pending. */
  pending(): Set<string> {
    return new Set(this.batches.map((batch) => batch.id));
  }

  /**
   * The page is another one from now on: a restored version, the other side of a conflict, or what was saved as a whole.
   * @param shown what the surface showed of it; what was changed since is pending
   */
  reset(version: number, project: Record<string, unknown>, shown = this.surface.serialize()) {
    this.version = version;
    this.server = new PageDocument(copy(project));
    this.shown = new PageDocument(copy(shown));
    this.batches = [];
    this.removed = [];
    this.isOpen = false;
  }

  private follow(events: PageEvent[]) {
    this.isOpen = false;
    for (const event of events) {
      if (event.version <= this.version) continue;
      if (!event.changes || event.version !== this.version + 1) throw new Replaced();
      for (const change of event.changes) {
        if (change.op === 'remove') this.remember(change.at);
        this.server.apply([change]);
      }
      this.version = event.version;
      if (event.edit_id) this.drop(event.edit_id);
    }
  }

  private drop(id: string) {
    this.batches = this.batches.filter((batch) => batch.id !== id);
    if (this.batches.length > 0) return;
    this.isOpen = false;
    this.removed = [];
  }

  /** Something pending may be about it, and be decided for. */
  private remember(uid: string) {
    const part = this.server.find(uid);
    if (part && this.batches.length > 0) this.removed.push({ op: 'insert', at: this.server.parent(uid), after: this.server.before(uid), part: copy(part) });
  }

  private local(): PageDocument {
    const document = this.server.clone();
    for (const batch of this.batches) document.apply(batch.changes);
    return document;
  }

  private show(before: PageDocument) {
    const changes = difference(before, this.local());
    if (changes.length === 0) return;
    this.surface.apply(changes);
    this.shown = new PageDocument(this.surface.serialize());
  }

  /** Without what cannot be made, since what it is about is gone and forgotten. */
  private possible(changes: Change[]): Change[] {
    const document = this.server.clone();
    return changes.filter((change) => {
      const isPossible = document.has(change.at) && (change.op !== 'move' || (document.has(change.into) && !document.isWithin(change.into, change.at)));
      document.apply([change]);
      return isPossible;
    });
  }

  /** The outermost part that is gone comes back as the person had it, or as it was when it went; nothing where both are forgotten. */
  private bringBack(wanted: string, before: PageDocument): Change[] {
    let uid = wanted;
    while (before.parent(uid) && !this.server.has(before.parent(uid))) uid = before.parent(uid);
    const part = before.find(uid);
    if (part) return this.server.has(uid) ? [] : [{ op: 'insert', at: before.parent(uid), after: before.before(uid), part: this.missing(part) }];
    const removed = this.removed.findLast((insertion) => names(insertion.part).has(uid));
    if (!removed || !this.server.has(removed.at) || this.server.has(removed.part.uid ?? '')) return [];
    return [{ ...removed, part: this.missing(removed.part) }];
  }

  /** Without what others took out of it. */
  private missing(part: Part): Part {
    const components = part.components?.filter((child) => child.uid === undefined || !this.server.has(child.uid)).map((child) => this.missing(child));
    return copy(components ? { ...part, components } : part);
  }
}

/** The same field again replaces its last change, unless something happened in between that is no field. */
function join(into: Change[], changes: Change[]) {
  for (const change of changes) {
    const at = change.op === 'set' ? into.findLastIndex((earlier) => earlier.op !== 'set' || isSameField(earlier, change)) : -1;
    if (at >= 0 && into[at]?.op === 'set') into[at] = change;
    else into.push(change);
  }
}

type SetField = Extract<Change, { op: 'set' }>;

function isSameField(left: SetField, right: SetField): boolean {
  return left.at === right.at && left.field === right.field && left.name === right.name;
}

/** Of the same field, or the same change altogether. */
function isOfSame(left: Change, right: Change): boolean {
  return left.op === 'set' && right.op === 'set' ? isSameField(left, right) : same(left, right);
}

function names(part: Part, into = new Set<string>()): Set<string> {
  if (part.uid !== undefined) into.add(part.uid);
  for (const child of part.components ?? []) names(child, into);
  return into;
}
