import { type Entry, entrySchema } from '@/lib/core/account/entry';
import { foldSearch } from '@/lib/core/fold-search';
import { recordOf } from '@/lib/formats/preferences';
import type { NameIn } from './name-in';

/** Parts that hold ids and choices and never words of people. */
const NO_WORDS = new Set(
  'target item rule stage play metric source state status type outcome sentiment cause owner urgency playbook week day'.split(' '),
);
/** A line of a note that stands in a longer quote is a part of it, unless it is too short to tell. */
const PART_OF_QUOTE = 8;

/** The person's own words in some entries, folded: quotes that are told as theirs or that name them. */
export function quotesOf(entries: Entry[], name: NameIn): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(look);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const { quote, quotes, ...parts } = recordOf(value);
    if (names(name, parts.who) && typeof quote === 'string') found.add(foldSearch(quote));
    for (const one of Array.isArray(quotes) ? quotes.map(recordOf) : [])
      if (isTheirs(one, name) && typeof one.text === 'string') found.add(foldSearch(one.text));
    Object.values(parts).forEach(look);
  };
  for (const entry of entries) look(entry.body);
  found.delete('');
  return found;
}

/**
 * An entry without a person's name and words; null where it holds none. It stays an entry of its kind with its id and
 * time, so that everything that reads entries reads it as before:
 * - quotes that are theirs or name them go, and so does the quote of a verdict or judgement that is theirs
 * - lines of notes that name them or hold such a quote go; other lines stay
 * - they are no attendee any more, and nobody is named where they were ("who")
 * - anywhere else a dash stands for the name, also among users that values are told for
 * @param quotes from `quotesOf` over all entries of the account
 * @throws Error where what is left would be no entry
 */
export function withoutPerson(entry: Entry, name: NameIn, quotes: Set<string>): Entry | null {
  const clean = cleaner(name, quotes);
  // In a change null takes a part away; left out, what stood before would stand again.
  const body =
    entry.kind === 'amendment'
      ? { ...(clean(entry.body, undefined) as object), body: clean(entry.body.body, null) }
      : clean(entry.body, undefined);
  return JSON.stringify(body) === JSON.stringify(entry.body) ? null : entrySchema.parse({ ...entry, body });
}

/** Whether an entry holds words that may be the person's, though nobody is named with them: a person has to look. */
export function mayQuote(entry: Entry, name: NameIn): boolean {
  if (entry.kind !== 'touchpoint') return false;
  const { attendees, quotes = [], verdict, notes } = entry.body;
  if (!attendees?.some((one) => name.isIn(one)) && !names(name, notes)) return false;
  return quotes.some((one) => !one.who) || (verdict?.quote !== undefined && !verdict.who);
}

function cleaner(name: NameIn, quotes: Set<string>): (value: unknown, gone: null | undefined) => unknown {
  let users = 0;
  /** Values per user keep their place under another name each, so that sums and how uneven they are stay true. */
  const keyOf = (key: string) => (name.isIn(key) ? `${name.without(key)} ${(users += 1)}` : key);
  const isLineTheirs = (line: string) => {
    const folded = foldSearch(line);
    if (name.isIn(line)) return true;
    return [...quotes].some((quote) => folded.includes(quote) || (folded.length >= PART_OF_QUOTE && quote.includes(folded)));
  };
  const part = (key: string, value: unknown, theirs: boolean, gone: null | undefined): unknown => {
    if ((key === 'who' || key === 'quote') && theirs) return gone;
    if (key === 'notes' && typeof value === 'string')
      return value
        .split('\n')
        .filter((line) => !isLineTheirs(line))
        .join('\n');
    if (key === 'attendees' && Array.isArray(value)) return value.filter((one) => !names(name, one));
    if (key === 'quotes' && Array.isArray(value)) return value.filter((one) => !isTheirs(recordOf(one), name));
    return NO_WORDS.has(key) || key.endsWith('Day') ? value : clean(value, undefined);
  };
  const clean = (value: unknown, gone: null | undefined): unknown => {
    if (typeof value === 'string') return name.without(value);
    if (Array.isArray(value)) return value.map((one) => clean(one, undefined));
    if (typeof value !== 'object' || value === null) return value;
    const theirs = names(name, recordOf(value).who);
    const parts = Object.entries(value).map(([key, one]): [string, unknown] => [keyOf(key), part(key, one, theirs, gone)]);
    return Object.fromEntries(parts.filter(([, one]) => one !== undefined));
  };
  return clean;
}

function isTheirs(quote: Record<string, unknown>, name: NameIn): boolean {
  return names(name, quote.who) || names(name, quote.text);
}

function names(name: NameIn, text: unknown): boolean {
  return typeof text === 'string' && name.isIn(text);
}
