import type { Entry } from '@/lib/core/account/entry';
import type { AccountRow } from '@/lib/formats/backup-file';
import { database, ofAccount } from './database';
import { isErased } from './erased-marks';
import { type WriteOptions, writeEntries } from './write-entries';

/**
 * Adds entries and answers once they are on disk, all or none. An entry whose id is known stays as it was: a question
 * that is asked again writes nothing, tells no webhook and ends a draft that was not ended yet.
 * @returns ids really written
 * @throws StoreProblem `erased` where an account was erased and not opened again, `full` where the disk has no room
 */
export async function appendEntries(entries: Entry[], options: Omit<WriteOptions, 'erased'> = {}): Promise<string[]> {
  return (await writeEntries(entries, options)).written;
}

/** All entries of an account, oldest first. */
export async function entriesOf(account: string): Promise<Entry[]> {
  return (await database()).getAllFromIndex('entries', 'byAccount', ofAccount(account));
}

/** The newest entry of a kind over all accounts; ids grow with time. */
export async function newestOf(kind: Entry['kind']): Promise<Entry | null> {
  const tx = (await database()).transaction('entries');
  for (let cursor = await tx.store.openCursor(null, 'prev'); cursor; cursor = await cursor.continue())
    if (cursor.value.kind === kind) return cursor.value;
  return null;
}

/** Notes that an account was opened, and the name that its page showed; nothing is noted of one that was erased. */
export async function noteAccount(row: AccountRow): Promise<void> {
  if (await isErased(row.key)) return;
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
