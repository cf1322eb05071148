import { dayAt, formatDay, parseDay } from '@/lib/core/day';
import { parseValue } from '../page/parse/parse-value';
import { ok, type Parsed, type ParseSetting, problem } from '../page/parse/parsed';

/** Times that a number may mean, 2000 to 2100: seconds and milliseconds since 1970 never overlap there. */
const [FIRST, LAST] = [946_684_800, 4_102_444_800];

const COMPACT = /^(?:19|20)\d{6}$/;
const ISO_WEEK = /^(\d{4})-?W(\d{2})$/i;

/**
 * A day or a time in a reply: as people and programs write it, as `20261101`, or as seconds or milliseconds since 1970.
 * A number that could be anything else is no time. A day told as a time is the day on which that is in the console's zone,
 * or its own day where it is midnight there: both are ways to write a day.
 */
export function readTime(value: string | number | boolean, as: 'date' | 'time', setting: ParseSetting): Parsed<string> {
  if (typeof value === 'boolean') return problem('not a date', String(value));
  const number = typeof value === 'number' ? value : /^\d{8,}(?:\.\d+)?$/.test(value.trim()) ? Number(value) : null;
  const told = number === null ? (parseValue(String(value), 'time', setting) as Parsed<string>) : fromNumber(number);
  if (told.value === null || as === 'time' || told.value.length <= 10) return told;
  return ok(dayOf(told.value, setting.zone));
}

function fromNumber(number: number): Parsed<string> {
  if (COMPACT.test(String(number))) {
    const day = String(number).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
    return parseDay(day) === null ? problem('no such day', String(number)) : ok(day);
  }
  const seconds = number >= FIRST * 1000 ? number / 1000 : number;
  if (!(seconds >= FIRST && seconds < LAST)) return problem('not a date', String(number));
  return ok(`${new Date(Math.round(seconds * 1000)).toISOString().slice(0, 19)}Z`);
}

function dayOf(time: string, zone: string): string {
  return /T00:00:00/.test(time) ? time.slice(0, 10) : formatDay(dayAt(Date.parse(time), zone));
}

/** The first day of a week in a reply, also where it is told as `2026-W45`. */
export function readWeek(value: unknown, setting: ParseSetting): Parsed<string> {
  if (typeof value !== 'string' && typeof value !== 'number') return problem('not a week', JSON.stringify(value) ?? '');
  const week = ISO_WEEK.exec(String(value).trim());
  const read = week ? mondayOf(Number(week[1]), Number(week[2])) : readTime(value, 'date', setting).value;
  return read !== null && parseDay(read) !== null ? ok(read) : problem('not a week', String(value));
}

/** Monday of an ISO week: the first one holds the 4th of January. */
function mondayOf(year: number, week: number): string | null {
  const fourth = parseDay(`${year}-01-04`);
  if (fourth === null || week < 1 || week > 53) return null;
  return formatDay(fourth - ((((fourth + 3) % 7) + 7) % 7) + 7 * (week - 1));
}
