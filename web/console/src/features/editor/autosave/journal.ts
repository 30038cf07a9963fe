import type { Id, ProjectData } from '@/api/types';
import type { SyncState } from '../sync/PageSync';

/** What a window had that the server did not confirm: enough to go on from there. */
export interface Unsaved extends SyncState {
  at: number;
}

/** A copy that its author chose not to keep; it stays here so that the choice can be taken back. */
export interface SetAside {
  key: string;
  pageKey: string;
  project: ProjectData;
  at: number;
}

export interface Journal {
  /** The name of this window on the server; that of the one whose work it goes on with. */
  readonly editor: string;
  /** What a window left behind that was closed or crashed. */
  readonly unsaved: Unsaved | null;
  write(unsaved: Unsaved): Promise<void>;
  clear(): Promise<void>;
  setAside(project: ProjectData, at: number): Promise<void>;
  listSetAside(): Promise<SetAside[]>;
  /** Lets other windows go on with what is left; writing goes on working. */
  close(): void;
}

const DATABASE = 'jium-editor';
const UNSAVED = 'unsaved';
const ASIDE = 'aside';
const KEPT_ASIDE = 5;

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'));
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 2);
  request.onupgradeneeded = ({ oldVersion }) => {
    // Version 1 kept whole documents; nothing goes on from those.
    if (oldVersion === 1) request.result.deleteObjectStore(UNSAVED);
    request.result.createObjectStore(UNSAVED, { keyPath: 'key' });
    if (oldVersion === 0) request.result.createObjectStore(ASIDE, { keyPath: 'key' }).createIndex('pageKey', 'pageKey');
  };
  return result(request);
}

const lockOf = (editor: string) => `jium-editor-${editor}`;

/** Windows that are open in this browser: their work is theirs. */
async function openEditors(): Promise<Set<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.map((lock) => lock.name ?? ''));
}

/** Until it is let go, or the window ends in any way. */
function hold(editor: string): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks?.request(lockOf(editor), () => held);
  return release;
}

/** One page's journal. Entries belong to one person: another one signing in at this browser never sees them. */
export async function openJournal(userId: Id, pageId: Id): Promise<Journal> {
  const database = await openDatabase();
  // A newer console in another window is not to wait for this one.
  database.onversionchange = () => database.close();
  const page = `${userId}/${pageId}`;
  const open = await openEditors();
  const left = (await result(database.transaction(UNSAVED).objectStore(UNSAVED).getAll(IDBKeyRange.bound(`${page}/`, `${page}/\uffff`)))) as Unsaved[];
  const unsaved = left.filter((entry) => !open.has(lockOf(entry.editor))).sort((one, other) => other.at - one.at)[0] ?? null;
  const editor = unsaved?.editor ?? crypto.randomUUID();
  const release = hold(editor);
  const key = `${page}/${editor}`;
  const aside = () => database.transaction(ASIDE).objectStore(ASIDE).index('pageKey').getAll(page) as IDBRequest<SetAside[]>;
  return {
    editor,
    unsaved,
    write: async (entry) => {
      const transaction = database.transaction(UNSAVED, 'readwrite', { durability: 'relaxed' });
      transaction.objectStore(UNSAVED).put({ ...entry, key });
      return completed(transaction);
    },
    clear: async () => {
      const transaction = database.transaction(UNSAVED, 'readwrite');
      transaction.objectStore(UNSAVED).delete(key);
      return completed(transaction);
    },
    setAside: async (project, at) => {
      const old = (await result(aside())).sort((one, other) => other.at - one.at).slice(KEPT_ASIDE - 1);
      const transaction = database.transaction(ASIDE, 'readwrite');
      const store = transaction.objectStore(ASIDE);
      for (const entry of old) store.delete(entry.key);
      store.put({ key: `${page}/${at}`, pageKey: page, project, at });
      return completed(transaction);
    },
    listSetAside: async () => (await result(aside())).sort((one, other) => other.at - one.at),
    // The last edits may still be on their way into the database, which goes with the window.
    close: release,
  };
}

/** For browsers that refuse storage (private windows of some): saving goes on, only without a second net. */
export function noJournal(): Journal {
  return {
    editor: crypto.randomUUID(),
    unsaved: null,
    write: () => Promise.reject(new Error('no local storage')),
    clear: async () => undefined,
    setAside: async () => undefined,
    listSetAside: async () => [],
    close: () => undefined,
  };
}
