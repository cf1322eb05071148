import { Temporal } from 'temporal-polyfill';

/** A calendar day without a zone: whole days since 1970-01-01 in the Gregorian calendar. Contract dates are days. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
// The same few hundred days are asked for again and again; a portfolio would spend most of its time on them.
const days = new Map<string, Day | null>();

/** `2026-11-22` → day; null for anything that is not a real calendar day. */
export function parseDay(iso: string): Day | null {
  const cached = days.get(iso);
  if (cached !== undefined) return cached;
  if (days.size > 20_000) days.clear();
  const day = readDay(iso);
  days.set(iso, day);
  return day;
}

function readDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return null;
  const [, year, month, date] = match;
  const day = Date.UTC(Number(year), Number(month) - 1, Number(date)) / MS_PER_DAY;
  return formatDay(day) === `${year}-${month}-${date}` ? day : null;
}

const names = new Map<Day, string>();

/** Day → `2026-11-22`. */
export function formatDay(day: Day): string {
  let name = names.get(day);
  if (name === undefined) {
    name = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
    if (names.size > 20_000) names.clear();
    names.set(day, name);
  }
  return name;
}

// Zone offsets change on quarter hours, so one look-up per quarter hour and zone is exact and spares Intl.
const QUARTER = 900_000;
const known = new Map<string, Map<number, Day>>();

/** The calendar day at `ms` (epoch milliseconds UTC) in an IANA zone. Throws RangeError for an unknown zone. */
export function dayAt(ms: number, zone: string): Day {
  let byQuarter = known.get(zone);
  if (!byQuarter) known.set(zone, (byQuarter = new Map()));
  const quarter = Math.floor(ms / QUARTER);
  let day = byQuarter.get(quarter);
  if (day === undefined) {
    const date = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER)
      .toZonedDateTimeISO(zone)
      .toPlainDate();
    day = Date.UTC(date.year, date.month - 1, date.day) / MS_PER_DAY;
    if (byQuarter.size > 20_000) byQuarter.clear();
    byQuarter.set(quarter, day);
  }
  return day;
}

/** Adds calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const date = Temporal.PlainDate.from(formatDay(day)).add({ months });
  return parseDay(date.toString()) as Day;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The first day of the week that holds `day`, for weeks that start on `weekStart` (ISO weekday). */
export function weekOf(day: Day, weekStart: number): Day {
  return day - ((weekday(day) - weekStart + 7) % 7);
}
