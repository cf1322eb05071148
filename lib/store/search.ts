import type { IDBPTransaction } from 'idb';
import type { Entry } from '@/lib/core/account/entry';
import { orderEntries } from '@/lib/core/account/order-entries';
import { type AccountRequest, requestsOf } from '@/lib/core/account/requests';
import { resolveAmendments } from '@/lib/core/account/resolve-amendments';
import { parseQuery, type Query, rate, searchWords } from '@/lib/core/note/search-words';
import { type Database, database, type KidoDatabase } from './database';

/** A touchpoint as it is searched: all its words, notes, requests and tasks in one text. */
export interface SearchedNote {
  /** Its place among all notes: the newest comes first. */
  key: string;
  id: string;
  account: string;
  day: string;
  play: string | null;
  text: string;
  words: string[];
}

/** A note that was found. */
export type FoundNote = Omit<SearchedNote, 'words' | 'key'> & { points: number };

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
    : { key: noteKey(entry), id: entry.id, account: entry.account, day: body.day, play: body.play ?? null, text, words: searchWords(text) };
}

/** Time runs backwards in it, so that keys in order are notes from the newest on. */
function noteKey(entry: Entry): string {
  return `${String(Number.MAX_SAFE_INTEGER - entry.at).padStart(16, '0')} ${entry.id}`;
}

/** A transaction that may write notes and read entries. */
export type IndexTransaction = IDBPTransaction<KidoDatabase, ('entries' | 'notes' | 'requests' | 'outbox' | 'meta')[], 'readwrite'>;

/**
 * Brings the index of some accounts up to what their journals say, within the transaction that changed them.
 * @param written ids that were just written: notes that none of them speaks of are as they were; null for all notes
 */
export async function indexAccounts(tx: IndexTransaction, accounts: string[], written: Set<string> | null): Promise<void> {
  for (const account of new Set(accounts)) {
    const entries = await tx
      .objectStore('entries')
      .index('byAccount')
      .getAll(IDBKeyRange.bound([account], [account, []]));
    const standing = resolveAmendments(orderEntries(entries)).entries;
    const notes = standing.flatMap((entry) => searchedNote(entry) ?? []);
    const requests = requestsOf(standing);
    const changed = written && spokenOf(entries, written);
    const [notesNow, requestsNow] = [new Set(notes.map((one) => one.key)), new Set(requests.map((one) => one.id))];
    const [notesBefore, requestsBefore] = await Promise.all([
      tx.objectStore('notes').index('byAccount').getAllKeys(account),
      tx.objectStore('requests').index('byAccount').getAllKeys(account),
    ]);
    const known = new Set(notesBefore);
    await Promise.all([
      ...notesBefore.filter((key) => !notesNow.has(key)).map((key) => tx.objectStore('notes').delete(key)),
      ...requestsBefore.filter((id) => !requestsNow.has(id)).map((id) => tx.objectStore('requests').delete(id)),
      ...notes.filter((note) => !changed || changed.has(note.id) || !known.has(note.key)).map((note) => tx.objectStore('notes').put(note)),
      ...requests.map((request) => tx.objectStore('requests').put(request)),
    ]);
  }
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

let indexing: Promise<void> | null = null;

/**
 * Makes the index for journals that were written before there was one. Looks once while the background runs; goes on
 * where it was stopped.
 */
export function indexOlder(): Promise<void> {
  indexing ??= makeIndex().catch((error) => {
    indexing = null;
    throw error;
  });
  return indexing;
}

async function makeIndex(): Promise<void> {
  const db = await database();
  if ((await db.get('meta', 'index')) === INDEX) return;
  const reached = String((await db.get('meta', 'indexedTo')) ?? '');
  const accounts = (await accountsWithEntries(db)).filter((account) => account > reached);
  for (let at = 0; at < accounts.length; at += AT_ONCE) {
    const some = accounts.slice(at, at + AT_ONCE);
    const tx = db.transaction(['entries', 'notes', 'requests', 'meta'], 'readwrite');
    await indexAccounts(tx, some, null);
    await tx.objectStore('meta').put(some.at(-1) ?? '', 'indexedTo');
    await tx.done;
  }
  await db.put('meta', INDEX, 'index');
}

const AT_ONCE = 50;

/** Every account of the journal, by one step in the index for each. */
async function accountsWithEntries(db: Database): Promise<string[]> {
  const accounts: string[] = [];
  const index = db.transaction('entries').store.index('byAccount');
  for (let cursor = await index.openKeyCursor(); cursor; ) {
    const [account] = cursor.key;
    accounts.push(account);
    cursor = await cursor.continue([account, []] as never);
  }
  return accounts;
}

/** Says that the index is behind, before many entries are written at once; `indexOlder` then makes it again. */
export async function forgetIndex(): Promise<void> {
  indexing = null;
  const tx = (await database()).transaction('meta', 'readwrite');
  await Promise.all([tx.store.put(0, 'index'), tx.store.put('', 'indexedTo')]);
  await tx.done;
}

/** Feature requests of all accounts. */
export async function allRequests(): Promise<AccountRequest[]> {
  await indexOlder();
  return (await database()).getAll('requests');
}

/** What the index holds; one that is older is made again. */
const INDEX = 2;

const MOST_SHOWN = 50;
/** Of words that stand everywhere, the newest that hold all of them; older ones are found by one word more. */
const ENOUGH = 10;
/** Keys that are first asked for each word: enough for what is shown, also where only some hold all words. */
const FIRST_KEYS = 1000;
/** Notes that are read at once to see whether they hold what is looked for. */
const READ_AT_ONCE = 150;
const MOST_READ = 1500;

/**
 * Notes that hold what is typed, the best and newest first. Notes lie in the index newest first, so that of a word that
 * stands in half of all notes only the newest are looked at; more only where these do not hold the other words.
 */
export async function searchNotes(text: string): Promise<FoundNote[]> {
  const query = parseQuery(text);
  if (query.words.length === 0) return [];
  const tx = (await database()).transaction('notes');
  const index = tx.store.index('byWord');
  for (let most = FIRST_KEYS; ; most *= 4) {
    const lists = await Promise.all(query.words.map((word) => index.getAllKeys(IDBKeyRange.bound(word, `${word}\uffff`), most)));
    const whole = lists.filter((keys) => keys.length < most);
    // A word whose list is whole decides; words that stand everywhere are looked for in the notes themselves.
    const [first = [], ...others] = (whole.length > 0 ? whole : lists).toSorted((a, b) => a.length - b.length);
    const sets = others.map((keys) => new Set(keys));
    const keys = [...new Set(first)].filter((key) => sets.every((set) => set.has(key))).sort();
    const found = await readNotes(tx.store, keys, query, most === FIRST_KEYS || whole.length > 0 ? MOST_SHOWN : ENOUGH);
    if (whole.length > 0 || found.length >= ENOUGH) {
      await tx.done;
      return found.toSorted((a, b) => b.points - a.points || (a.day < b.day ? 1 : -1)).slice(0, MOST_SHOWN);
    }
  }
}

type NoteStore = { get(key: string): Promise<SearchedNote | undefined> };

/** Of the notes with these keys, those that hold what is looked for; stops once there are enough. */
async function readNotes(store: NoteStore, keys: string[], query: Query, enough: number): Promise<FoundNote[]> {
  const found: FoundNote[] = [];
  for (let at = 0; at < Math.min(keys.length, MOST_READ) && found.length < enough; at += READ_AT_ONCE) {
    const notes = await Promise.all(keys.slice(at, at + READ_AT_ONCE).map((key) => store.get(key)));
    for (const note of notes) {
      const points = note ? rate(note.text, query) : 0;
      if (!note || points === 0) continue;
      const { words: _, key: __, ...rest } = note;
      found.push({ ...rest, points });
    }
  }
  return found;
}
