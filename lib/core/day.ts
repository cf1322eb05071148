import { zoneOffset } from './zone';

/** A calendar day without a zone: whole days since 1970-01-01 in the Gregorian calendar. Contract dates are days. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
/** What a Date can hold, in days on either side of 1970. */
const LAST_DAY = 100_000_000;
// The same few hundred days are asked for again and again; a portfolio would spend most of its time on them.
const days = new Map<string, Day | null>();

/** `2026-11-22` → day; null for anything that is not a real calendar day. Years beyond four digits as `+012026`. */
export function parseDay(iso: string): Day | null {
  const cached = days.get(iso);
  if (cached !== undefined) return cached;
  if (days.size > 20_000) days.clear();
  const day = readDay(iso);
  days.set(iso, day);
  return day;
}

function readDay(iso: string): Day | null {
  const match = /^(\d{4}|[+-]\d{6})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return null;
  const [, year, month, date] = match;
  const day = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(date)) / MS_PER_DAY;
  return !Number.isNaN(day) && formatDay(day) === `${year}-${month}-${date}` ? day : null;
}

const names = new Map<Day, string>();

/** Day → `2026-11-22`. What lies beyond the last day that a Date can hold is named as that day: no view fails over it. */
export function formatDay(day: Day): string {
  let name = names.get(day);
  if (name === undefined) {
    const held = Math.max(-LAST_DAY, Math.min(LAST_DAY, day));
    name = new Date(held * MS_PER_DAY).toISOString().replace(/T.*/, '');
    if (names.size > 20_000) names.clear();
    names.set(day, name);
  }
  return name;
}

/** The calendar day at `ms` (epoch milliseconds UTC) in an IANA zone. Throws RangeError for an unknown zone. */
export function dayAt(ms: number, zone: string): Day {
  return Math.floor((ms + zoneOffset(ms, zone)) / MS_PER_DAY);
}

/** Adds calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * MS_PER_DAY);
  const month = date.getUTCMonth() + months;
  const last = new Date(0).setUTCFullYear(date.getUTCFullYear(), month + 1, 0) / MS_PER_DAY;
  if (Number.isNaN(last)) return months < 0 ? -LAST_DAY : LAST_DAY;
  const first = new Date(0).setUTCFullYear(date.getUTCFullYear(), month, 1) / MS_PER_DAY;
  return Math.min(first + date.getUTCDate() - 1, last);
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The first day of the week that holds `day`, for weeks that start on `weekStart` (ISO weekday). */
export function weekOf(day: Day, weekStart: number): Day {
  return day - ((weekday(day) - weekStart + 7) % 7);
}
