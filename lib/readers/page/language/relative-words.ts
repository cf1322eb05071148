import { foldWord, LANGUAGES, languageOf, perLocale, WordTable } from './languages';
import { ABOUT, ONES } from './small-words';

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type TimeUnit = (typeof UNITS)[number];

/** `#` of a unit ago (-1) or ahead (+1); `count` where the words tell it: `gestern`, two days in Arabic. */
export interface RelativeWords {
  unit: TimeUnit;
  direction: 1 | -1;
  count: number | null;
}

/** Numbers that between them take every plural form of a language: at most five or six, mostly two. */
function countsOf(locale: string): number[] {
  const rules = new Intl.PluralRules(locale);
  const forms = new Map<string, number>();
  for (const count of [1, 2, 3, 5, 11, 21, 100]) forms.set(rules.select(count), forms.get(rules.select(count)) ?? count);
  return [...forms.values()];
}

/** What people write where the platform has another word. */
const MORE: Record<string, [string, RelativeWords][]> = {
  nb: [
    ['for # dag siden', { unit: 'day', direction: -1, count: null }],
    ['for # dager siden', { unit: 'day', direction: -1, count: null }],
    ['om # dager', { unit: 'day', direction: 1, count: null }],
  ],
};

interface Tables {
  phrases: WordTable<RelativeWords>;
  days: WordTable<RelativeWords>;
  /** Finds the longest of the days at the start of a text; made when it is first needed. */
  dayStart: RegExp | null;
}
const none = (): Tables => ({ phrases: new WordTable(), days: new WordTable(), dayStart: null });

const tablesOf = perLocale((locale) => {
  const tables = none();
  const counts = countsOf(locale);
  for (const style of ['long', 'short'] as const) {
    const always = new Intl.RelativeTimeFormat(`${locale}-u-nu-latn`, { style });
    for (const unit of UNITS)
      for (const count of counts)
        for (const direction of [-1, 1] as const) {
          const text = always.format(count * direction, unit);
          const digits = /\d/.test(text);
          add(tables.phrases, text, { unit, direction, count: digits ? null : count });
        }
    // `last week` and `this month` name no day; yesterday does.
    const auto = new Intl.RelativeTimeFormat(locale, { style, numeric: 'auto' });
    for (const count of [-2, -1, 0, 1, 2]) {
      const text = auto.format(count, 'day');
      if (!/\p{Nd}/u.test(text)) add(tables.days, text, { unit: 'day', direction: count < 0 ? -1 : 1, count: Math.abs(count) });
    }
    for (const [text, words] of MORE[languageOf(locale)] ?? []) add(tables.phrases, text, words);
    add(tables.phrases, auto.format(0, 'second'), { unit: 'second', direction: -1, count: 0 });
  }
  return tables;
}, none);

function add(table: WordTable<RelativeWords>, text: string, words: RelativeWords): void {
  table.add(keyOf(text.replace(/\d+/, '#')), words, `${words.unit} ${words.direction} ${words.count}`);
}

/** Blanks around the number do not count: `한 시간 전`, `1시간 전`. */
function keyOf(text: string): string {
  return text.replace(/\s*#\s*/, '#');
}

let all: Tables | null = null;

function allTables(): Tables {
  if (all) return all;
  all = none();
  for (const locale of LANGUAGES) {
    all.phrases.addAll(tablesOf(locale).phrases);
    all.days.addAll(tablesOf(locale).days);
  }
  return all;
}

/**
 * A time told from now: `vor 3 Tagen`, `il y a environ une heure`, `3일 전`. In the language given, else in every one that knows
 * the words. Null where they are none, or would be another time in another language.
 */
export function relativeIn(text: string, locale: string): (RelativeWords & { count: number }) | null {
  // No language tells of a time from now without a letter, or with a number of four digits.
  if (text.length > 60 || !/\p{L}/u.test(text) || /\d{4}|\d\D+\d/.test(text)) return null;
  const folded = foldWord(text);
  const own = lookup(folded, tablesOf(locale).phrases, [languageOf(locale)]);
  return own !== undefined ? own : (lookup(folded, allTables().phrases, Object.keys(ABOUT)) ?? null);
}

/** Whether a time told from now is written so in a language. */
export function phraseIsOf(text: string, locale: string): boolean {
  return lookup(foldWord(text), tablesOf(locale).phrases, [languageOf(locale)]) !== undefined;
}

function lookup(
  text: string,
  table: WordTable<RelativeWords>,
  languages: string[],
): (RelativeWords & { count: number }) | null | undefined {
  const words = text.split(' ');
  const maybe = isGlued(text) || words.some((word) => ALL_ABOUT.has(word));
  const forms = [text, ...(maybe ? languages.flatMap((language) => withoutAbout(text, language) ?? []) : [])];
  const found = forms.flatMap((form) => {
    const numbers = form.match(/\d+/g) ?? [];
    if (numbers.length > 1) return [];
    if (numbers.length === 1) return of(table.get(keyOf(form.replace(/\d+/, '#'))), Number(numbers[0]));
    const plain = of(table.get(form), null);
    return plain.length > 0 ? plain : withOne(form).flatMap((one) => of(table.get(keyOf(one)), 1));
  });
  if (found.length === 0) return undefined;
  const [first] = found;
  const agree = found.every((one) => one?.unit === first?.unit && one?.direction === first?.direction && one?.count === first?.count);
  return agree ? (first ?? null) : null;
}

function of(words: RelativeWords | null | undefined, count: number | null): ((RelativeWords & { count: number }) | null)[] {
  if (words === undefined) return [];
  const told = words?.count ?? count;
  return words === null || told === null ? [null] : [{ ...words, count: told }];
}

/** `vor einer Stunde` is `vor # Stunde`; which of several small words is the number, the table tells. */
function withOne(text: string): string[] {
  const words = text.replace(/(^|\s)un'(?=\p{L})/u, '$1un ').split(' ');
  return words.flatMap((word, at) => (ONES.has(word) ? [words.map((one, index) => (index === at ? '#' : one)).join(' ')] : []));
}

const ALL_ABOUT = new Set(Object.values(ABOUT).flatMap((words) => [...words]));
const isGlued = (text: string) => /^[\p{Script=Han}\p{Script=Hangul}]/u.test(text);

function withoutAbout(text: string, language: string): string | null {
  const about = ABOUT[language];
  const glued = isGlued(text) ? [...(about ?? [])].find((word) => text.startsWith(word)) : undefined;
  if (glued) return text.slice(glued.length).trim();
  const words = text.split(' ');
  const kept = words.filter((word) => !about?.has(word));
  return kept.length === words.length || kept.length === 0 ? null : kept.join(' ');
}

/** A day told by a word at the start of a text, and what follows: `gestern, 14:32`. Days from today; null where none is. */
export function dayWordIn(text: string, locale: string): { days: number; rest: string } | null {
  if (text.length > 60 || /^[\d(]/.test(text)) return null;
  const folded = foldWord(text);
  for (const tables of [tablesOf(locale), allTables()]) {
    const key = startOf(tables).exec(folded)?.[0];
    const found = key === undefined ? undefined : tables.days.get(key);
    if (found === null) return null;
    if (found && key !== undefined) return { days: (found.count ?? 0) * found.direction, rest: restAfter(text, key) };
  }
  return null;
}

/** Scripts without blanks between words need none after one. */
function startOf(tables: Tables): RegExp {
  if (tables.dayStart) return tables.dayStart;
  const words = tables.days
    .keys()
    .filter((word) => /^[\p{L}\p{M} '-]+$/u.test(word))
    .toSorted((a, b) => b.length - a.length);
  const ends = words.map((word) => word + (GLUED.test(word) ? '' : '(?![\\p{L}\\p{M}])'));
  tables.dayStart = new RegExp(words.length === 0 ? '(?!)' : `^(?:${ends.join('|')})`, 'u');
  return tables.dayStart;
}

const GLUED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]$/u;

/** What follows a folded start in the text as it stands. */
function restAfter(text: string, key: string): string {
  for (let at = 1; at <= text.length; at += 1) if (foldWord(text.slice(0, at)) === key) return text.slice(at).replace(/^\./, '').trim();
  return '';
}
