import { addBusinessDays } from '../business-days';
import { dueDay } from '../conditions/due-day';
import type { Evidence } from '../conditions/evidence';
import { measureDay, measuredThisWeek } from '../conditions/measured-week';
import type { Situation } from '../conditions/situation';
import { type Day, formatDay, parseDay } from '../day';
import { fill, type Text } from '../text';
import { isFinished } from './play-state';
import type { Stall } from './stalls';

/** Why a touchpoint is due. `rank` is the order of the playbook article: what is blocked first, what is planned last. */
export interface Reason {
  play: string;
  rank: 1 | 2 | 3 | 4 | 5;
  text: () => Text;
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

function blocked(m: Situation): Reason[] {
  const { playbook } = m.book;
  return m.checklist
    .all()
    .filter((item) => item.state === 'blocked')
    .map((item) => {
      const until = item.untilDay ? parseDay(item.untilDay) : null;
      const owner = item.owner ? playbook.owners[item.owner] : playbook.owners.customer;
      const who = owner ?? { en: '?', ja: '?' };
      return {
        play: answer(m),
        rank: until === null ? 3 : 1,
        text: () => fill(texts.blocked, { item: item.name, who, day: item.blockedSince ?? '' }),
        due: until ?? addBusinessDays(m.today, 3, m.book.calendar),
        evidence: () => [{ about: item.id, kind: 'item', value: item.blockedDays, source: 'person', day: item.blockedSince ?? undefined }],
      };
    });
}

/** A planned day that has passed without a log: it was held and not written down, or it was missed. */
function lapsed(m: Situation): Reason[] {
  return m.account.touchpoints
    .filter((one) => one.status === 'planned' && one.play && (parseDay(one.day) ?? m.today) < m.today && !heldSince(one.play, one.day, m))
    .map((one) => ({
      play: one.play as string,
      rank: 2,
      text: () => fill(texts.lapsed, { day: one.day }),
      due: m.today,
      evidence: () => [{ about: one.play as string, kind: 'play', value: 'planned', day: one.day, source: 'person', seenAt: one.at }],
    }));
}

function heldSince(play: string, day: string, m: Situation): boolean {
  return m.account.touchpoints.some((one) => one.play === play && one.day >= day && one.status !== 'planned');
}

function stalled(stalls: Stall[], m: Situation): Reason[] {
  return stalls
    .filter((stall) => stall.severity === 'stall' && !stall.snoozedUntil && stall.suggests)
    .map((stall) => ({
      play: stall.suggests as string,
      rank: stall.aboutData ? 4 : 2,
      text: stall.claim,
      due: addBusinessDays(m.today, stall.dueInBusinessDays, m.book.calendar),
      evidence: stall.evidence,
    }));
}

function overdue(m: Situation): Reason[] {
  return m.checklist
    .all()
    .filter((item) => item.required && item.state === 'open' && item.lateDays > 0 && item.waitsFor.length === 0)
    .map((item) => {
      const play = m.book.plays.get(item.play);
      const ownTouchpoint = play?.touchpoint && play.scheduled && !isFinished(play, m);
      return {
        play: ownTouchpoint ? item.play : answer(m),
        rank: 3,
        text: () => fill(texts.overdue, { item: item.name, days: item.lateDays }),
        due: m.today,
        evidence: () => [
          { about: item.id, kind: 'item', value: item.lateDays, ...(item.dueDay !== null && { day: formatDay(item.dueDay) }) },
        ],
      };
    });
}

function unmeasured(m: Situation): Reason[] {
  const play = m.book.playOf('measurement');
  if (!play || !m.checklist.applies(play) || measuredThisWeek(m)) return [];
  const due = measureDay(m);
  return [
    {
      play: play.id,
      rank: 4,
      text: () => texts.unmeasured,
      due,
      evidence: () => [{ about: play.id, kind: 'freshness', value: false, day: formatDay(m.week) }],
    },
  ];
}

function scheduled(m: Situation): Reason[] {
  const reasons: Reason[] = [];
  for (const play of m.book.playbook.plays) {
    if (!play.touchpoint || !m.checklist.applies(play) || isFinished(play, m) || m.checklist.skip(play)) continue;
    const trigger = play.triggers.find((one) => m.test(one.when).truth(m, 0) === true);
    if (trigger) {
      reasons.push({
        play: play.id,
        rank: 5,
        text: () => trigger.reason,
        due: m.today + trigger.dueInDays,
        evidence: () => m.test(trigger.when).evidence(m, 0),
      });
    } else if (play.scheduled) {
      const due = play.due ? dueDay(play.due, m) : null;
      reasons.push({
        play: play.id,
        rank: 5,
        text: () => (due === null ? texts.nextUndated : fill(texts.next, { day: formatDay(due) })),
        due,
        evidence: () => [],
      });
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
