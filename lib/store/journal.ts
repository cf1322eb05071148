import { type Entry, entrySchema } from '@/lib/core/account/entry';
import type { AccountRow } from '@/lib/formats/backup-file';
import { database } from './database';
import { outboxRow } from './outbox';
import { indexAccounts } from './search';

/**
 * Adds entries and answers once they are on disk. An entry that is there already stays as it was.
 * @param hooks ids of the webhooks that are to learn of them; noted in the same transaction, so that none is forgotten
 * @param isIndexed false where the caller has the index made anew afterwards
 */
export async function appendEntries(entries: Entry[], hooks: string[] = [], isIndexed = true): Promise<void> {
  // A bug of ours must not put into the journal what no later version can read.
  const checked = entries.map((entry) => entrySchema.parse(entry));
  const tx = (await database()).transaction(['entries', 'notes', 'requests', 'outbox'], 'readwrite', { durability: 'strict' });
  // A full disk may end the transaction at any step; its own end must not go unheard.
  tx.done.catch(() => undefined);
  try {
    const store = tx.objectStore('entries');
    await Promise.all(checked.map(async (entry) => (await store.getKey(entry.id)) === undefined && store.add(entry)));
    // Only what people wrote is searched; readings come all day and change nothing there.
    const written = isIndexed ? checked.filter((entry) => INDEXED.has(entry.kind)) : [];
    if (written.length > 0)
      await indexAccounts(
        tx,
        written.map((entry) => entry.account),
        new Set(written.map((entry) => entry.id)),
      );
    await Promise.all(hooks.flatMap((hook) => checked.map((entry) => tx.objectStore('outbox').put(outboxRow(hook, entry)))));
    await tx.done;
  } catch (error) {
    // Half of what belongs together must not stay.
    if (tx.error === null) tx.abort();
    throw error;
  }
}

const INDEXED = new Set<Entry['kind']>(['touchpoint', 'request', 'amendment', 'retraction']);

/** All entries of an account, oldest first. */
export async function entriesOf(account: string): Promise<Entry[]> {
  return (await database()).getAllFromIndex('entries', 'byAccount', IDBKeyRange.bound([account], [account, []]));
}

/** The newest entry of a kind over all accounts; ids grow with time. */
export async function newestOf(kind: Entry['kind']): Promise<Entry | null> {
  const tx = (await database()).transaction('entries');
  for (let cursor = await tx.store.openCursor(null, 'prev'); cursor; cursor = await cursor.continue())
    if (cursor.value.kind === kind) return cursor.value;
  return null;
}

/** Notes that an account was opened, and the name that its page showed. */
export async function noteAccount(row: AccountRow): Promise<void> {
  const tx = (await database()).transaction('accounts', 'readwrite');
  const known = await tx.store.get(row.key);
  await tx.store.put({ ...row, name: row.name ?? known?.name ?? null });
  await tx.done;
}

/** What is known of an account besides its journal. */
export async function accountRow(key: string): Promise<AccountRow | undefined> {
  return (await database()).get('accounts', key);
}

/** Accounts of a console, the one opened last first. */
export async function accountsOf(console: string): Promise<AccountRow[]> {
  const rows = await (await database()).getAll('accounts');
  return rows.filter((row) => row.console === console).toSorted((a, b) => b.openedAt - a.openedAt);
}
