import type { Touchpoint } from '../account/fold-account';
import { NEVER } from '../account/reading';
import { type Day, parseDay } from '../day';
import { dueDayOf, heldKickoff } from './due-day';
import type { Situation } from './situation';

/** When something happened: a day, `absent` (it did not happen, which is known), or unknown with the reason. */
export type EventDay = { day: Day; note?: string } | { absent: true } | { missing: string };

/** Looks up an event of a `daysSince` condition. */
export function eventDay(event: string, m: Situation): EventDay {
  const colon = event.indexOf(':');
  if (colon > 0) return named(event.slice(0, colon), event.slice(colon + 1), m);
  switch (event) {
    case 'contract':
      return orMissing(m.contractDay, 'contract date unknown');
    case 'targetEnd':
      return orMissing(m.targetEnd, 'contract date unknown');
    case 'kickoff':
      return orAbsent(heldKickoff(m));
    case 'onboarded':
      return m.account.judgement?.onboarded ? { day: parseDay(m.account.judgement.day) as Day } : { absent: true };
    case 'lastTouchpoint':
      return orContract(m.held.at(-1), m);
    case 'lastMeeting':
      return orContract(
        m.held.findLast((one) => one.type === 'meeting' && one.outcome !== 'noShow'),
        m,
      );
    case 'lastReply':
      return orAbsent(m.held.findLast(isReply) ?? null);
    case 'firstUnanswered':
      return orAbsent(unanswered(m)[0] ?? null);
    default:
      return lastReading(m);
  }
}

/** Contacts since the customer's last reply that are still without one, oldest first. */
export function unanswered(m: Situation): Touchpoint[] {
  const held = m.held;
  const last = held.findLastIndex(isReply);
  return held.slice(last + 1).filter((one) => one.outcome === 'unanswered' || one.outcome === 'noShow');
}

function isReply(one: Touchpoint): boolean {
  return (
    one.type !== 'internal' &&
    one.outcome !== 'unanswered' &&
    one.outcome !== 'noShow' &&
    (one.type !== 'email' || one.outcome === 'answered')
  );
}

function named(kind: string, name: string, m: Situation): EventDay {
  if (kind === 'held') return orAbsent(m.heldPlay(name));
  if (kind === 'due') return orMissing(dueDayOf(name, m), 'no due day');
  if (kind === 'item') {
    const item = m.checklist.item(name);
    const day = item?.doneDay();
    return day == null ? { absent: true } : { day };
  }
  const used = m.metric(name);
  if (used.value === NEVER) {
    return m.contractDay === null ? { missing: 'contract date unknown' } : { day: m.contractDay, note: NEVER };
  }
  return orMissing(m.dayOfMetric(name), used.missing ?? `not a date: ${String(used.value)}`);
}

function lastReading(m: Situation): EventDay {
  let newest = Number.NEGATIVE_INFINITY;
  for (const metric of m.book.playbook.metrics) {
    const { reading, value } = m.metric(metric.id);
    if (reading && value !== null) newest = Math.max(newest, reading.seenAt);
  }
  return Number.isFinite(newest) ? { day: m.dayOf(newest) } : { missing: 'no reading yet' };
}

function orMissing(day: Day | null, missing: string): EventDay {
  return day === null ? { missing } : { day };
}

function orAbsent(touchpoint: Touchpoint | null): EventDay {
  return touchpoint ? { day: parseDay(touchpoint.day) as Day } : { absent: true };
}

/** No contact yet counts from the contract: silence since the beginning is silence. */
function orContract(touchpoint: Touchpoint | undefined, m: Situation): EventDay {
  if (touchpoint) return { day: parseDay(touchpoint.day) as Day };
  return m.contractDay === null ? { missing: 'contract date unknown' } : { day: m.contractDay, note: 'none yet' };
}
