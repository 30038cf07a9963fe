import { asProblem, Problem } from '@/api/problem';
import type { PageWithContent, ProjectData } from '@/api/types';
import { Replaced, type Answered, type Batch, type Collision, type PageSync } from '../sync/PageSync';
import type { Journal } from './journal';
import { dueAt, initially, isDirty, isSettled, next, type SaveEvent, type SaveState, type Trouble } from './state';

/** Browsers refuse a keepalive request with a larger body. */
const KEEPALIVE_BYTES = 60_000;
const JOURNAL_MS = 250;
/** A large page takes long to read: the journal takes no more than this part of the time. */
const JOURNAL_SHARE = 8;

export interface AutosaverOptions {
  sync: PageSync;
  journal: Journal;
  /** Sends changes; rejects with a `Problem`. */
  send: (batch: Batch, keepalive: boolean) => Promise<Answered>;
  /** Saves the whole page on top of a version: for what cannot be said in changes. */
  replace: (project: ProjectData, version: number) => Promise<PageWithContent>;
  /** What happened to the page after a version. */
  since: (version: number) => Promise<Answered>;
  /** The page as it is on the server. */
  read: () => Promise<PageWithContent>;
  /** Puts another page in the place of this one. */
  load: (project: ProjectData) => void;
  serialize: () => ProjectData;
}

/** Both sides where the same was changed here and elsewhere. */
export interface Collided extends Answered {
  collisions: Collision[];
}

function troubleOf(problem: Problem): Trouble {
  if (problem.code === 'network') return 'network';
  if (problem.status === 401) return 'session';
  if (problem.status >= 500 || problem.status === 429 || problem.status === 0) return 'server';
  return 'refused';
}

/** Runs the state machine: turns its due times into requests, and writes every change to the journal first. */
export class Autosaver {
  private state: SaveState;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private journalTimer: ReturnType<typeof setTimeout> | undefined;
  private journalPause = JOURNAL_MS;
  private readonly listeners = new Set<() => void>();
  private disposed = false;
  private keptEdits = 0;
  /** The version on which the whole page is to be put. */
  private whole: number | null = null;
  problem: Problem | null = null;
  /** The other side when the page was replaced as a whole, and mine cannot be put on it. */
  theirs: PageWithContent | null = null;
  collided: Collided | null = null;

  constructor(private readonly options: AutosaverOptions) {
    this.state = initially(options.sync.version, navigator.onLine);
    window.addEventListener('online', this.onOnline);
    window.addEventListener('offline', this.onOffline);
    window.addEventListener('pagehide', this.onLeave);
    document.addEventListener('visibilitychange', this.onVisibility);
    if (!options.sync.isClean) this.edited();
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly snapshot = (): SaveState => this.state;

  /** Whether this browser holds every edit: what the status may promise while the server cannot be reached. */
  get isKept(): boolean {
    return this.keptEdits === this.state.edited;
  }

  edited() {
    this.dispatch({ type: 'edited', at: Date.now() });
    this.journalTimer ??= setTimeout(() => void this.writeJournal(), this.journalPause);
  }

  /** Saves at once. True when the server has everything; false when something stands in the way. */
  async flush(): Promise<boolean> {
    this.dispatch({ type: 'flush' });
    while (!isSettled(this.state)) {
      await new Promise<void>((resolve) => {
        const unsubscribe = this.subscribe(() => {
          unsubscribe();
          resolve();
        });
      });
      if (this.state.sending === null && isDirty(this.state)) this.dispatch({ type: 'flush' });
    }
    return !isDirty(this.state);
  }

  retry() {
    this.dispatch({ type: 'online' });
    this.dispatch({ type: 'flush' });
  }

  /** Others saved up to this version: what they did arrives. Rejects with a `Problem`; it is asked for again soon. */
  async catchUp(version: number) {
    const { sync } = this.options;
    if (version <= sync.version || this.state.conflict) return;
    try {
      const { since } = await this.options.since(sync.version);
      sync.take(since);
    } catch (error) {
      if (!(error instanceof Replaced)) throw error;
      await this.replaced();
    }
  }

  /** For each collision whether mine goes on top of theirs. */
  async decide(isMine: boolean[]) {
    if (!this.collided) return;
    const { collisions, since } = this.collided;
    this.collided = null;
    try {
      this.options.sync.decided(collisions, isMine, since);
    } catch (error) {
      if (!(error instanceof Replaced)) throw error;
      return this.replaced();
    }
    this.dispatch({ type: 'keptMine', version: this.options.sync.version, at: Date.now() });
  }

  /** The person's own page goes on top of the other one, which stays in the page's history. */
  keepMine() {
    if (!this.theirs) return;
    this.whole = this.theirs.version;
    this.theirs = null;
    this.dispatch({ type: 'keptMine', version: this.whole, at: Date.now() });
  }

  /** Another page takes the place of this one; what is there now is set aside in this browser. */
  async take(page: PageWithContent) {
    const { journal, sync, load, serialize } = this.options;
    await journal.setAside(serialize(), Date.now());
    load(page.content.project);
    sync.reset(page.version, page.content.project);
    this.theirs = null;
    this.whole = null;
    this.dispatch({ type: 'tookTheirs', version: page.version });
    clearTimeout(this.journalTimer);
    this.journalTimer = undefined;
    await journal.clear();
  }

  dispose() {
    this.onLeave();
    this.disposed = true;
    clearTimeout(this.timer);
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('offline', this.onOffline);
    window.removeEventListener('pagehide', this.onLeave);
    document.removeEventListener('visibilitychange', this.onVisibility);
  }

  private readonly onOnline = () => this.dispatch({ type: 'online' });
  private readonly onOffline = () => this.dispatch({ type: 'offline' });
  private readonly onVisibility = () => {
    if (document.visibilityState === 'hidden') this.onLeave();
  };
  private readonly onLeave = () => {
    // The last edit may not have been told of yet.
    this.options.sync.capture();
    if (!this.options.sync.isClean && !isDirty(this.state)) this.edited();
    if (!isDirty(this.state)) return;
    void this.writeJournal();
    this.dispatch({ type: 'flush' });
    clearTimeout(this.timer);
    this.sendIfDue();
  };

  private dispatch(event: SaveEvent) {
    this.state = next(this.state, event);
    this.schedule();
    for (const listener of this.listeners) listener();
  }

  private schedule() {
    clearTimeout(this.timer);
    const due = dueAt(this.state);
    if (due !== null && !this.disposed) this.timer = setTimeout(() => this.sendIfDue(), Math.max(0, due - Date.now()));
  }

  private sendIfDue() {
    const due = dueAt(this.state);
    if (due !== null && due <= Date.now()) void this.send();
    else this.schedule();
  }

  private async send() {
    const { sync } = this.options;
    this.dispatch({ type: 'sent' });
    try {
      sync.capture();
      if (this.whole === null) await this.sendChanges();
      else await this.sendWhole(this.whole);
      this.problem = null;
      this.dispatch({ type: 'saved', version: sync.version, at: Date.now() });
      await this.settleJournal();
    } catch (error) {
      if (error instanceof Replaced) await this.replaced();
      else {
        if (!(error instanceof Problem)) reportError(error);
        this.failed(asProblem(error));
      }
    }
  }

  /** What is pending now; what is captured meanwhile waits for its own time. */
  private async sendChanges() {
    const { sync } = this.options;
    const due = sync.pending();
    for (let batch = sync.next(); batch && due.has(batch.id); batch = sync.next()) {
      const keepalive = new Blob([JSON.stringify(batch)]).size < KEEPALIVE_BYTES;
      sync.acknowledged(batch, await this.options.send(batch, keepalive));
    }
  }

  private async sendWhole(version: number) {
    const project = this.options.serialize();
    const page = await this.options.replace(project, version);
    this.options.sync.reset(page.version, page.content.project, project);
    this.whole = null;
  }

  private failed(problem: Problem) {
    this.problem = problem;
    const { current, collisions, since, version } = problem.members;
    if (problem.status === 412 && Array.isArray(collisions)) {
      this.collided = { collisions, since, version } as Collided;
      this.dispatch({ type: 'stale' });
    } else if (problem.status === 412 && current) {
      this.theirs = current as PageWithContent;
      this.dispatch({ type: 'stale' });
    } else if ((problem.status === 422 || problem.status === 413) && this.whole === null) {
      // It cannot be said in changes, or not in so many: the whole page says it, on what the person had seen.
      this.whole = this.options.sync.next()?.base ?? this.options.sync.version;
      this.dispatch({ type: 'failed', trouble: 'server', at: Date.now() });
      this.retry();
    } else {
      const retryAfterMs = problem.retryAfter === undefined ? undefined : problem.retryAfter * 1000;
      this.dispatch({ type: 'failed', trouble: troubleOf(problem), at: Date.now(), retryAfterMs });
    }
  }

  /** The whole page was replaced elsewhere. Without work of one's own there is nothing to choose. */
  private async replaced() {
    try {
      const page = await this.options.read();
      if (isDirty(this.state)) {
        this.theirs = page;
        this.dispatch({ type: 'stale' });
      } else await this.take(page);
    } catch (error) {
      this.failed(asProblem(error));
    }
  }

  /** Confirmed edits leave the journal; later ones are written again, now on top of the new version. */
  private async settleJournal() {
    if (isDirty(this.state)) return this.writeJournal();
    clearTimeout(this.journalTimer);
    this.journalTimer = undefined;
    return this.quietly(this.options.journal.clear());
  }

  private writeJournal(): Promise<void> {
    clearTimeout(this.journalTimer);
    this.journalTimer = undefined;
    if (!isDirty(this.state)) return Promise.resolve();
    const { sync, journal } = this.options;
    const { edited, lastEditAt } = this.state;
    const begun = performance.now();
    sync.capture();
    const state = sync.state();
    this.journalPause = Math.max(JOURNAL_MS, (performance.now() - begun) * JOURNAL_SHARE);
    const written = journal.write({ ...state, at: lastEditAt }).then(() => {
      this.keptEdits = edited;
      for (const listener of this.listeners) listener();
    });
    return this.quietly(written);
  }

  /** A full or refused local storage must not stop saving to the server; the status never claims what the journal holds alone. */
  private quietly(work: Promise<void>): Promise<void> {
    return work.catch(() => undefined);
  }
}
