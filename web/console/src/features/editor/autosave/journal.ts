import type { Id, ProjectData } from '@/api/types';

/** The latest edits of a page that the server has not confirmed, kept in this browser. */
export interface JournalEntry {
  key: string;
  /** The version that these edits were made on. */
  version: number;
  project: ProjectData;
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
  read(): Promise<JournalEntry | null>;
  write(entry: { version: number; project: ProjectData; at: number }): Promise<void>;
  clear(): Promise<void>;
  setAside(project: ProjectData, at: number): Promise<void>;
  listSetAside(): Promise<SetAside[]>;
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
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(UNSAVED, { keyPath: 'key' });
    request.result.createObjectStore(ASIDE, { keyPath: 'key' }).createIndex('pageKey', 'pageKey');
  };
  return result(request);
}

/** One page's journal. Entries belong to one person: another one signing in at this browser never sees them. */
export async function openJournal(userId: Id, pageId: Id): Promise<Journal> {
  const database = await openDatabase();
  const key = `${userId}/${pageId}`;
  const byPage = () => database.transaction(ASIDE).objectStore(ASIDE).index('pageKey').getAll(key) as IDBRequest<SetAside[]>;
  return {
    read: async () => {
      const found = await result(database.transaction(UNSAVED).objectStore(UNSAVED).get(key) as IDBRequest<JournalEntry | undefined>);
      return found ?? null;
    },
    write: (entry) => {
      const transaction = database.transaction(UNSAVED, 'readwrite', { durability: 'relaxed' });
      transaction.objectStore(UNSAVED).put({ ...entry, key });
      return completed(transaction);
    },
    clear: () => {
      const transaction = database.transaction(UNSAVED, 'readwrite');
      transaction.objectStore(UNSAVED).delete(key);
      return completed(transaction);
    },
    setAside: async (project, at) => {
      const old = (await result(byPage())).sort((left, right) => right.at - left.at).slice(KEPT_ASIDE - 1);
      const transaction = database.transaction(ASIDE, 'readwrite');
      const store = transaction.objectStore(ASIDE);
      for (const entry of old) store.delete(entry.key);
      store.put({ key: `${key}/${at}`, pageKey: key, project, at });
      return completed(transaction);
    },
    listSetAside: async () => (await result(byPage())).sort((left, right) => right.at - left.at),
  };
}

/** For browsers that refuse storage (private windows of some): saving goes on, only without a second net. */
export const noJournal: Journal = {
  read: async () => null,
  write: () => Promise.reject(new Error('no local storage')),
  clear: async () => undefined,
  setAside: async () => undefined,
  listSetAside: async () => [],
};
