import { addBusinessDays } from '../business-days';
import { dueDay } from '../conditions/due-day';
import type { Evidence } from '../conditions/evidence';
import type { Moment } from '../conditions/moment';
import { measureDay, measuredThisWeek } from '../conditions/test-state';
import { type Day, formatDay, parseDay } from '../day';
import { fill, type Text } from '../text';
import { checklist } from './checklist';
import { applies, skipReason } from './checklist-item';
import { isFinished } from './play-state';
import type { Stall } from './stalls';

/** Why a touchpoint is due. `rank` is the order of the playbook article: what is blocked first, what is planned last. */
export interface Reason {
  play: string;
  rank: 1 | 2 | 3 | 4 | 5;
  text: Text;
  due: Day | null;
  evidence: Evidence[];
}

/** Play that answers whatever has no play of its own. */
const ANSWER = 'onDemand';

/** Everything that asks for a touchpoint now, before it is ranked and merged. */
export function reasonsOf(stalls: Stall[], isOnboarded: boolean, m: Moment): Reason[] {
  // After the judgement only what the playbook plans for then is left; open items belong to the handover.
  if (isOnboarded) return [...lapsed(m), ...scheduled(m).filter((reason) => m.plan.plays.get(reason.play)?.due?.from === 'onboarded')];
  return [...blocked(m), ...lapsed(m), ...stalled(stalls, m), ...overdue(m), ...unmeasured(m), ...scheduled(m)];
}

function blocked(m: Moment): Reason[] {
  const { playbook } = m.plan;
  return checklist(m)
    .filter((item) => item.state === 'blocked')
    .map((item) => {
      const until = item.untilDay ? parseDay(item.untilDay) : null;
      const owner = item.owner ? playbook.owners[item.owner] : playbook.owners.customer;
      const who = owner ?? { en: '?', ja: '?' };
      return {
        play: ANSWER,
        rank: until === null ? 3 : 1,
        text: fill(texts.blocked, { item: item.name, who, day: item.blockedSince ?? '' }),
        due: until ?? addBusinessDays(m.today, 3, m.plan.calendar),
        evidence: [{ about: item.id, kind: 'item', value: item.blockedDays, source: 'person', day: item.blockedSince ?? undefined }],
      };
    });
}

/** A planned day that has passed without a log: it was held and not written down, or it was missed. */
function lapsed(m: Moment): Reason[] {
  return m.account.touchpoints
    .filter((one) => one.status === 'planned' && one.play && (parseDay(one.day) ?? m.today) < m.today && !heldSince(one.play, one.day, m))
    .map((one) => ({
      play: one.play as string,
      rank: 2,
      text: fill(texts.lapsed, { day: one.day }),
      due: m.today,
      evidence: [{ about: one.play as string, kind: 'play', value: 'planned', day: one.day, source: 'person', seenAt: one.at }],
    }));
}

function heldSince(play: string, day: string, m: Moment): boolean {
  return m.account.touchpoints.some((one) => one.play === play && one.day >= day && one.status !== 'planned');
}

function stalled(stalls: Stall[], m: Moment): Reason[] {
  return stalls
    .filter((stall) => stall.severity === 'stall' && !stall.snoozedUntil && stall.suggests)
    .map((stall) => ({
      play: stall.suggests as string,
      rank: stall.aboutData ? 4 : 2,
      text: stall.claim,
      due: addBusinessDays(m.today, stall.dueInBusinessDays, m.plan.calendar),
      evidence: stall.evidence,
    }));
}

function overdue(m: Moment): Reason[] {
  return checklist(m)
    .filter((item) => item.required && item.state === 'open' && item.lateDays > 0 && item.waitsFor.length === 0)
    .map((item) => {
      const play = m.plan.plays.get(item.play);
      const ownTouchpoint = play?.touchpoint && play.scheduled && !isFinished(play, m);
      return {
        play: ownTouchpoint ? item.play : ANSWER,
        rank: 3,
        text: fill(texts.overdue, { item: item.name, days: item.lateDays }),
        due: m.today,
        evidence: [{ about: item.id, kind: 'item', value: item.lateDays, ...(item.dueDay !== null && { day: formatDay(item.dueDay) }) }],
      };
    });
}

function unmeasured(m: Moment): Reason[] {
  const play = m.plan.plays.get('measurement');
  if (!play || !applies(play, m) || measuredThisWeek(m)) return [];
  const due = measureDay(m);
  return [
    {
      play: play.id,
      rank: 4,
      text: texts.unmeasured,
      due,
      evidence: [{ about: 'measurement', kind: 'freshness', value: false, day: formatDay(m.week) }],
    },
  ];
}

function scheduled(m: Moment): Reason[] {
  const reasons: Reason[] = [];
  for (const play of m.plan.playbook.plays) {
    if (!play.touchpoint || !applies(play, m) || isFinished(play, m) || skipReason(play, m)) continue;
    const trigger = play.triggers.find((one) => m.plan.test(one.when).truth(m, 0) === true);
    if (trigger) {
      const evidence = m.plan.test(trigger.when).evidence(m, 0);
      reasons.push({ play: play.id, rank: 5, text: trigger.reason, due: m.today + trigger.dueInDays, evidence });
    } else if (play.scheduled) {
      const due = play.due ? dueDay(play.due, m) : null;
      const text = due === null ? texts.nextUndated : fill(texts.next, { day: formatDay(due) });
      reasons.push({ play: play.id, rank: 5, text, due, evidence: [] });
    }
  }
  return reasons;
}

const texts = {
  blocked: { en: '{item}: waits for {who} since {day}', ja: '{item}: {day}から{who}側で停止中' },
  lapsed: { en: 'Planned for {day}, not logged', ja: '{day}の予定が未記録' },
  overdue: { en: '{item}: {days} days late', ja: '{item}: {days}日超過' },
  unmeasured: { en: 'This week’s measurement is missing', ja: '今週の計測が未実施' },
  next: { en: 'Next in the playbook, due {day}', ja: 'プレイブックの次の施策（期限 {day}）' },
  nextUndated: {
    en: 'Next in the playbook; the date follows the contract date',
    ja: 'プレイブックの次の施策（契約日が分かると期限が決まります）',
  },
} satisfies Record<string, Text>;
