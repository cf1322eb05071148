import type { ProblemCode } from '@/lib/core/account/problem';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// First year of each era; 元年 is year 1. Source: the Era Name Act and its cabinet orders.
const eras: Record<string, number> = { 令和: 2019, r: 2019, 平成: 1989, h: 1989, 昭和: 1926, s: 1926, 大正: 1912, t: 1912 };
// Languages whose people write the month first in a date of three numbers.
const MONTH_FIRST = /^(?:en-US|en-PH|en-us)\b/;

/** A calendar day found at the start of a text, and what follows it. */
export interface FoundDay {
  year: number;
  month: number;
  day: number;
  rest: string;
  /** Reason for which the day is not known although the text looks like one. */
  problem?: ProblemCode;
}

/** Reads the day at the start of a text: ISO, slashes, dots, month names, Japanese and era forms. */
export function calendarDay(text: string, locale: string): FoundDay | null {
  return era(text) ?? yearFirst(text) ?? monthName(text) ?? threeNumbers(text, locale);
}

function found(year: string | number, month: string | number, day: string | number, rest: string): FoundDay {
  return { year: Number(year), month: Number(month), day: Number(day), rest: rest.trim() };
}

function era(text: string): FoundDay | null {
  const match = /^(令和|平成|昭和|大正|[RHST])\s*(元|\d{1,2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})日?(?!\d)(.*)$/i.exec(text);
  if (!match) return null;
  const [, name = '', year, month = '', day = '', rest = ''] = match;
  const first = eras[name.toLowerCase()];
  return first === undefined ? null : found(first - 1 + (year === '元' ? 1 : Number(year)), month, day, rest);
}

function yearFirst(text: string): FoundDay | null {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?!\d)(.*)$/.exec(text);
  return match ? found(match[1] ?? '', match[2] ?? '', match[3] ?? '', match[4] ?? '') : null;
}

function monthName(text: string): FoundDay | null {
  const weekdayless = text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '');
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b(.*)$/i.exec(weekdayless);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[.\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})\b(.*)$/i.exec(weekdayless);
  const [name, day, year, rest] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3], monthFirst[4]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3], dayFirst?.[4]];
  const index = months.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return index < 0 || !day || !year ? null : found(year, index + 1, day, rest ?? '');
}

function threeNumbers(text: string, locale: string): FoundDay | null {
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)(.*)$/.exec(text);
  if (!match) return null;
  const [, one = '', sign = '', two = '', year = '', rest = ''] = match;
  if (Number(one) > 12 || sign === '.') return found(year, two, one, rest);
  if (Number(two) > 12) return found(year, one, two, rest);
  if (one === two) return found(year, one, two, rest);
  // `en` alone does not say whether 3/4 is in March or in April.
  if (/^en$/i.test(locale) || locale === '') return { ...found(year, one, two, rest), problem: 'which order' };
  return MONTH_FIRST.test(locale) ? found(year, one, two, rest) : found(year, two, one, rest);
}

/** Whether such a day exists. */
export function isRealDay({ year, month, day }: FoundDay): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
