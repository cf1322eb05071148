import type { Touchpoint } from '../account/fold-account';
import { NEVER } from '../account/reading';
import { checklistItem } from '../assess/checklist-item';
import { type Day, parseDay } from '../day';
import { dueDayOf } from './due-day';
import type { Moment } from './moment';

/** When something happened: a day, `absent` (it did not happen, which is known), or unknown with the reason. */
export type EventDay = { day: Day; note?: string } | { absent: true } | { missing: string };

/** Looks up an event of a `daysSince` condition. */
export function eventDay(event: string, m: Moment): EventDay {
  const colon = event.indexOf(':');
  if (colon > 0) return named(event.slice(0, colon), event.slice(colon + 1), m);
  switch (event) {
    case 'contract':
      return orMissing(m.contractDay, 'contract date unknown');
    case 'targetEnd':
      return orMissing(m.targetEnd, 'contract date unknown');
    case 'kickoff':
      return orAbsent(m.heldPlay('kickoff'));
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
export function unanswered(m: Moment): Touchpoint[] {
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

function named(kind: string, name: string, m: Moment): EventDay {
  if (kind === 'held') return orAbsent(m.heldPlay(name));
  if (kind === 'due') return orMissing(dueDayOf(name, m), 'no due day');
  if (kind === 'item') {
    const item = checklistItem(name, m);
    return item?.doneDay == null ? { absent: true } : { day: item.doneDay };
  }
  const used = m.metric(name);
  if (used.value === NEVER) {
    return m.contractDay === null ? { missing: 'never, and contract date unknown' } : { day: m.contractDay, note: NEVER };
  }
  return orMissing(m.dayOfMetric(name), used.missing ?? `not a date: ${String(used.value)}`);
}

function lastReading(m: Moment): EventDay {
  let newest = Number.NEGATIVE_INFINITY;
  for (const metric of m.plan.playbook.metrics) {
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
function orContract(touchpoint: Touchpoint | undefined, m: Moment): EventDay {
  if (touchpoint) return { day: parseDay(touchpoint.day) as Day };
  return m.contractDay === null ? { missing: 'none yet, and contract date unknown' } : { day: m.contractDay, note: 'none yet' };
}
