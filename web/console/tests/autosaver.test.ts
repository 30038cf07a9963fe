// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import type { PageWithContent, ProjectData } from '@/api/types';
import { Autosaver } from '@/features/editor/autosave/Autosaver';
import { noJournal, openJournal, type Journal } from '@/features/editor/autosave/journal';
import { LONGEST_MS, QUIET_MS, statusOf } from '@/features/editor/autosave/state';

interface Sent {
  project: ProjectData;
  version: number;
  keepalive: boolean;
  answer: (version: number) => Promise<void>;
  refuse: (problem: Problem) => Promise<void>;
}

let sent: Sent[];
let text: string;
let saver: Autosaver;
let journal: Journal;

const settle = () => vi.advanceTimersByTimeAsync(0);

function start(using: Journal) {
  return new Autosaver({
    version: 3,
    journal: using,
    serialize: () => ({ text }),
    send: (project, version, keepalive) =>
      new Promise<number>((resolve, reject) => {
        const then = (act: () => void) => async () => {
          act();
          await vi.advanceTimersByTimeAsync(1);
        };
        sent.push({
          project,
          version,
          keepalive,
          answer: (next) => then(() => resolve(next))(),
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
  text = '';
  journal = await openJournal(1, 7);
  saver = start(journal);
});

afterEach(() => {
  saver.dispose();
  vi.useRealTimers();
});

describe('the autosaver', () => {
  it('sends the latest document once typing pauses', async () => {
    edit('a');
    await vi.advanceTimersByTimeAsync(QUIET_MS - 100);
    edit('ab');
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ project: { text: 'ab' }, version: 3, keepalive: true });
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

  it('sends the next document on top of the version the last one got', async () => {
    edit('a');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    edit('b');
    await vi.advanceTimersByTimeAsync(QUIET_MS * 3);
    expect(sent).toHaveLength(1);
    await sent[0]?.answer(9);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(sent[1]).toMatchObject({ project: { text: 'b' }, version: 9 });
  });

  it('does not use keepalive for a document that browsers would refuse with it', async () => {
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
    expect(sent[1]).toMatchObject({ project: { text: 'b' }, version: 4 });
    await sent[1]?.answer(5);
    expect(await flushed).toBe(true);
  });

  it('says no to a flush that cannot be', async () => {
    edit('a');
    const flushed = saver.flush();
    await settle();
    await sent[0]?.refuse(new Problem(422, 'validation_failed'));
    expect(await flushed).toBe(false);
    expect(saver.problem?.code).toBe('validation_failed');
  });
});

describe('a conflict', () => {
  const theirs = { id: 7, version: 12, content: { project: { text: 'theirs' } } } as unknown as PageWithContent;
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
    expect(sent[1]).toMatchObject({ project: { text: 'mine' }, version: 12 });
  });

  it('sets mine aside in this browser when theirs is taken', async () => {
    vi.useRealTimers();
    await saver.takeTheirs(12, { text: 'mine' });
    expect(statusOf(saver.snapshot())).toBe('saved');
    expect((await journal.listSetAside()).map((entry) => entry.project)).toEqual([{ text: 'mine' }]);
    expect(await journal.read()).toBeNull();
  });
});

describe('the journal', () => {
  it('holds every edit soon after it was made, and nothing once the server has it', async () => {
    edit('a');
    expect(saver.isKept).toBe(false);
    await vi.waitFor(async () => expect(await journal.read()).toMatchObject({ version: 3, project: { text: 'a' } }));
    await vi.waitFor(() => expect(saver.isKept).toBe(true));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    await sent[0]?.answer(4);
    await vi.waitFor(async () => expect(await journal.read()).toBeNull());
  });

  it('keeps later edits on top of the new version while an earlier one is confirmed', async () => {
    edit('a');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    edit('b');
    await sent[0]?.answer(4);
    await vi.waitFor(async () => expect(await journal.read()).toMatchObject({ version: 4, project: { text: 'b' } }));
  });

  it('belongs to one person and one page', async () => {
    vi.useRealTimers();
    await journal.write({ version: 1, project: { text: 'secret' }, at: 1 });
    expect(await (await openJournal(2, 7)).read()).toBeNull();
    expect(await (await openJournal(1, 8)).read()).toBeNull();
    expect(await (await openJournal(1, 7)).read()).toMatchObject({ project: { text: 'secret' } });
  });

  it('keeps only the latest few copies that were set aside', async () => {
    vi.useRealTimers();
    for (let at = 1; at <= 8; at += 1) await journal.setAside({ at }, at);
    expect((await journal.listSetAside()).map((entry) => entry.at)).toEqual([8, 7, 6, 5, 4]);
  });

  it('is not promised where the browser has none', async () => {
    saver.dispose();
    saver = start(noJournal);
    edit('a');
    await vi.advanceTimersByTimeAsync(600);
    expect(saver.isKept).toBe(false);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(sent).toHaveLength(1);
  });
});
