import type { Entry } from '@/lib/core/account/entry';
import type { ErasedMark } from '@/lib/formats/backup-file';
import { database } from './database';
import { sha256 } from './sha256';

/** The mark of an account: it refuses the account later and does not say which it was. */
export async function accountMark(account: string): Promise<string> {
  return `account:${await sha256(account)}`;
}

/** Accounts with their marks, made before the transaction that asks for them. */
export async function accountMarks(accounts: Iterable<string>): Promise<Map<string, string>> {
  return new Map(await Promise.all([...new Set(accounts)].map(async (account) => [account, await accountMark(account)] as const)));
}

/** The mark of an entry whose words were erased. Ids are random and name nobody. */
export function entryMark(id: string): string {
  return `entry:${id}`;
}

/** What an entry says, as one short text: the erased form of an entry is known by it and may come back. */
export function entryPrint({ id, kind, body }: Entry): Promise<string> {
  return sha256(JSON.stringify([id, kind, body]));
}

/** What has to be known of entries before the transaction that takes them. */
export interface Incoming {
  accounts: Map<string, string>;
  prints: Map<string, string>;
}

/** Makes ready the marks of some entries, and the prints of those that are marked. */
export async function incoming(entries: Entry[]): Promise<Incoming> {
  const marked = new Set(await (await database()).getAllKeys('erased', IDBKeyRange.bound(entryMark(''), entryMark('\uffff'))));
  const prints = entries
    .filter((entry) => marked.has(entryMark(entry.id)))
    .map(async (entry) => [entry.id, await entryPrint(entry)] as const);
  return { accounts: await accountMarks(entries.map((entry) => entry.account)), prints: new Map(await Promise.all(prints)) };
}

interface MarkStore {
  count(): Promise<number>;
  get(mark: string): Promise<ErasedMark | undefined>;
}

/** Which of some entries must not come in: their account was erased, or they say what was erased of them. */
export async function erasedAmong(store: MarkStore, entries: Entry[], { accounts, prints }: Incoming): Promise<Set<Entry>> {
  const erased = new Set<Entry>();
  // Nearly nobody ever erased anything; a restore of 100,000 entries need not ask for each.
  if (entries.length === 0 || (await store.count()) === 0) return erased;
  const rows = new Map(await Promise.all([...accounts].map(async ([account, mark]) => [account, await store.get(mark)] as const)));
  await Promise.all(
    entries.map(async (entry) => {
      const row = await store.get(entryMark(entry.id));
      const isWords = row !== undefined && (row.print === null || row.print !== prints.get(entry.id));
      if (isWords || isClosed(rows.get(entry.account), entry.at)) erased.add(entry);
    }),
  );
  return erased;
}

/** Whether an account takes nothing that was written at a time. */
export function isClosed(row: ErasedMark | undefined, at: number): boolean {
  return row !== undefined && (row.openFrom === null || at < row.openFrom);
}

/** Whether an account was erased and takes nothing new. */
export async function isErased(account: string): Promise<boolean> {
  const row = await (await database()).get('erased', await accountMark(account));
  return row !== undefined && row.openFrom === null;
}
