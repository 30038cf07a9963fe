import { asProblem, type Problem } from '@/api/problem';
import type { PageWithContent, ProjectData } from '@/api/types';
import type { Journal } from './journal';
import { dueAt, initially, isDirty, isSettled, next, type SaveEvent, type SaveState, type Trouble } from './state';

/** Browsers refuse a keepalive request with a larger body. */
const KEEPALIVE_BYTES = 60_000;
const JOURNAL_MS = 250;

export interface AutosaverOptions {
  version: number;
  journal: Journal;
  /** The document as it is now. */
  serialize: () => ProjectData;
  /** Sends it on top of `version` and answers the new version; rejects with a `Problem`. */
  send: (project: ProjectData, version: number, keepalive: boolean) => Promise<number>;
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
  private cached: { edited: number; project: ProjectData } | null = null;
  private readonly listeners = new Set<() => void>();
  private disposed = false;
  private keptEdits = 0;
  problem: Problem | null = null;
  /** The other side of a conflict, as the server's refusal brought it. */
  theirs: PageWithContent | null = null;

  constructor(private readonly options: AutosaverOptions) {
    this.state = initially(options.version, navigator.onLine);
    window.addEventListener('online', this.onOnline);
    window.addEventListener('offline', this.onOffline);
    window.addEventListener('pagehide', this.onLeave);
    document.addEventListener('visibilitychange', this.onVisibility);
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
    this.journalTimer ??= setTimeout(() => void this.writeJournal(), JOURNAL_MS);
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

  /** The document was replaced by edits from this browser; with `theirs`, the server has moved on since they were made. */
  recovered(theirs: PageWithContent | null) {
    this.cached = null;
    this.edited();
    if (!theirs) return;
    this.theirs = theirs;
    this.dispatch({ type: 'stale' });
  }

  /** The person's own document goes on top of the other one, which stays in the page's history. */
  keepMine() {
    if (!this.theirs) return;
    const { version } = this.theirs;
    this.theirs = null;
    this.dispatch({ type: 'keptMine', version, at: Date.now() });
  }

  /** The document was replaced by the server's `version`; what was there before is set aside in this browser. */
  async takeTheirs(version: number, mine: ProjectData) {
    await this.options.journal.setAside(mine, Date.now());
    this.theirs = null;
    this.cached = null;
    this.dispatch({ type: 'tookTheirs', version });
    clearTimeout(this.journalTimer);
    this.journalTimer = undefined;
    await this.options.journal.clear();
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
    if (!isDirty(this.state)) return;
    void this.writeJournal();
    this.dispatch({ type: 'flush' });
    clearTimeout(this.timer);
    this.sendIfDue();
  };

  private project(): ProjectData {
    if (this.cached?.edited !== this.state.edited) {
      this.cached = { edited: this.state.edited, project: this.options.serialize() };
    }
    return this.cached.project;
  }

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
    const project = this.project();
    const { version } = this.state;
    this.dispatch({ type: 'sent' });
    const keepalive = new Blob([JSON.stringify(project)]).size < KEEPALIVE_BYTES;
    try {
      const saved = await this.options.send(project, version, keepalive);
      this.problem = null;
      this.dispatch({ type: 'saved', version: saved, at: Date.now() });
      await this.settleJournal();
    } catch (error) {
      this.failed(asProblem(error));
    }
  }

  private failed(problem: Problem) {
    this.problem = problem;
    const current = problem.members.current as PageWithContent | undefined;
    if (problem.status === 412 && current) {
      this.theirs = current;
      this.dispatch({ type: 'stale' });
      return;
    }
    const retryAfterMs = problem.retryAfter === undefined ? undefined : problem.retryAfter * 1000;
    this.dispatch({ type: 'failed', trouble: troubleOf(problem), at: Date.now(), retryAfterMs });
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
    const { edited, version, lastEditAt } = this.state;
    const written = this.options.journal.write({ version, project: this.project(), at: lastEditAt }).then(() => {
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
