import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { DraftRow, KidoDatabase } from './rows';

/** The form of the database. 1: journal. 2: notes for search. 3: notes by key, requests, outbox. 4: secrets, webhooks, marks. */
export const DATABASE_VERSION = 4;

type UpgradeTransaction = IDBPTransaction<KidoDatabase, StoreNames<KidoDatabase>[], 'versionchange'>;

/** Brings a database of any earlier form to this one; everything that people wrote stays. */
export async function upgrade(db: IDBPDatabase<KidoDatabase>, from: number, tx: UpgradeTransaction): Promise<void> {
  const has = (name: StoreNames<KidoDatabase>) => db.objectStoreNames.contains(name);
  if (from < 1) {
    db.createObjectStore('entries', { keyPath: 'id' }).createIndex('byAccount', ['account', 'at']);
    db.createObjectStore('accounts', { keyPath: 'key' });
    db.createObjectStore('drafts', { keyPath: 'account' });
    db.createObjectStore('playbooks', { keyPath: ['id', 'version'] });
  }
  if (!has('requests')) db.createObjectStore('requests', { keyPath: 'id' }).createIndex('byAccount', 'account');
  if (!has('outbox')) db.createObjectStore('outbox', { keyPath: 'id' });
  if (!has('meta')) db.createObjectStore('meta');
  // Notes are made from the entries: older ones are not moved but made anew. Some databases of form 3 have them still.
  if (has('notes') && tx.objectStore('notes').keyPath !== 'key') db.deleteObjectStore('notes');
  if (!has('notes')) {
    const notes = db.createObjectStore('notes', { keyPath: 'key' });
    notes.createIndex('byWord', 'words', { multiEntry: true });
    notes.createIndex('byAccount', 'account');
    await Promise.all([tx.objectStore('meta').put(0, 'index'), tx.objectStore('meta').put('', 'indexedTo')]);
  }
  if (from >= 4) return;
  db.createObjectStore('secrets', { keyPath: ['name', 'origin'] });
  db.createObjectStore('webhooks', { keyPath: 'key' });
  db.createObjectStore('erased', { keyPath: 'mark' });
  await numberDrafts(tx);
}

/** Drafts of forms 1 to 3 know when they were written and not by whom. */
async function numberDrafts(tx: UpgradeTransaction): Promise<void> {
  const drafts = tx.objectStore('drafts');
  let rev = 0;
  for (const { account, at, fields } of await drafts.getAll()) {
    rev += 1;
    await drafts.put({ account, at, fields, rev, writer: '', seq: 0 } satisfies DraftRow);
  }
  // The row that counts revisions.
  await drafts.put({ account: '', rev, writer: '', seq: 0, at: 0, fields: null });
}
