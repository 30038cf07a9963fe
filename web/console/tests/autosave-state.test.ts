import { describe, expect, it } from 'vitest';
import {
  dueAt,
  initially,
  isDirty,
  isSettled,
  LONGEST_MS,
  next,
  QUIET_MS,
  retryDelay,
  statusOf,
  type SaveEvent,
  type SaveState,
} from '@/features/editor/autosave/state';

const run = (events: SaveEvent[], from: SaveState = initially(7, true)) => events.reduce(next, from);
const edited = (at: number): SaveEvent => ({ type: 'edited', at });
const sent: SaveEvent = { type: 'sent' };
const saved = (version: number, at = 0): SaveEvent => ({ type: 'saved', version, at });

describe('a page nobody touched', () => {
  it('is saved and has nothing to send', () => {
    const state = initially(7, true);
    expect(statusOf(state)).toBe('saved');
    expect(dueAt(state)).toBeNull();
    expect(isSettled(state)).toBe(true);
  });

  it('does not hurry when asked to flush', () => {
    expect(run([{ type: 'flush' }]).hurry).toBe(false);
  });
});

describe('waiting for quiet', () => {
  it('sends after the pause that follows the last edit', () => {
    expect(dueAt(run([edited(1000)]))).toBe(1000 + QUIET_MS);
    expect(dueAt(run([edited(1000), edited(1500)]))).toBe(1500 + QUIET_MS);
  });

  it('never waits longer than the limit while someone keeps typing', () => {
    const typing = Array.from({ length: 40 }, (_, index) => edited(1000 + index * 200));
    expect(dueAt(run(typing))).toBe(1000 + LONGEST_MS);
  });

  it('sends at once when flushed', () => {
    expect(dueAt(run([edited(1000), { type: 'flush' }]))).toBe(0);
  });
});

describe('sending', () => {
  it('has one save under way at a time', () => {
    const state = run([edited(0), sent, edited(100)]);
    expect(dueAt(state)).toBeNull();
    expect(statusOf(state)).toBe('saving');
  });

  it('is saved with the new version when nothing changed meanwhile', () => {
    const state = run([edited(0), sent, saved(8, 50)]);
    expect(state.version).toBe(8);
    expect(isDirty(state)).toBe(false);
    expect(statusOf(state)).toBe('saved');
    expect(state.savedAt).toBe(50);
  });

  it('keeps edits made meanwhile unsaved, and sends them on top of the new version', () => {
    const state = run([edited(0), sent, edited(100), saved(8, 200)]);
    expect(isDirty(state)).toBe(true);
    expect(statusOf(state)).toBe('waiting');
    expect(dueAt(state)).toBe(100 + QUIET_MS);
    const done = run([sent, saved(9, 2000)], state);
    expect(isDirty(done)).toBe(false);
    expect(done.version).toBe(9);
  });

  it('honours a flush that came while a save was under way', () => {
    const state = run([edited(0), sent, edited(100), { type: 'flush' }, saved(8)]);
    expect(isSettled(state)).toBe(false);
    expect(dueAt(state)).toBe(0);
  });
});

describe('losing the connection', () => {
  const lost = run([edited(0), sent, { type: 'failed', trouble: 'network', at: 1000 }]);

  it('says offline and stays unsaved', () => {
    expect(statusOf(lost)).toBe('offline');
    expect(isDirty(lost)).toBe(true);
    expect(isSettled(lost)).toBe(true);
  });

  it('tries again later and later, up to a limit', () => {
    expect(dueAt(lost)).toBe(1000 + retryDelay(1));
    const again = run([sent, { type: 'failed', trouble: 'network', at: 5000 }], lost);
    expect(dueAt(again)).toBe(5000 + retryDelay(2));
    expect(retryDelay(2)).toBe(2 * retryDelay(1));
    expect(retryDelay(50)).toBe(30_000);
  });

  it('does not retry sooner because of another edit', () => {
    expect(dueAt(run([edited(1100)], lost))).toBe(1000 + retryDelay(1));
  });

  it('waits while the browser knows it is offline, and goes on at once when it is back', () => {
    const offline = run([{ type: 'offline' }], lost);
    expect(dueAt(offline)).toBeNull();
    const back = run([{ type: 'online' }], offline);
    expect(dueAt(back)).not.toBeNull();
    expect(dueAt(back)).toBeLessThanOrEqual(1000 + QUIET_MS);
    expect(statusOf(back)).toBe('waiting');
  });

  it('is forgotten after a successful save', () => {
    const state = run([sent, saved(8)], lost);
    expect(state.failures).toBe(0);
    expect(state.trouble).toBeNull();
    expect(statusOf(state)).toBe('saved');
  });

  it('can be flushed: a person who presses publish is worth one more try', () => {
    const state = run([{ type: 'flush' }], lost);
    expect(dueAt(state)).toBe(0);
    expect(isSettled(state)).toBe(false);
  });
});

describe('a struggling server', () => {
  it('is retried, but not before it asks to', () => {
    const state = run([edited(0), sent, { type: 'failed', trouble: 'server', at: 1000, retryAfterMs: 9000 }]);
    expect(statusOf(state)).toBe('failing');
    expect(dueAt(state)).toBe(10_000);
  });
});

describe('a refusal', () => {
  const refused = run([edited(0), sent, { type: 'failed', trouble: 'refused', at: 1000 }]);

  it('is not repeated unchanged', () => {
    expect(statusOf(refused)).toBe('refused');
    expect(dueAt(refused)).toBeNull();
    expect(dueAt(run([{ type: 'flush' }], refused))).toBeNull();
  });

  it('is tried again after the next edit', () => {
    expect(dueAt(run([edited(3000)], refused))).not.toBeNull();
  });

  it('does not stop waiting for a session because of an edit', () => {
    const state = run([edited(0), sent, { type: 'failed', trouble: 'session', at: 1000 }, edited(2000)]);
    expect(statusOf(state)).toBe('session');
    expect(dueAt(state)).toBeNull();
  });
});

describe('a conflict', () => {
  const stale = run([edited(0), sent, edited(10), { type: 'stale' }]);

  it('stops saving until someone chooses', () => {
    expect(statusOf(stale)).toBe('conflict');
    expect(dueAt(stale)).toBeNull();
    expect(dueAt(run([edited(5000), { type: 'flush' }, { type: 'online' }], stale))).toBeNull();
    expect(isDirty(stale)).toBe(true);
  });

  it('sends mine on top of theirs at once when mine is kept', () => {
    const state = run([{ type: 'keptMine', version: 12, at: 6000 }], stale);
    expect(state.version).toBe(12);
    expect(dueAt(state)).toBe(0);
    expect(isDirty(run([sent, saved(13)], state))).toBe(false);
  });

  it('has nothing to save when theirs is taken', () => {
    const state = run([{ type: 'tookTheirs', version: 12 }], stale);
    expect(state.version).toBe(12);
    expect(statusOf(state)).toBe('saved');
    expect(dueAt(state)).toBeNull();
  });

  it('goes on saving later edits on top of theirs', () => {
    const state = run([{ type: 'tookTheirs', version: 12 }, edited(9000)], stale);
    expect(dueAt(state)).toBe(9000 + QUIET_MS);
    expect(state.version).toBe(12);
  });
});

describe('any order of events', () => {
  const kinds: ((at: number) => SaveEvent)[] = [
    edited,
    () => sent,
    (at) => saved(at, at),
    (at) => ({ type: 'failed', trouble: 'network', at }),
    (at) => ({ type: 'failed', trouble: 'server', at }),
    (at) => ({ type: 'failed', trouble: 'refused', at }),
    () => ({ type: 'stale' }),
    () => ({ type: 'online' }),
    () => ({ type: 'offline' }),
    () => ({ type: 'flush' }),
    (at) => ({ type: 'keptMine', version: at, at }),
    (at) => ({ type: 'tookTheirs', version: at }),
  ];
  const random = (seed: number) => () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };

  it('never claims an edit is saved that no answered request carried, and never sends two at once', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const roll = random(seed);
      let state = initially(1, true);
      let carried = 0;
      for (let at = 1; at < 120; at += 1) {
        const event = (kinds[Math.floor(roll() * kinds.length)] ?? edited)(at);
        const answers = event.type === 'saved' || event.type === 'failed' || event.type === 'stale';
        // Only what can happen: a request is sent when it is due, and answered when one is under way.
        if (event.type === 'sent' && dueAt(state) === null) continue;
        if (answers && state.sending === null) continue;
        if ((event.type === 'keptMine' || event.type === 'tookTheirs') && !state.conflict) continue;
        if (event.type === 'saved') carried = state.sending ?? carried;
        if (event.type === 'tookTheirs') carried = state.edited;
        state = next(state, event);
        expect(state.saved).toBeLessThanOrEqual(carried);
        expect(state.edited).toBeGreaterThanOrEqual(state.saved);
        if (state.sending !== null) expect(dueAt(state)).toBeNull();
        if (statusOf(state) === 'saved') expect(isDirty(state)).toBe(false);
      }
    }
  });

  it('always ends saved once the way is clear', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const roll = random(seed);
      let state = run([edited(1)]);
      for (let at = 2; at < 60; at += 1) {
        if (state.sending === null && dueAt(state) !== null && roll() < 0.5) state = next(state, sent);
        else if (state.sending !== null) state = next(state, roll() < 0.5 ? saved(at, at) : { type: 'failed', trouble: 'network', at });
        else state = next(state, roll() < 0.5 ? edited(at) : { type: roll() < 0.5 ? 'offline' : 'online' });
      }
      state = next(state, { type: 'online' });
      for (let step = 0; step < 3 && isDirty(state); step += 1) {
        if (state.sending === null) state = next(state, sent);
        state = next(state, saved(100 + step));
      }
      expect(statusOf(state)).toBe('saved');
    }
  });
});
