import { businessDaysBetween } from '../business-days';
import { type Day, formatDay } from '../day';
import { amountOf, compare } from './compare';
import type { Condition } from './condition-schema';
import { eventDay } from './event-day';
import type { Situation, Test } from './situation';

type DaysCondition = Extract<Condition, { daysSince: string } | { daysBlocked: string } | { hoursSinceReading: string }>;

/** Tests on how long ago something was. */
export function compileDays(condition: DaysCondition): Test {
  if ('daysSince' in condition) return daysSinceTest(condition);
  return 'daysBlocked' in condition ? daysBlockedTest(condition) : hoursTest(condition);
}

/** Whole days from a day to today, or to the end of a week back. */
function daysFrom(day: Day, m: Situation, back: number, business: boolean): number {
  const until = back === 0 ? m.today : m.weekBack(back) + 6;
  return business ? businessDaysBetween(day, until, m.book.calendar) : until - day;
}

function daysSinceTest(condition: Extract<DaysCondition, { daysSince: string }>): Test {
  const { daysSince, is, value } = condition;
  const business = condition.days === 'business';
  return {
    truth(m, back) {
      const event = eventDay(daysSince, m);
      if ('missing' in event) return null;
      // It did not happen, and that is known: no number of days has passed since.
      if ('absent' in event) return false;
      return compare(daysFrom(event.day, m, back, business), is, amountOf(value, m, event.day));
    },
    evidence(m, back) {
      const event = eventDay(daysSince, m);
      const used = daysSince.startsWith('metric:') ? m.metric(daysSince.slice(7)).reading : null;
      const source = used ? { source: used.source, where: used.where, seenAt: used.seenAt } : {};
      const base = { about: daysSince, kind: 'event' as const, is, ...source };
      if ('missing' in event) return [{ ...base, value: null, limit: amountOf(value, m), missing: event.missing }];
      if ('absent' in event) return [{ ...base, value: null, limit: amountOf(value, m) }];
      const days = daysFrom(event.day, m, back, business);
      return [
        { ...base, value: days, limit: amountOf(value, m, event.day), day: formatDay(event.day), ...(event.note && { where: event.note }) },
      ];
    },
  };
}

function daysBlockedTest(condition: Extract<DaysCondition, { daysBlocked: string }>): Test {
  const { daysBlocked, is, value } = condition;
  const blocked = (m: Situation) =>
    m.checklist
      .all()
      .filter((item) => item.state === 'blocked' && (daysBlocked === 'any' || item.id === daysBlocked || item.play === daysBlocked));
  return {
    truth(m) {
      const limit = amountOf(value, m);
      return blocked(m).some((item) => compare(item.blockedDays, is, limit) === true);
    },
    evidence: (m) =>
      blocked(m).map((item) => ({
        about: item.id,
        kind: 'item',
        value: item.blockedDays,
        is,
        limit: amountOf(value, m),
        day: item.blockedSince ?? undefined,
        source: 'person',
      })),
  };
}

const HOUR = 3_600_000;

function hoursTest(condition: Extract<DaysCondition, { hoursSinceReading: string }>): Test {
  const { hoursSinceReading: which, is, value } = condition;
  const newest = (m: Situation) => {
    const ids =
      which === 'any' ? m.book.playbook.metrics.filter((metric) => metric.weekly && !metric.asked).map((metric) => metric.id) : [which];
    return ids
      .map((id) => m.metric(id))
      .filter((used) => used.value !== null && used.reading)
      .sort((a, b) => (b.reading?.seenAt ?? 0) - (a.reading?.seenAt ?? 0))[0];
  };
  // An account without any reading has been without one since Kido got to know it.
  const since = (m: Situation) => newest(m)?.reading?.seenAt ?? m.account.since;
  const hours = (m: Situation) => {
    const from = since(m);
    return from === null ? null : Math.max(0, Math.floor((m.now - from) / HOUR));
  };
  return {
    truth: (m) => compare(hours(m), is, amountOf(value, m)),
    evidence(m) {
      const used = newest(m);
      const base = { about: used?.metric ?? which, kind: 'freshness' as const, value: hours(m), is, limit: amountOf(value, m) };
      return [
        used?.reading
          ? { ...base, source: used.reading.source, where: used.reading.where, seenAt: used.reading.seenAt }
          : { ...base, missing: 'no reading yet' },
      ];
    },
  };
}
