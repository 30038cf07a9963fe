/**
 * What the editor knows about saving one page, as a pure state machine. Time comes in with the events (milliseconds), so every
 * rule can be tested without waiting. Edits are counted; a save covers all edits up to the one that was the latest when it was sent.
 */
export const QUIET_MS = 800;
export const LONGEST_MS = 4_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

export type Trouble = 'network' | 'server' | 'refused' | 'session';

export interface SaveState {
  /** The version that the server gave to our last save: the `If-Match` of the next one. */
  version: number;
  /** The number of the latest edit, of the latest one that the server has, and of the one being sent. */
  edited: number;
  saved: number;
  sending: number | null;
  /** When the oldest edit that no request carries was made, and the latest edit. */
  waitingSince: number | null;
  lastEditAt: number;
  savedAt: number | null;
  online: boolean;
  failures: number;
  retryAt: number | null;
  trouble: Trouble | null;
  conflict: boolean;
  /** Do not wait for quiet: someone is leaving or publishing. */
  hurry: boolean;
}

export type SaveEvent =
  | { type: 'edited'; at: number }
  | { type: 'sent' }
  | { type: 'saved'; version: number; at: number }
  | { type: 'failed'; trouble: Trouble; at: number; retryAfterMs?: number }
  | { type: 'stale' }
  | { type: 'online' }
  | { type: 'offline' }
  | { type: 'flush' }
  | { type: 'keptMine'; version: number; at: number }
  | { type: 'tookTheirs'; version: number };

export function initially(version: number, online: boolean): SaveState {
  return {
    version,
    edited: 0,
    saved: 0,
    sending: null,
    waitingSince: null,
    lastEditAt: 0,
    savedAt: null,
    online,
    failures: 0,
    retryAt: null,
    trouble: null,
    conflict: false,
    hurry: false,
  };
}

export function isDirty(state: SaveState): boolean {
  return state.edited > state.saved;
}

export function retryDelay(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
}

export function next(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case 'edited':
      return {
        ...state,
        edited: state.edited + 1,
        waitingSince: state.waitingSince ?? event.at,
        lastEditAt: event.at,
        // What the server refused may be fine after this edit.
        trouble: state.trouble === 'refused' ? null : state.trouble,
      };
    case 'sent':
      return { ...state, sending: state.edited, waitingSince: null, hurry: false };
    case 'saved':
      return {
        ...state,
        version: event.version,
        saved: Math.max(state.saved, state.sending ?? state.saved),
        sending: null,
        savedAt: event.at,
        failures: 0,
        retryAt: null,
        trouble: null,
      };
    case 'failed':
      return afterFailure(state, event);
    case 'stale':
      return { ...state, sending: null, conflict: true, hurry: false };
    case 'online':
      return { ...state, online: true, retryAt: null, trouble: state.trouble === 'network' ? null : state.trouble };
    case 'offline':
      return { ...state, online: false };
    case 'flush':
      return isDirty(state) ? { ...state, hurry: true } : state;
    case 'keptMine':
      return {
        ...state,
        version: event.version,
        edited: state.edited + 1,
        conflict: false,
        waitingSince: event.at,
        lastEditAt: event.at,
        hurry: true,
      };
    case 'tookTheirs':
      return { ...initially(event.version, state.online), edited: state.edited, saved: state.edited, savedAt: state.savedAt };
  }
}

function afterFailure(state: SaveState, event: Extract<SaveEvent, { type: 'failed' }>): SaveState {
  const failures = state.failures + 1;
  const again = event.trouble === 'network' || event.trouble === 'server';
  return {
    ...state,
    sending: null,
    // The edits that were under way wait again, and count as old.
    waitingSince: state.waitingSince ?? event.at,
    failures,
    retryAt: again ? event.at + Math.max(retryDelay(failures), event.retryAfterMs ?? 0) : null,
    trouble: event.trouble,
    hurry: false,
  };
}

/** When the next save should be sent; null when nothing is to be sent, or when something else has to happen first. */
export function dueAt(state: SaveState): number | null {
  const blocked = state.conflict || state.trouble === 'refused' || state.trouble === 'session';
  if (!isDirty(state) || state.sending !== null || blocked || !state.online) return null;
  if (state.hurry) return 0;
  if (state.retryAt !== null) return state.retryAt;
  const since = state.waitingSince ?? state.lastEditAt;
  return Math.min(state.lastEditAt + QUIET_MS, since + LONGEST_MS);
}

/** What the person is told. `waiting` and `saving` look alike to them: the change is not on the server yet, and will be in a moment. */
export type SaveStatus = 'saved' | 'waiting' | 'saving' | 'offline' | 'failing' | 'refused' | 'session' | 'conflict';

export function statusOf(state: SaveState): SaveStatus {
  if (state.conflict) return 'conflict';
  if (!isDirty(state)) return 'saved';
  if (state.trouble === 'session') return 'session';
  if (state.trouble === 'refused') return 'refused';
  if (!state.online || state.trouble === 'network') return 'offline';
  if (state.trouble === 'server') return 'failing';
  return state.sending === null ? 'waiting' : 'saving';
}

/** Whether waiting longer for a flush makes no sense: it is done, or only a person can help. */
export function isSettled(state: SaveState): boolean {
  if (state.sending !== null || (state.hurry && dueAt(state) !== null)) return false;
  return !isDirty(state) || state.conflict || state.trouble !== null || !state.online;
}
