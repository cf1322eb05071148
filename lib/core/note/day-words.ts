import { type Day, formatDay, parseDay } from '../day';

const DAYS_EN = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAYS_JA = ['日', '月', '火', '水', '木', '金', '土'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day that words name, and where they stand in the text. */
export interface DayWords {
  day: string;
  from: number;
  to: number;
}

/** A way of naming a day: a pattern, and the day it means; null where there is no such day. */
type Way = [RegExp, (match: RegExpExecArray, today: Day, past: boolean) => Day | null];

const EDGE = '(?<![\\p{L}\\p{N}/.-])';
const END = '(?![\\p{L}\\p{N}/-])';
const way = (source: string, day: Way[1]): Way => [new RegExp(source, 'iu'), day];

// 1970-01-01 was a Thursday.
const weekday = (day: Day) => (((day + 4) % 7) + 7) % 7;

/** The next such weekday after today; with `weeks` that of the week so many weeks on, weeks beginning on Monday. */
function onWeekday(today: Day, wanted: number, weeks: number | null): Day {
  if (weeks === null) return today + ((wanted - weekday(today) + 6) % 7) + 1;
  const monday = today - ((weekday(today) + 6) % 7);
  return monday + 7 * weeks + ((wanted + 6) % 7);
}

/** A day of a month without its year: the nearest one ahead, for what has been the nearest one behind. */
function ofMonth(today: Day, month: number, day: number, past: boolean): Day | null {
  const year = Number(formatDay(today).slice(0, 4));
  const years = past ? [year, year - 1] : [year, year + 1];
  const days = years.map((one) => parseDay(`${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`));
  return days.find((one) => one !== null && (past ? one <= today : one >= today)) ?? null;
}

const WEEKS_JA: Record<string, number> = { 今週: 0, 来週: 1, 再来週: 2 };

const ways: Way[] = [
  way(`${EDGE}(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?`, ([, y, m, d]) =>
    parseDay(`${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`),
  ),
  way(`${EDGE}(?:day after tomorrow)${END}|明後日|あさって`, (_, today) => today + 2),
  way(`${EDGE}tomorrow${END}|明日`, (_, today) => today + 1),
  way(`${EDGE}yesterday${END}|昨日`, (_, today) => today - 1),
  way(`${EDGE}(?:today|tonight)${END}|今日|本日`, (_, today) => today),
  way(`(今週|来週|再来週)の?([月火水木金土日])曜?日?`, ([, week = '', name = ''], today) =>
    onWeekday(today, DAYS_JA.indexOf(name), WEEKS_JA[week] ?? 0),
  ),
  way(`(再来週|来週|今週)(?:中|末)?`, ([words, week = ''], today) =>
    onWeekday(today, words?.endsWith('末') ? 5 : week === '今週' ? 5 : 1, WEEKS_JA[week] ?? 0),
  ),
  way(`([月火水木金土日])曜日?`, ([, name = ''], today) => onWeekday(today, DAYS_JA.indexOf(name), null)),
  way(
    `(\\d{1,3})(日|週間|か月|ヶ月|カ月)後`,
    ([, count, unit], today) => today + Number(count) * (unit === '日' ? 1 : unit === '週間' ? 7 : 30),
  ),
  way(`(\\d{1,2})月(\\d{1,2})日`, ([, m, d], today, past) => ofMonth(today, Number(m), Number(d), past)),
  way(`${EDGE}(next|this)\\s+(sun|mon|tue|wed|thu|fri|sat)[a-z]*${END}`, ([, which, name = ''], today) =>
    onWeekday(today, DAYS_EN.indexOf(name.toLowerCase()), which?.toLowerCase() === 'next' ? 1 : 0),
  ),
  way(`${EDGE}next week${END}`, (_, today) => onWeekday(today, 1, 1)),
  way(
    `${EDGE}(?:by |on )?(?:sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sunday|monday|tuesday|wednesday|thursday|friday|saturday)${END}`,
    ([words = ''], today) =>
      onWeekday(
        today,
        DAYS_EN.indexOf(
          words
            .toLowerCase()
            .replace(/^(?:by|on) /, '')
            .slice(0, 3),
        ),
        null,
      ),
  ),
  way(
    `${EDGE}in (\\d{1,3}|a|an) (day|week|month)s?${END}`,
    ([, count = '', unit], today) => today + (/\d/.test(count) ? Number(count) : 1) * (unit === 'day' ? 1 : unit === 'week' ? 7 : 30),
  ),
  way(
    `${EDGE}(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?${END}`,
    ([, name = '', d], today, past) => ofMonth(today, MONTHS.indexOf(name.toLowerCase()) + 1, Number(d), past),
  ),
  way(`${EDGE}(\\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*${END}`, ([, d, name = ''], today, past) =>
    ofMonth(today, MONTHS.indexOf(name.toLowerCase()) + 1, Number(d), past),
  ),
  // Month first, as in Japan and the United States; a first number above twelve is a day.
  way(`${EDGE}(\\d{1,2})/(\\d{1,2})${END}`, ([, a, b], today, past) =>
    Number(a) > 12 ? ofMonth(today, Number(b), Number(a), past) : ofMonth(today, Number(a), Number(b), past),
  ),
];

/**
 * The first day that a text names, in English or Japanese: `tomorrow`, `next tue`, `10/3`, 明日, 来週月曜, 12月3日.
 * @param text with full-width digits and signs as they are; they are folded here, one to one
 * @param past look behind where the year is not told: a meeting's day, not a task's
 */
export function dayIn(text: string, today: string, past = false): DayWords | null {
  const folded = halfWidth(text);
  const now = parseDay(today);
  if (now === null) return null;
  let first: DayWords | null = null;
  for (const [pattern, dayOf] of ways) {
    const match = pattern.exec(folded);
    const day = match ? dayOf(match, now, past) : null;
    if (!match || day === null || (first && match.index >= first.from)) continue;
    first = { day: formatDay(day), from: match.index, to: match.index + match[0].length };
  }
  return first;
}

/** Full-width forms as half-width ones, sign by sign: places in the text stay what they are. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}
