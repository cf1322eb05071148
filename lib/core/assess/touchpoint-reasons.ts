import { addBusinessDays } from '../business-days';
import { dueDay } from '../conditions/due-day';
import type { Evidence } from '../conditions/evidence';
import { measureDay, measuredThisWeek } from '../conditions/measured-week';
import type { Situation } from '../conditions/situation';
import { type Day, formatDay, parseDay } from '../day';
import { isFinished } from './play-state';
import type { Sentence } from './sentence';
import type { Stall } from './stalls';

/** Why a touchpoint is due. `rank` is the order of the playbook article: what is blocked first, what is planned last. */
export interface Reason {
  play: string;
  rank: 1 | 2 | 3 | 4 | 5;
  text: () => Sentence;
  due: Day | null;
  evidence: () => Evidence[];
}

/** The play that answers whatever has no play of its own; without one there is nothing to recommend. */
const answer = (m: Situation): string => m.book.playOf('onDemand')?.id ?? '';

/** Everything that asks for a touchpoint now, before it is ranked and merged. */
export function reasonsOf(stalls: Stall[], isOnboarded: boolean, m: Situation): Reason[] {
  // After the judgement only what the playbook plans for then is left; open items belong to the handover.
  if (isOnboarded) return [...lapsed(m), ...scheduled(m).filter((reason) => m.book.plays.get(reason.play)?.due?.from === 'onboarded')];
  return [...blocked(m), ...lapsed(m), ...stalled(stalls, m), ...overdue(m), ...unmeasured(m), ...scheduled(m)];
}

/** A reason whose sentence and evidence are made when they are asked for; the recommendation keeps them. */
function reason(play: string, rank: Reason['rank'], due: Day | null, text: () => Sentence, evidence: () => Evidence[]): Reason {
  return { play, rank, text, due, evidence };
}

function blocked(m: Situation): Reason[] {
  const { owners } = m.book.playbook;
  return m.checklist
    .all()
    .filter((item) => item.state === 'blocked')
    .map((item) => {
      const until = item.untilDay ? parseDay(item.untilDay) : null;
      const who = owners[item.owner ?? 'customer'] ?? { en: '?' };
      return reason(
        answer(m),
        until === null ? 3 : 1,
        until ?? addBusinessDays(m.today, 3, m.book.calendar),
        () => ({ code: 'blocked', values: { item: item.name, who, day: item.blockedSince ?? '' } }),
        () => [{ about: item.id, kind: 'item', value: item.blockedDays, source: 'person', day: item.blockedSince ?? undefined }],
      );
    });
}

/** A planned day that has passed without a log: it was held and not written down, or it was missed. */
function lapsed(m: Situation): Reason[] {
  return m.account.touchpoints.flatMap(({ status, play, day, at }) => {
    if (status !== 'planned' || !play || (parseDay(day) ?? m.today) >= m.today || heldSince(play, day, m)) return [];
    return reason(
      play,
      2,
      m.today,
      () => ({ code: 'lapsed', values: { day } }),
      () => [{ about: play, kind: 'play', value: 'planned', day, source: 'person', seenAt: at }],
    );
  });
}

function heldSince(play: string, day: string, m: Situation): boolean {
  return m.account.touchpoints.some((one) => one.play === play && one.day >= day && one.status !== 'planned');
}

function stalled(stalls: Stall[], m: Situation): Reason[] {
  return stalls.flatMap(({ severity, snoozedUntil, suggests, aboutData, dueInBusinessDays, claim, evidence }) => {
    if (severity !== 'stall' || snoozedUntil || !suggests) return [];
    return reason(
      suggests,
      aboutData ? 4 : 2,
      addBusinessDays(m.today, dueInBusinessDays, m.book.calendar),
      () => ({ text: claim() }),
      evidence,
    );
  });
}

function overdue(m: Situation): Reason[] {
  const reasons: Reason[] = [];
  for (const item of m.checklist.all()) {
    if (!item.required || item.state !== 'open' || item.lateDays === 0 || item.waitsFor.length > 0) continue;
    const play = m.book.plays.get(item.play);
    const ownTouchpoint = play?.touchpoint && play.scheduled && !isFinished(play, m);
    reasons.push(
      reason(
        ownTouchpoint ? item.play : answer(m),
        3,
        m.today,
        () => ({ code: 'overdue', values: { item: item.name, n: item.lateDays } }),
        () => [{ about: item.id, kind: 'item', value: item.lateDays, ...(item.dueDay !== null && { day: formatDay(item.dueDay) }) }],
      ),
    );
  }
  return reasons;
}

function unmeasured(m: Situation): Reason[] {
  const play = m.book.playOf('measurement');
  if (!play || !m.checklist.applies(play) || measuredThisWeek(m)) return [];
  return [
    reason(
      play.id,
      4,
      measureDay(m),
      () => ({ code: 'unmeasured', values: {} }),
      () => [{ about: play.id, kind: 'freshness', value: false, day: formatDay(m.week) }],
    ),
  ];
}

function scheduled(m: Situation): Reason[] {
  return m.book.playbook.plays.flatMap((play) => {
    if (!play.touchpoint || !m.checklist.applies(play) || isFinished(play, m) || m.checklist.skip(play)) return [];
    const trigger = play.triggers.find((one) => m.test(one.when).truth(m, 0) === true);
    if (trigger) {
      return reason(
        play.id,
        5,
        m.today + trigger.dueInDays,
        () => ({ text: trigger.reason }),
        () => m.test(trigger.when).evidence(m, 0),
      );
    }
    if (!play.scheduled) return [];
    const due = play.due ? dueDay(play.due, m) : null;
    return reason(
      play.id,
      5,
      due,
      (): Sentence => (due === null ? { code: 'nextUndated', values: {} } : { code: 'next', values: { day: formatDay(due) } }),
      () => [],
    );
  });
}
