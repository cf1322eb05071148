import type { Day } from '../day';
import type { Moment } from './moment';

/** The day of the running week by whose end it should have been measured. */
export function measureDay(m: Moment): Day {
  const { weekStart, measureBy } = m.book.playbook.calendar;
  return m.week + ((measureBy - weekStart + 7) % 7);
}

/** Whether any weekly metric was read since the week began. */
export function measuredThisWeek(m: Moment): boolean {
  return m.book.weekly.some((metric) => {
    const { reading, value } = m.metric(metric.id);
    return value !== null && reading !== null && m.dayOf(reading.seenAt) >= m.week;
  });
}
