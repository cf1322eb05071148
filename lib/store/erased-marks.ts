import type { Entry } from '@/lib/core/account/entry';
import type { ErasedMark } from '@/lib/formats/backup-file';
import { sha256 } from './sha256';

/** The mark of an account: it refuses the account later and does not say which it was. */
export async function accountMark(account: string): Promise<string> {
  return `account:${await sha256(account)}`;
}

/** The mark of an entry whose words were erased. Ids are random and name nobody. */
export function entryMark(id: string): string {
  return `entry:${id}`;
}

interface MarkStore {
  count(): Promise<number>;
  get(mark: string): Promise<ErasedMark | undefined>;
}

/** Accounts with their marks, made before the transaction that asks for them. */
export async function accountMarks(accounts: Iterable<string>): Promise<Map<string, string>> {
  return new Map(await Promise.all([...new Set(accounts)].map(async (account) => [account, await accountMark(account)] as const)));
}

/**
 * Which of some entries must not come in, because their account or their words were erased.
 * @param marks of all accounts that the entries are of
 */
export async function erasedAmong(store: MarkStore, entries: Entry[], marks: Map<string, string>): Promise<Set<Entry>> {
  const erased = new Set<Entry>();
  // Nearly nobody ever erased anything; a restore of 100,000 entries need not ask for each.
  if (entries.length === 0 || (await store.count()) === 0) return erased;
  const rows = new Map(await Promise.all([...marks].map(async ([account, mark]) => [account, await store.get(mark)] as const)));
  await Promise.all(
    entries.map(async (entry) => {
      if (isClosed(rows.get(entry.account), entry.at) || (await store.get(entryMark(entry.id)))) erased.add(entry);
    }),
  );
  return erased;
}

/** Whether an account takes nothing that was written at a time. */
export function isClosed(row: ErasedMark | undefined, at: number): boolean {
  return row !== undefined && (row.openFrom === null || at < row.openFrom);
}
