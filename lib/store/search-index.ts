import type { IDBPTransaction } from 'idb';
import type { Entry } from '@/lib/core/account/entry';
import { orderEntries } from '@/lib/core/account/order-entries';
import { requestsOf } from '@/lib/core/account/requests';
import { resolveAmendments } from '@/lib/core/account/resolve-amendments';
import { searchWords } from '@/lib/core/note/search-words';
import { ofAccount } from './database';
import type { KidoDatabase, SearchedNote } from './rows';
import { searchText } from './search-text';

type IndexedStore = 'entries' | 'notes' | 'requests';

/** A transaction that may write notes and read entries. */
export type IndexTransaction = Pick<IDBPTransaction<KidoDatabase, IndexedStore[], 'readwrite'>, 'objectStore'>;

/**
 * Brings the index of some accounts up to what their journals say, within the transaction that changed them.
 * @param written ids that were just written: notes that none of them speaks of are as they were; null for all notes
 */
export async function indexAccounts(tx: IndexTransaction, accounts: string[], written: Set<string> | null): Promise<void> {
  for (const account of new Set(accounts)) await indexAccount(tx, account, written);
}

async function indexAccount(tx: IndexTransaction, account: string, written: Set<string> | null): Promise<void> {
  const [notes, requests] = [tx.objectStore('notes'), tx.objectStore('requests')];
  const [entries, notesBefore, requestsBefore] = await Promise.all([
    tx.objectStore('entries').index('byAccount').getAll(ofAccount(account)),
    notes.index('byAccount').getAllKeys(account),
    requests.index('byAccount').getAllKeys(account),
  ]);
  const standing = resolveAmendments(orderEntries(entries)).entries;
  const texts = new Map(standing.flatMap((entry) => textOf(entry) ?? []).map((note) => [note.key, note]));
  const changed = written && spokenOf(entries, written);
  const known = new Set(notesBefore);
  const asked = requestsOf(standing);
  const standingRequests = new Set(asked.map((one) => one.id));
  await Promise.all([
    ...notesBefore.filter((key) => !texts.has(key)).map((key) => notes.delete(key)),
    ...requestsBefore.filter((id) => !standingRequests.has(id)).map((id) => requests.delete(id)),
    // Words are made only of what changed: an account may hold notes of a megabyte.
    ...[...texts.values()]
      .filter(({ key, id }) => !changed || changed.has(id) || !known.has(key))
      .map((note) => notes.put({ ...note, words: searchWords(note.text) })),
    ...asked.map((request) => requests.put(request)),
  ]);
}

/** What of an entry is searched, without its words yet; null for entries that hold no words of people. */
function textOf(entry: Entry): Omit<SearchedNote, 'words'> | null {
  if (entry.kind !== 'touchpoint' || entry.body.status !== 'held') return null;
  const { id, account, body } = entry;
  const text = searchText(body);
  return text === '' ? null : { key: noteKey(entry), id, account, day: body.day, play: body.play ?? null, text };
}

/** Time runs backwards in it, so that keys in order are notes from the newest on. */
function noteKey(entry: Entry): string {
  return `${String(Number.MAX_SAFE_INTEGER - entry.at).padStart(16, '0')} ${entry.id}`;
}

/** The entries that some written ones are, change or take back, through changes of changes. */
function spokenOf(entries: Entry[], written: Set<string>): Set<string> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const spoken = new Set<string>();
  for (const id of written)
    for (let one = byId.get(id); one && !spoken.has(one.id); one = 'target' in one.body ? byId.get(one.body.target) : undefined)
      spoken.add(one.id);
  return spoken;
}
