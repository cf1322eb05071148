import type { ErasedMark } from '@/lib/formats/backup-file';
import { database, ofAccount } from './database';
import { accountMark, entryMark, entryPrint } from './erased-marks';
import { NameIn } from './name-in';
import { indexAccounts } from './search-index';
import { mayQuote, quotesOf, withoutPerson } from './without-person';

const STORES = ['entries', 'notes', 'requests', 'outbox', 'drafts', 'accounts', 'erased'] as const;

/**
 * Erases everything that the store holds of an account, in one transaction, and leaves a mark so that neither a backup
 * nor a colleague brings it back and nothing new is written. What is kept in memory of it is for the caller to drop.
 * @param at epoch ms
 * @param by the author who erases it; stands in the mark
 * @returns how many entries it held, and ids of the outbox rows that will not be sent any more
 */
export async function eraseAccount(account: string, at: number, by: string): Promise<{ entries: number; outbox: string[] }> {
  const mark = await accountMark(account);
  const tx = (await database()).transaction(STORES, 'readwrite', { durability: 'strict' });
  const [entries, notes, requests, rows] = await Promise.all([
    tx.objectStore('entries').index('byAccount').getAllKeys(ofAccount(account)),
    tx.objectStore('notes').index('byAccount').getAllKeys(account),
    tx.objectStore('requests').index('byAccount').getAllKeys(account),
    tx.objectStore('outbox').getAll(),
  ]);
  const owed = rows.filter((row) => row.account === account).map((row) => row.id);
  await Promise.all([
    ...entries.map((id) => tx.objectStore('entries').delete(id)),
    ...notes.map((key) => tx.objectStore('notes').delete(key)),
    ...requests.map((id) => tx.objectStore('requests').delete(id)),
    ...owed.map((id) => tx.objectStore('outbox').delete(id)),
    tx.objectStore('drafts').delete(account),
    tx.objectStore('accounts').delete(account),
    tx.objectStore('erased').put({ mark, kind: 'account', at, by, entries: entries.length, openFrom: null, print: null }),
    tx.done,
  ]);
  return { entries: entries.length, outbox: owed };
}

/** What was erased of a person's words, and what a person has to look at. */
export interface ErasedWords {
  /** Ids of entries that were rewritten without them. */
  entries: string[];
  /** Ids of touchpoints that hold quotes of nobody named, where the person took part. They are as they were. */
  toCheck: string[];
  /** The draft of the account names the person; it is as it was. */
  draft: boolean;
}

/**
 * Erases a person's name and words from an account: entries that hold them are rewritten without them, in one transaction
 * with the search and the requests, and marked so that the words do not come back.
 * @param person the name as it stands in the notes; other spellings are erased one by one
 * @throws Error `person: …` for a name without letters
 */
export async function eraseWords(account: string, person: string, at: number, by: string): Promise<ErasedWords> {
  const name = new NameIn(person);
  const db = await database();
  const before = await db.getAllFromIndex('entries', 'byAccount', ofAccount(account));
  const quotes = quotesOf(before, name);
  const rewritten = before.flatMap((entry) => withoutPerson(entry, name, quotes) ?? []);
  const marks = await Promise.all(
    rewritten.map(async (entry) => {
      const [mark, print] = [entryMark(entry.id), await entryPrint(entry)];
      return { mark, kind: 'entry' as const, at, by, entries: 1, openFrom: null, print };
    }),
  );
  const tx = db.transaction(STORES, 'readwrite', { durability: 'strict' });
  const row = await tx.objectStore('accounts').get(account);
  const [known, now] = [
    new Set(before.map((entry) => entry.id)),
    new Set(await tx.objectStore('entries').index('byAccount').getAllKeys(ofAccount(account))),
  ];
  // What was erased meanwhile is not written again.
  const still = rewritten.filter((entry) => now.has(entry.id));
  await Promise.all([
    ...still.map((entry) => tx.objectStore('entries').put(entry)),
    ...marks.map((mark) => tx.objectStore('erased').put(mark)),
    ...(still.length > 0 ? [tx.objectStore('erased').put(recordOfWords(still.length, at, by))] : []),
    ...(row?.name && name.isIn(row.name) ? [tx.objectStore('accounts').put({ ...row, name: null })] : []),
  ]);
  await indexAccounts(tx, [account], new Set(still.map((entry) => entry.id)));
  const draft = await tx.objectStore('drafts').get(account);
  await tx.done;
  // Written while this looked: it is looked at as well.
  if ([...now].some((id) => !known.has(id))) {
    const more = await eraseWords(account, person, at, by);
    return { ...more, entries: [...still.map((entry) => entry.id), ...more.entries] };
  }
  return {
    entries: still.map((entry) => entry.id),
    toCheck: before.filter((entry) => mayQuote(entry, name)).map((entry) => entry.id),
    draft: name.isIn(JSON.stringify(draft?.fields ?? null)),
  };
}

/** Lets an erased account begin anew: what is written from a time on is taken, what was before stays away. */
export async function openErased(account: string, from: number): Promise<void> {
  const mark = await accountMark(account);
  const tx = (await database()).transaction('erased', 'readwrite', { durability: 'strict' });
  const row = await tx.store.get(mark);
  if (row) await tx.store.put({ ...row, openFrom: from });
  await tx.done;
}

/** One erasure, for a record of what was done; it does not say whose it was. */
export interface Erasure {
  kind: 'account' | 'words';
  at: number;
  by: string;
  /** Entries that it took or rewrote. */
  entries: number;
}

/** Every erasure, the latest first. */
export async function erasures(): Promise<Erasure[]> {
  const rows = await (await database()).getAll('erased');
  return rows
    .flatMap(({ kind, at, by, entries }): Erasure[] => (kind === 'entry' ? [] : [{ kind, at, by, entries }]))
    .toSorted((a, b) => b.at - a.at);
}

function recordOfWords(entries: number, at: number, by: string): ErasedMark {
  return { mark: `words:${crypto.randomUUID()}`, kind: 'words', at, by, entries, openFrom: null, print: null };
}
