import { parseQuery, type Query, rate } from '@/lib/core/note/search-words';
import { database } from './database';
import type { SearchedNote } from './rows';

/** A note that was found. */
export type FoundNote = Omit<SearchedNote, 'words' | 'key'> & { points: number };

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
