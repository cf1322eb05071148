import type { IDBPTransaction } from 'idb';
import type { Entry } from '@/lib/core/account/entry';
import { orderEntries } from '@/lib/core/account/order-entries';
import { type AccountRequest, requestsOf } from '@/lib/core/account/requests';
import { resolveAmendments } from '@/lib/core/account/resolve-amendments';
import { parseQuery, rate, searchWords } from '@/lib/core/note/search-words';
import { database, type KidoDatabase } from './database';

/** A touchpoint as it is searched: all its words, notes, requests and tasks in one text. */
export interface SearchedNote {
  id: string;
  account: string;
  day: string;
  play: string | null;
  text: string;
  words: string[];
}

/** A note that was found. */
export type FoundNote = Omit<SearchedNote, 'words'> & { points: number };

/** What of an entry is searched; null for entries that hold no words of people. */
export function searchedNote(entry: Entry): SearchedNote | null {
  if (entry.kind !== 'touchpoint' || entry.body.status !== 'held') return null;
  const { body } = entry;
  const text = [
    body.notes ?? '',
    ...(body.requests ?? []).map((one) => one.text),
    ...(body.actions ?? []).map((one) => one.text),
    ...(body.blockers ?? []).map((one) => one.text),
    ...(body.quotes ?? []).map((one) => one.text),
    body.verdict?.quote ?? '',
    (body.attendees ?? []).join(', '),
  ]
    .filter((part, at, all) => part !== '' && (at === 0 || !all[0]?.includes(part)))
    .join('\n');
  return text === ''
    ? null
    : { id: entry.id, account: entry.account, day: body.day, play: body.play ?? null, text, words: searchWords(text) };
}

/** A transaction that may write notes and read entries. */
export type IndexTransaction = IDBPTransaction<KidoDatabase, ('entries' | 'notes' | 'requests' | 'outbox')[], 'readwrite'>;

/** Brings the index of some accounts up to what their journals say, within the transaction that changed them. */
export async function indexAccounts(tx: IndexTransaction, accounts: string[]): Promise<void> {
  for (const account of new Set(accounts)) {
    const entries = await tx
      .objectStore('entries')
      .index('byAccount')
      .getAll(IDBKeyRange.bound([account], [account, []]));
    const standing = resolveAmendments(orderEntries(entries)).entries;
    const notes = standing.flatMap((entry) => searchedNote(entry) ?? []);
    const requests = requestsOf(standing);
    const [notesNow, requestsNow] = [new Set(notes.map((one) => one.id)), new Set(requests.map((one) => one.id))];
    const [notesBefore, requestsBefore] = await Promise.all([
      tx.objectStore('notes').index('byAccount').getAllKeys(account),
      tx.objectStore('requests').index('byAccount').getAllKeys(account),
    ]);
    await Promise.all([
      ...notesBefore.filter((id) => !notesNow.has(id)).map((id) => tx.objectStore('notes').delete(id)),
      ...requestsBefore.filter((id) => !requestsNow.has(id)).map((id) => tx.objectStore('requests').delete(id)),
      ...notes.map((note) => tx.objectStore('notes').put(note)),
      ...requests.map((request) => tx.objectStore('requests').put(request)),
    ]);
  }
}

let isIndexed = false;

/** Makes the index for journals that were written before there was one; looks once while the background runs. */
export async function indexOlder(): Promise<void> {
  if (isIndexed) return;
  const db = await database();
  const marked = await db.get('meta', 'index');
  isIndexed = true;
  if (marked === INDEX) return;
  const accounts = (await db.getAllKeys('accounts')).filter((key) => typeof key === 'string');
  for (const account of accounts) {
    const tx = db.transaction(['entries', 'notes', 'requests'], 'readwrite');
    await indexAccounts(tx, [account]);
    await tx.done;
  }
  await db.put('meta', INDEX, 'index');
}

/** Feature requests of all accounts. */
export async function allRequests(): Promise<AccountRequest[]> {
  await indexOlder();
  return (await database()).getAll('requests');
}

/** What the index holds; one that is older is made again. */
const INDEX = 2;

const MOST_RATED = 400;
const MOST_SHOWN = 50;

/**
 * Notes that hold what is typed, the best and newest first. Reads the index for each word and only the notes that hold
 * all of them; the newest of those are rated.
 */
export async function searchNotes(text: string): Promise<FoundNote[]> {
  const query = parseQuery(text);
  if (query.words.length === 0) return [];
  const tx = (await database()).transaction('notes');
  const index = tx.store.index('byWord');
  const [first = '', ...others] = query.words.toSorted((a, b) => b.length - a.length);
  const having = async (word: string) => new Set(await index.getAllKeys(IDBKeyRange.bound(word, `${word}\uffff`)));
  let ids = [...(await having(first))];
  for (const word of others) {
    if (ids.length === 0) return [];
    const found = await having(word);
    ids = ids.filter((id) => found.has(id));
  }
  // Ids grow with time.
  const newest = ids.sort().reverse().slice(0, MOST_RATED);
  const notes = await Promise.all(newest.map((id) => tx.store.get(id)));
  await tx.done;
  return notes
    .flatMap((note) => {
      const points = note ? rate(note.text, query) : 0;
      if (!note || points === 0) return [];
      const { words: _, ...rest } = note;
      return [{ ...rest, points }];
    })
    .toSorted((a, b) => b.points - a.points || (a.day < b.day ? 1 : -1))
    .slice(0, MOST_SHOWN);
}
