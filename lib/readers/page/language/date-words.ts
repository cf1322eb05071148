import { foldWord, LANGUAGES, perLocale, plainWord, WordTable } from './languages';
import { HALVES } from './small-words';

const STYLES = ['long', 'short'] as const;
const LATIN: Intl.DateTimeFormatOptions = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' };
const noon = (month: number, day: number) => Date.UTC(2026, month, day, 12);

/** 1 to 12 by every form: long and short, alone and within a date, with the letters that are glued to them. */
const monthsOf = perLocale(
  (locale) => {
    const months = new WordTable<number>();
    for (const style of STYLES)
      for (const around of [{}, { day: 'numeric', year: 'numeric' }] as Intl.DateTimeFormatOptions[]) {
        const format = new Intl.DateTimeFormat(locale, { ...LATIN, month: style, ...around });
        for (let month = 0; month < 12; month += 1)
          for (const word of monthIn(format.formatToParts(noon(month, 15)))) months.add(word, month + 1);
      }
    return months;
  },
  () => new WordTable<number>(),
);

const weekdaysOf = perLocale(
  (locale) => {
    const weekdays = new Set<string>();
    for (const style of STYLES) {
      const format = new Intl.DateTimeFormat(locale, { ...LATIN, weekday: style });
      for (let day = 1; day <= 7; day += 1) for (const make of [foldWord, plainWord]) weekdays.add(make(format.format(noon(10, day))));
    }
    return weekdays;
  },
  () => new Set<string>(),
);

/** What stands between the parts of a date and before its time: `de`, `um`, `à`, `kl`. */
const joinersOf = perLocale(
  (locale) => {
    const joiners = new Set<string>();
    for (const style of ['full', 'long', 'medium'] as const)
      for (const part of new Intl.DateTimeFormat(locale, { ...LATIN, dateStyle: style, timeStyle: 'short' }).formatToParts(noon(10, 15)))
        if (part.type === 'literal') for (const word of part.value.match(/[\p{L}\p{M}]+/gu) ?? []) joiners.add(foldWord(word));
    return joiners;
  },
  () => new Set<string>(),
);

/** Hours (0 to 23) at which each word for a part of the day is used: `pm`, `下午`. */
const halvesOf = perLocale(
  (locale) => {
    const halves = new Map<string, Set<number>>();
    for (const options of [{}, { dayPeriod: 'short' }, { dayPeriod: 'long' }] as Intl.DateTimeFormatOptions[]) {
      const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC', ...options });
      for (let hour = 0; hour < 24; hour += 1)
        for (const part of format.formatToParts(Date.UTC(2026, 10, 15, hour)))
          if (part.type === 'dayPeriod') addHalf(halves, part.value, [hour]);
    }
    return halves;
  },
  () => new Map<string, Set<number>>(),
);

const halfKey = (word: string) => plainWord(word).replace(/ /g, '');

function addHalf(halves: Map<string, Set<number>>, word: string, hours: Iterable<number>): void {
  const set = halves.get(halfKey(word)) ?? new Set();
  for (const hour of hours) set.add(hour);
  halves.set(halfKey(word), set);
}

/** The month of a date with the letters that belong to it although the platform counts them as signs between parts. */
function monthIn(parts: Intl.DateTimeFormatPart[]): string[] {
  const at = parts.findIndex((part) => part.type === 'month');
  const month = parts[at]?.value ?? '';
  if (month === '' || /\d/.test(month)) return [];
  const lead = /[\p{L}\p{M}]+$/u.exec(parts[at - 1]?.type === 'literal' ? (parts[at - 1]?.value ?? '') : '')?.[0] ?? '';
  const tail = /^[\p{L}\p{M}]+/u.exec(parts[at + 1]?.type === 'literal' ? (parts[at + 1]?.value ?? '') : '')?.[0] ?? '';
  return [month, lead + month + tail];
}

/** All languages at once, where the page's own does not know a word; made when they are first needed. */
const all: { months?: WordTable<number>; weekdays?: Set<string>; halves?: Map<string, Set<number>> } = {};

function allMonths(): WordTable<number> {
  if (!all.months) {
    all.months = new WordTable();
    for (const locale of LANGUAGES) all.months.addAll(monthsOf(locale));
  }
  return all.months;
}

function allWeekdays(): Set<string> {
  all.weekdays ??= new Set(LANGUAGES.flatMap((locale) => [...weekdaysOf(locale)]));
  return all.weekdays;
}

function allHalves(): Map<string, Set<number>> {
  if (!all.halves) {
    all.halves = new Map();
    for (const locale of LANGUAGES) {
      const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
      for (const [at, hour] of [9, 15].entries())
        for (const part of format.formatToParts(Date.UTC(2026, 10, 15, hour)))
          if (part.type === 'dayPeriod')
            addHalf(
              all.halves,
              part.value,
              Array.from({ length: 12 }, (_, one) => one + 12 * at),
            );
    }
    for (const [word, hours] of all.halves) if (hours.size > 12) all.halves.delete(word);
  }
  return all.halves;
}

/**
 * The month (1 to 12) that a word names: in the language given, also where it is cut short (`sept`), else in every
 * language that knows the word. Null: it is another month in another language; undefined: it is none.
 */
export function monthNamed(word: string, locale: string): number | null | undefined {
  const months = monthsOf(locale);
  for (const found of [months.get(word), cut(word, months), allMonths().get(word)]) if (found !== undefined) return found;
  return cut(word, monthsOf('en'));
}

/** Whether a month is written so in a language. */
export function monthIsOf(word: string, locale: string): boolean {
  return monthsOf(locale).get(word) !== undefined;
}

function cut(word: string, months: WordTable<number>): number | undefined {
  const start = foldWord(word);
  if (start.length < 3) return undefined;
  const fits = new Set(months.keys().flatMap((key) => (key.startsWith(start) ? [months.get(key) ?? 0] : [])));
  return fits.size === 1 ? [...fits][0] || undefined : undefined;
}

export function isWeekday(word: string, locale: string): boolean {
  const folded = foldWord(word);
  return folded !== '' && (weekdaysOf(locale).has(folded) || weekdaysOf('en').has(folded) || allWeekdays().has(folded));
}

/** Whether a word stands between the parts of a date in that language, and means nothing by itself. */
export function isDateJoiner(word: string, locale: string): boolean {
  return joinersOf(locale).has(foldWord(word));
}

/** Hours at which a word for a part of the day is used, as `pm` for 12 to 23; null where it is no such word. */
export function hoursOf(word: string, locale: string): Set<number> | null {
  const key = halfKey(word);
  const told = HALVES[key];
  if (told !== undefined) return new Set(Array.from({ length: 12 }, (_, hour) => hour + told));
  return halvesOf(locale).get(key) ?? halvesOf('en').get(key) ?? allHalves().get(key) ?? null;
}
