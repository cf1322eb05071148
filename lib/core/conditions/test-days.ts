import { businessDaysBetween } from '../business-days';
import { type Day, formatDay } from '../day';
import type { Playbook } from '../playbook/playbook-schema';
import { type AmountAt, compare, compileAmount } from './compare';
import type { Condition } from './condition-schema';
import { eventDay } from './event-day';
import type { ItemState, Situation, Test } from './situation';
import type { Used } from './used-value';

type DaysCondition = Extract<Condition, { daysSince: string } | { daysBlocked: string } | { hoursSinceReading: string }>;

/** Tests on how long ago something was. */
export function compileDays(condition: DaysCondition, playbook: Playbook): Test {
  const limit = compileAmount(condition.value, playbook);
  if ('daysSince' in condition) return daysSinceTest(condition, limit);
  return 'daysBlocked' in condition ? daysBlockedTest(condition, limit) : hoursTest(condition, limit);
}

/** Whole days from a day to today, or to the end of a week back. */
function daysFrom(day: Day, m: Situation, back: number, business: boolean): number {
  const until = back === 0 ? m.today : m.weekBack(back) + 6;
  return business ? businessDaysBetween(day, until, m.book.calendar) : until - day;
}

function daysSinceTest(condition: Extract<DaysCondition, { daysSince: string }>, limit: AmountAt): Test {
  const { daysSince, is } = condition;
  const business = condition.days === 'business';
  return {
    truth(m, back) {
      const event = eventDay(daysSince, m);
      if ('missing' in event) return null;
      // It did not happen, and that is known: no number of days has passed since.
      if ('absent' in event) return false;
      return compare(daysFrom(event.day, m, back, business), is, limit(m, event.day));
    },
    evidence(m, back) {
      const event = eventDay(daysSince, m);
      const used = daysSince.startsWith('metric:') ? m.metric(daysSince.slice(7)).reading : null;
      const source = used ? { source: used.source, where: used.where, seenAt: used.seenAt } : {};
      const base = { about: daysSince, kind: 'event' as const, is, ...source };
      if ('missing' in event) return [{ ...base, value: null, limit: limit(m), missing: event.missing }];
      if ('absent' in event) return [{ ...base, value: null, limit: limit(m) }];
      const days = daysFrom(event.day, m, back, business);
      return [{ ...base, value: days, limit: limit(m, event.day), day: formatDay(event.day), ...(event.note && { where: event.note }) }];
    },
  };
}

function daysBlockedTest(condition: Extract<DaysCondition, { daysBlocked: string }>, limit: AmountAt): Test {
  const { daysBlocked, is } = condition;
  const isMeant = (item: ItemState) =>
    item.state === 'blocked' && (daysBlocked === 'any' || item.id === daysBlocked || item.play === daysBlocked);
  return {
    truth: (m) => m.checklist.all().some((item) => isMeant(item) && compare(item.blockedDays, is, limit(m)) === true),
    evidence: (m) =>
      m.checklist
        .all()
        .filter(isMeant)
        .map((item) => ({
          about: item.id,
          kind: 'item',
          value: item.blockedDays,
          is,
          limit: limit(m),
          day: item.blockedSince ?? undefined,
          source: 'person',
        })),
  };
}

const HOUR = 3_600_000;
const known = (used: Used) => (used.value !== null && used.reading ? used : null);
const seenAt = (used: Used | null) => used?.reading?.seenAt ?? Number.NEGATIVE_INFINITY;

function hoursTest(condition: Extract<DaysCondition, { hoursSinceReading: string }>, limit: AmountAt): Test {
  const { hoursSinceReading: which, is } = condition;
  const newest = (m: Situation): Used | null => {
    if (which !== 'any') return known(m.metric(which));
    let newest: Used | null = null;
    for (const metric of m.book.weekly) {
      const used = metric.asked ? null : known(m.metric(metric.id));
      if (used && seenAt(used) > seenAt(newest)) newest = used;
    }
    return newest;
  };
  // An account without any reading has been without one since Kido got to know it.
  const since = (m: Situation) => newest(m)?.reading?.seenAt ?? m.account.since;
  const hours = (m: Situation) => {
    const from = since(m);
    return from === null ? null : Math.max(0, Math.floor((m.now - from) / HOUR));
  };
  return {
    truth: (m) => compare(hours(m), is, limit(m)),
    evidence(m) {
      const used = newest(m);
      const base = { about: used?.metric ?? which, kind: 'freshness' as const, value: hours(m), is, limit: limit(m) };
      return [
        used?.reading
          ? { ...base, source: used.reading.source, where: used.reading.where, seenAt: used.reading.seenAt }
          : { ...base, missing: 'no reading yet' },
      ];
    },
  };
}
