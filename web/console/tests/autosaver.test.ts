// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import type { PageWithContent, ProjectData } from '@/api/types';
import { Autosaver } from '@/features/editor/autosave/Autosaver';
import { noJournal, openJournal, type Journal } from '@/features/editor/autosave/journal';
import { PageSync, type Answered, type Change } from '@/features/editor/sync';
import { LONGEST_MS, QUIET_MS, statusOf } from '@/features/editor/autosave/state';

interface Sent {
  changes: Change[];
  base: number;
  id: string;
  keepalive: boolean;
  /** The server has it as this version. */
  answer: (version: number) => Promise<void>;
  refuse: (problem: Problem) => Promise<void>;
}

let sent: Sent[];
let replaced: { project: ProjectData; version: number }[];
let text: string;
let saver: Autosaver;
let journal: Journal;
let sync: PageSync;

const settle = () => vi.advanceTimersByTimeAsync(0);

const page = (words: string): ProjectData => ({
  styles: [],
  pages: [{ frames: [{ component: { uid: 'body', components: [{ uid: 'p', type: 'text', components: [{ uid: 't', type: 'textnode', content: words }] }] } }] }],
});
const wordsOf = (project: ProjectData) => JSON.stringify(project).match(/"content":"([^"]*)"/)?.[1];
const words = (entry: { changes: Change[] } | undefined) => entry?.changes.map((change) => (change.op === 'set' ? wordsOf({ value: change.value }) : change.op));

function start(using: Journal) {
  const surface = { serialize: () => page(text), apply: () => undefined };
  let names = 0;
  const from = using.unsaved ?? { editor: using.editor, version: 3, project: page(''), pending: [] };
  sync = new PageSync(from, surface, () => `edit-${(names += 1)}`);
  return new Autosaver({
    sync,
    journal: using,
    serialize: surface.serialize,
    load: (project) => {
      text = wordsOf(project) ?? '';
    },
    replace: async (project, version) => {
      replaced.push({ project, version });
      return { version: version + 1, content: { project } } as unknown as PageWithContent;
    },
    since: () => Promise.reject(new Error('not asked for here')),
    read: () => Promise.reject(new Error('not asked for here')),
    send: ({ id, base, changes }, keepalive) =>
      new Promise<Answered>((resolve, reject) => {
        const then = (act: () => void) => async () => {
          act();
          await vi.advanceTimersByTimeAsync(1);
        };
        sent.push({
          id,
          base,
          changes: structuredClone(changes),
          keepalive,
          answer: (next) => then(() => resolve({ version: next, since: [{ version: next, edit_id: id, changes }] }))(),
          refuse: (problem) => then(() => reject(problem))(),
        });
      }),
  });
}

function edit(value: string) {
  text = value;
  saver.edited();
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  // Only what the saver itself waits for: the database answers in its own time.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true });
  sent = [];
  replaced = [];
  text = '';
  journal = await openJournal(1, 7);
  saver = start(journal);
});

afterEach(() => {
  saver.dispose();
  vi.useRealTimers();
});

describe('the autosaver', () => {
  it('sends what changed once typing pauses', async () => {
    edit('a');
    await vi.advanceTimersByTimeAsync(QUIET_MS - 100);
    edit('ab');
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ base: 3, keepalive: true });
    expect(words(sent[0])).toEqual(['ab']);
    await sent[0]?.answer(4);
    expect(statusOf(saver.snapshot())).toBe('saved');
  });

  it('sends within the limit although typing goes on', async () => {
    for (let time = 0; time <= LONGEST_MS; time += 200) {
      edit(`t${time}`);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(sent).toHaveLength(1);
  });

  it('sends the next changes on top of the version the last ones got', async () => {
    edit('a');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    edit('b');
    await vi.advanceTimersByTimeAsync(QUIET_MS * 3);
    expect(sent).toHaveLength(1);
    await sent[0]?.answer(4);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(words(sent[1])).toEqual(['b']);
  });

  it('does not use keepalive for changes that browsers would refuse with it', async () => {
    edit('x'.repeat(70_000));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(sent[0]?.keepalive).toBe(false);
  });

  it('sends at once when the page is left', async () => {
    edit('a');
    window.dispatchEvent(new Event('pagehide'));
    await settle();
    expect(sent).toHaveLength(1);
  });

  it('retries by itself after the network failed', async () => {
    edit('a');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    await sent[0]?.refuse(new Problem(0, 'network'));
    expect(statusOf(saver.snapshot())).toBe('offline');
    await vi.advanceTimersByTimeAsync(1100);
    expect(sent).toHaveLength(2);
    // The same, by its name: it may have been made.
    expect(sent[1]?.id).toBe(sent[0]?.id);
    await sent[1]?.answer(4);
    expect(statusOf(saver.snapshot())).toBe('saved');
  });

  it('flushes what was typed during a save, too, before it says yes', async () => {
    edit('a');
    const flushed = saver.flush();
    await settle();
    edit('b');
    await sent[0]?.answer(4);
    await vi.advanceTimersByTimeAsync(1);
    expect(words(sent[1])).toEqual(['b']);
    await sent[1]?.answer(5);
    expect(await flushed).toBe(true);
  });

  it('says no to a flush that cannot be', async () => {
    edit('a');
    const flushed = saver.flush();
    await settle();
    await sent[0]?.refuse(new Problem(403, 'forbidden'));
    expect(await flushed).toBe(false);
    expect(saver.problem?.code).toBe('forbidden');
  });
});

describe('a page that was replaced elsewhere', () => {
  const theirs = { id: 7, version: 12, content: { project: page('theirs') } } as unknown as PageWithContent;
  const stale = () => new Problem(412, 'stale_version', { current: theirs });

  beforeEach(async () => {
    edit('mine');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    await sent[0]?.refuse(stale());
  });

  it('shows the other side and sends nothing more', async () => {
    expect(saver.theirs).toEqual(theirs);
    edit('mine, later');
    await vi.advanceTimersByTimeAsync(LONGEST_MS * 3);
    expect(sent).toHaveLength(1);
  });

  it('keeps mine on top of theirs', async () => {
    saver.keepMine();
    await settle();
    expect(replaced.map(({ project, version }) => [wordsOf(project), version])).toEqual([['mine', 12]]);
    expect(statusOf(saver.snapshot())).toBe('saved');
    edit('more');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(sent[1]).toMatchObject({ base: 13 });
  });

  it('sets mine aside in this browser when theirs is taken', async () => {
    vi.useRealTimers();
    await saver.take(theirs);
    expect(statusOf(saver.snapshot())).toBe('saved');
    expect((await journal.listSetAside()).map((entry) => wordsOf(entry.project))).toEqual(['mine']);
    expect(await left()).toBeNull();
  });
});

describe('a collision', () => {
  const collide = async () => {
    edit('mine');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    const mine = sent[0]?.changes[0];
    const theirs = [{ uid: 't', type: 'textnode', content: 'theirs' }];
    const since = [{ version: 4, edit_id: 'other', changes: [{ op: 'set', at: 'p', field: 'components', value: theirs }] }];
    await sent[0]?.refuse(new Problem(412, 'changes_collide', { collisions: [{ kind: 'changed', mine, theirs }], since, version: 4 }));
  };

  it('is shown with both sides, and mine goes on top when it is chosen', async () => {
    await collide();
    expect(statusOf(saver.snapshot())).toBe('conflict');
    expect(saver.collided?.collisions).toHaveLength(1);
    await saver.decide([true]);
    await settle();
    expect(sent[1]).toMatchObject({ base: 4 });
    expect(words(sent[1])).toEqual(['mine']);
  });

  it('leaves theirs when that is chosen', async () => {
    await collide();
    await saver.decide([false]);
    await settle();
    expect(sent).toHaveLength(1);
    expect(statusOf(saver.snapshot())).toBe('saved');
  });

  it.each([
    [422, 'changes_refused'],
    [422, 'validation_failed'],
    [413, 'payload_too_large'],
  ])('saves the whole page when it cannot be said in changes, or not in so many: %i %s', async (status, code) => {
    edit('mine');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    await sent[0]?.refuse(new Problem(status, code));
    expect(replaced.map(({ project, version }) => [wordsOf(project), version])).toEqual([['mine', 3]]);
    expect(statusOf(saver.snapshot())).toBe('saved');
  });
});

/** What the next window would find. */
async function left(user = 1, pageId = 7) {
  const next = await openJournal(user, pageId);
  next.close();
  return next.unsaved;
}

describe('the journal', () => {
  it('holds every edit soon after it was made, and nothing once the server has it', async () => {
    edit('a');
    expect(saver.isKept).toBe(false);
    await vi.waitFor(async () => expect(await left()).toMatchObject({ version: 3, pending: [{ base: 3 }] }));
    await vi.waitFor(() => expect(saver.isKept).toBe(true));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    await sent[0]?.answer(4);
    await vi.waitFor(async () => expect(await left()).toBeNull());
  });

  it('keeps later edits on top of the new version while an earlier one is confirmed', async () => {
    edit('a');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    edit('b');
    await sent[0]?.answer(4);
    await vi.waitFor(async () => expect(words((await left())?.pending[0])).toEqual(['b']));
  });

  it('belongs to one person and one page', async () => {
    vi.useRealTimers();
    const secret = { editor: journal.editor, version: 1, project: page('secret'), pending: [], at: 1 };
    await journal.write(secret);
    expect(await left(2, 7)).toBeNull();
    expect(await left(1, 8)).toBeNull();
    expect(await left(1, 7)).toMatchObject(secret);
  });

  it('is gone on with by the next window, under the same name', async () => {
    edit('a');
    await vi.waitFor(async () => expect(await left()).not.toBeNull());
    saver.dispose();
    await sent[0]?.refuse(new Problem(0, 'network'));
    const next = await openJournal(1, 7);
    expect(next.editor).toBe(journal.editor);
    const before = sent.length;
    saver = start(next);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(sent[before]).toMatchObject({ base: 3, id: sent[0]?.id });
  });

  it('keeps only the latest few copies that were set aside', async () => {
    vi.useRealTimers();
    for (let at = 1; at <= 8; at += 1) await journal.setAside({ at }, at);
    expect((await journal.listSetAside()).map((entry) => entry.at)).toEqual([8, 7, 6, 5, 4]);
  });

  it('is not promised where the browser has none', async () => {
    saver.dispose();
    saver = start(noJournal());
    edit('a');
    await vi.advanceTimersByTimeAsync(600);
    expect(saver.isKept).toBe(false);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(sent).toHaveLength(1);
  });
});
