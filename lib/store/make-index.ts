import type { AccountRequest } from '@/lib/core/account/requests';
import { type Database, database } from './database';
import { indexAccounts } from './search-index';

/** What the index holds; one that is older is made again. */
const INDEX = 2;
const AT_ONCE = 50;

let indexing: { db: Database; run: Promise<void> } | null = null;

/**
 * Makes the index for journals that were written before there was one. Looks once for each opening of the database; goes
 * on where it was stopped.
 */
export async function indexOlder(): Promise<void> {
  const db = await database();
  if (indexing?.db !== db) indexing = { db, run: makeIndex(db) };
  const { run } = indexing;
  try {
    await run;
  } catch (error) {
    if (indexing?.run === run) indexing = null;
    throw error;
  }
}

async function makeIndex(db: Database): Promise<void> {
  if ((await db.get('meta', 'index')) === INDEX) return;
  const turn = await db.get('meta', 'indexTurn');
  const reached = String((await db.get('meta', 'indexedTo')) ?? '');
  const accounts = (await accountsWithEntries(db)).filter((account) => account > reached);
  for (let at = 0; at <= accounts.length; at += AT_ONCE) {
    const some = accounts.slice(at, at + AT_ONCE);
    const tx = db.transaction(['entries', 'notes', 'requests', 'meta'], 'readwrite');
    const meta = tx.objectStore('meta');
    // Forgotten while this was under way: whoever did so has it made from the start.
    if ((await meta.get('indexTurn')) !== turn) return;
    await indexAccounts(tx, some, null);
    await meta.put(some.at(-1) ?? reached, 'indexedTo');
    if (at + AT_ONCE > accounts.length) await meta.put(INDEX, 'index');
    await tx.done;
  }
}

/** Every account of the journal, by one step in the index for each. */
export async function accountsWithEntries(db: Database): Promise<string[]> {
  const accounts: string[] = [];
  const index = db.transaction('entries').store.index('byAccount');
  for (let cursor = await index.openKeyCursor(); cursor; ) {
    const [account] = cursor.key;
    accounts.push(account);
    // No time is above all: the next key is of the next account.
    cursor = await cursor.continue([account, Number.POSITIVE_INFINITY]);
  }
  return accounts;
}

/** Says that the index is behind, before many entries are written at once; `indexOlder` then makes it again. */
export async function forgetIndex(): Promise<void> {
  const tx = (await database()).transaction('meta', 'readwrite');
  await markBehind(tx.store);
  await tx.done;
}

interface MetaStore {
  get(key: string): Promise<number | string | undefined>;
  put(value: number | string, key: string): Promise<unknown>;
}

/** The same within the transaction that writes what the index does not hold: one that is made meanwhile is not whole. */
export async function markBehind(meta: MetaStore): Promise<void> {
  indexing = null;
  const turn = Number((await meta.get('indexTurn')) ?? 0) + 1;
  await Promise.all([meta.put(0, 'index'), meta.put('', 'indexedTo'), meta.put(turn, 'indexTurn')]);
}

/** Feature requests of all accounts. */
export async function allRequests(): Promise<AccountRequest[]> {
  await indexOlder();
  return (await database()).getAll('requests');
}
