import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry } from '@/lib/core/account/entry';
import type { AccountRequest } from '@/lib/core/account/requests';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import type { AccountRow, Draft } from '@/lib/formats/backup-file';
import type { OutboxRow } from './outbox';
import type { SearchedNote } from './search';

export interface KidoDatabase extends DBSchema {
  entries: { key: string; value: Entry; indexes: { byAccount: [string, number] } };
  accounts: { key: string; value: AccountRow };
  drafts: { key: string; value: Draft };
  playbooks: { key: [string, number]; value: Playbook };
  /** Touchpoints as they are searched; made from the entries, and made again when they change. */
  notes: { key: string; value: SearchedNote; indexes: { byWord: string; byAccount: string } };
  /** Feature requests with what became of them; made from the entries like the notes. */
  requests: { key: string; value: AccountRequest; indexes: { byAccount: string } };
  /** Entries on their way to other systems. */
  outbox: { key: string; value: OutboxRow };
  /** What is known of the store itself. */
  meta: { key: string; value: number | string };
}

export type Database = IDBPDatabase<KidoDatabase>;

let open: Promise<Database> | null = null;

/** The one database, owned by the background. */
export function database(): Promise<Database> {
  open ??= openDB<KidoDatabase>('kido', 3, {
    upgrade(db, from) {
      if (from < 3) {
        // Made from the entries: an older one is not moved but made anew.
        if (from === 2) db.deleteObjectStore('notes');
        const notes = db.createObjectStore('notes', { keyPath: 'key' });
        notes.createIndex('byWord', 'words', { multiEntry: true });
        notes.createIndex('byAccount', 'account');
        db.createObjectStore('requests', { keyPath: 'id' }).createIndex('byAccount', 'account');
        db.createObjectStore('outbox', { keyPath: 'id' });
        db.createObjectStore('meta');
      }
      if (from >= 1) return;
      const entries = db.createObjectStore('entries', { keyPath: 'id' });
      entries.createIndex('byAccount', ['account', 'at']);
      db.createObjectStore('accounts', { keyPath: 'key' });
      db.createObjectStore('drafts', { keyPath: 'account' });
      db.createObjectStore('playbooks', { keyPath: ['id', 'version'] });
    },
    terminated() {
      open = null;
    },
  });
  return open;
}

/** Closes the database; the next call opens it again. */
export async function closeDatabase(): Promise<void> {
  (await open)?.close();
  open = null;
}
