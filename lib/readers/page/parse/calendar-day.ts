import type { ProblemCode } from '@/lib/core/account/problem';
import { isDateJoiner, isWeekday, monthNamed } from '../language/date-words';
import { orderOf } from '../language/day-order';
import { foldWord, languageOf } from '../language/languages';
import { DATE_JOINERS, ORDINAL } from '../language/small-words';
import type { ParseSetting } from './parsed';

// First year of each era; 元年 is year 1. Source: the Era Name Act and its cabinet orders; 民國 counts from 1912.
const eras: Record<string, number> = {
  令和: 2019,
  r: 2019,
  平成: 1989,
  h: 1989,
  昭和: 1926,
  s: 1926,
  大正: 1912,
  t: 1912,
  民國: 1912,
  民国: 1912,
};
const WORD = "[\\p{L}\\p{M}][\\p{L}\\p{M}'’]*";

/** A calendar day found at the start of a text, and what follows it. */
export interface FoundDay {
  year: number;
  month: number;
  day: number;
  rest: string;
  /** Reason for which the day is not known although the text looks like one. */
  problem?: ProblemCode;
}

/** What decides how a day is read. */
export type DaySetting = Pick<ParseSetting, 'locale' | 'dates'>;

/**
 * Reads the day at the start of a text: ISO, slashes, dots, month names of all languages, Chinese, Japanese, Korean and
 * era forms. A weekday and small words may stand before it.
 * @param text folded, digits of all scripts as 0 to 9
 */
export function calendarDay(text: string, setting: DaySetting): FoundDay | null {
  return dayAtStart(text, setting) ?? dayAtStart(afterLead(text, setting.locale), setting);
}

function dayAtStart(text: string, setting: DaySetting): FoundDay | null {
  return era(text) ?? yearFirst(text) ?? monthName(text, setting.locale) ?? threeNumbers(text, setting);
}

function found(year: string | number, month: string | number, day: string | number, rest: string): FoundDay {
  return { year: Number(year), month: Number(month), day: Number(day), rest };
}

const LEAD = new RegExp(`^\\(?(${WORD}(?:-feira)?)\\)?[.,،]*\\s*(?=[\\p{L}\\d])`, 'u');

/** The text behind a weekday and small words: `Di., den 3. März 2026`. */
function afterLead(text: string, locale: string): string {
  let rest = text;
  for (let words = 0; words < 5; words += 1) {
    const match = LEAD.exec(rest);
    const word = match?.[1]?.replace(/['’]$/, '') ?? '';
    if (!match || !(isWeekday(word, locale) || isSmall(word, locale))) break;
    rest = rest.slice(match[0].length);
  }
  return rest;
}

const isSmall = (word: string, locale: string) => DATE_JOINERS.has(foldWord(word)) || isDateJoiner(word, locale);

function era(text: string): FoundDay | null {
  const match = /^(令和|平成|昭和|大正|民[國国]|[RHST])\s*(元|\d{1,3})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})日?(?!\d)(.*)$/i.exec(
    text,
  );
  if (!match) return null;
  const [, name = '', year, month = '', day = '', rest = ''] = match;
  const first = eras[name.toLowerCase()];
  return first === undefined ? null : found(first - 1 + (year === '元' ? 1 : Number(year)), month, day, rest);
}

function yearFirst(text: string): FoundDay | null {
  const match = /^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?:\s?[日일號号]|\.(?!\d))?(?!\d)(.*)$/.exec(text);
  // `2026-11-15-ACME` is a name.
  if (!match || /^[-_/\\@.]\S/.test(match[4] ?? '')) return null;
  return found(match[1] ?? '', match[2] ?? '', match[3] ?? '', match[4] ?? '');
}

const WORDS = `((?:${WORD}[\\s.,،-]*){1,4})`;
const DAY_FIRST = new RegExp(`^(\\d{1,2})${ORDINAL}[\\s.,،-]*${WORDS}(\\d{4})(?!\\d)(.*)$`, 'iu');
const MONTH_FIRST = new RegExp(`^${WORDS}(\\d{1,2})${ORDINAL}[\\s.,،-]*${WORDS}?(\\d{4})(?!\\d)(.*)$`, 'iu');
const YEAR_FIRST = new RegExp(`^(\\d{4})[\\s.,-]*${WORDS}(\\d{1,2})(?!\\d)(.*)$`, 'iu');

function monthName(text: string, locale: string): FoundDay | null {
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = MONTH_FIRST.exec(text);
  const yearFirst = YEAR_FIRST.exec(text);
  const all: { words: string | undefined; parts: (string | undefined)[] }[] = [
    { words: dayFirst?.[2], parts: [dayFirst?.[3], dayFirst?.[1], dayFirst?.[4]] },
    { words: monthFirst && `${monthFirst[1]} ${monthFirst[3] ?? ''}`, parts: [monthFirst?.[4], monthFirst?.[2], monthFirst?.[5]] },
    { words: yearFirst?.[2], parts: [yearFirst?.[1], yearFirst?.[3], yearFirst?.[4]] },
  ].map((one) => ({ ...one, words: one.words ?? undefined }));
  for (const { words, parts } of all) {
    const month = words === undefined ? undefined : monthAmong(words, locale);
    if (month === undefined) continue;
    const [year, day, rest] = parts;
    const one = found(gregorian(Number(year), locale), month ?? 1, day ?? '', rest ?? '');
    return month === null ? { ...one, problem: 'which language' } : one;
  }
  return null;
}

/** The month among words of which all others are small ones; null where it is another month elsewhere. */
function monthAmong(text: string, locale: string): number | null | undefined {
  const words = text.match(new RegExp(WORD, 'gu')) ?? [];
  const telling = words.length === 1 ? words : words.filter((word) => !isSmall(word, locale));
  return telling.length === 1 ? monthNamed(telling[0] as string, locale) : undefined;
}

/** Thai consoles count from the Buddha; a year of another calendar is no year here. */
function gregorian(year: number, locale: string): number {
  return languageOf(locale) === 'th' && year > 2400 && year < 2700 ? year - 543 : year;
}

function threeNumbers(text: string, { locale, dates }: DaySetting): FoundDay | null {
  const match = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)(.*)$/.exec(text);
  if (!match || /^[-_/\\@.]\S/.test(match[5] ?? '')) return twoDigitYear(text);
  const [, one = '', sign = '', two = '', year = '', rest = ''] = match;
  if (Number(one) > 12 || sign === '.' || one === two) return found(year, two, one, rest);
  if (Number(two) > 12) return found(year, one, two, rest);
  const order = dates ?? orderOf(locale);
  if (order === 'open') return { ...found(year, one, two, rest), problem: 'which order' };
  return order === 'month/day' ? found(year, one, two, rest) : found(year, two, one, rest);
}

/** `01.04.27`: any of the three may be the year. */
function twoDigitYear(text: string): FoundDay | null {
  const match = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{2})\.?(?![\d/.-])(.*)$/.exec(text);
  return match && !/^\d\.\d\.\d\d$/.test(text) ? { ...found(2000, 1, 1, match[5] ?? ''), problem: 'which order' } : null;
}

const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];

/** Whether such a day exists, and in a year that a contract may have: others are of another calendar. */
export function isRealDay({ year, month, day }: FoundDay): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}
