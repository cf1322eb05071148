import { type Day, parseDay, weekday } from './day';

/** Which days are worked. `weekend` holds ISO weekdays, `holidays` single days. */
export interface WorkCalendar {
  weekend: ReadonlySet<number>;
  holidays: ReadonlySet<Day>;
}

/** A playbook's calendar made ready for counting. */
export function workCalendar(calendar: { weekend: number[]; holidays: string[] }): WorkCalendar {
  const holidays = calendar.holidays.map(parseDay).filter((day) => day !== null);
  return { weekend: new Set(calendar.weekend), holidays: new Set(holidays) };
}

/** Whether people work on that day. */
export function isBusinessDay(day: Day, calendar: WorkCalendar): boolean {
  return !calendar.weekend.has(weekday(day)) && !calendar.holidays.has(day);
}

/** Moves `count` business days on (or back, when negative); the start itself is never counted. */
export function addBusinessDays(from: Day, count: number, calendar: WorkCalendar): Day {
  const step = count < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    if (isBusinessDay(day, calendar)) left -= 1;
  }
  return day;
}

/** Business days after `from` up to and with `to`; negative when `to` lies before. */
export function businessDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  if (to < from) return -businessDaysBetween(to, from, calendar);
  // Whole weeks are counted, not walked: dates read from a page may lie centuries apart.
  const weeks = Math.floor((to - from) / 7);
  let count = weeks * (7 - calendar.weekend.size);
  for (let day = from + weeks * 7 + 1; day <= to; day += 1) if (!calendar.weekend.has(weekday(day))) count += 1;
  for (const day of calendar.holidays) if (day > from && day <= to && !calendar.weekend.has(weekday(day))) count -= 1;
  return count;
}
