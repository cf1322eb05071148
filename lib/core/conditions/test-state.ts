import { checklist } from '../assess/checklist';
import { checklistItem } from '../assess/checklist-item';
import { type Day, formatDay } from '../day';
import { amountOf, compare } from './compare';
import type { Test } from './compile-condition';
import type { Condition } from './condition-schema';
import { unanswered } from './event-day';
import type { Evidence, Truth } from './evidence';
import type { Moment } from './moment';

type StateCondition = Extract<
  Condition,
  { itemDone: string } | { held: string } | { count: string } | { measurementMissed: true } | { criteriaMet: true }
>;

/** Tests on the state of the work: items, plays, counts, the measuring, the criteria. */
export function compileState(condition: StateCondition): Test {
  if ('itemDone' in condition) return itemDoneTest(condition.itemDone);
  if ('held' in condition) return heldTest(condition.held);
  if ('count' in condition) return countTest(condition);
  return 'criteriaMet' in condition ? criteriaTest() : measurementTest();
}

function itemDoneTest(id: string): Test {
  const truth = (m: Moment): Truth => {
    const item = checklistItem(id, m);
    if (!item || item.state === 'skipped') return item ? true : null;
    if (item.state === 'done') return true;
    return item.how === 'condition' && item.condition === null ? null : false;
  };
  return {
    truth,
    evidence(m) {
      const item = checklistItem(id, m);
      const day = item?.doneDay != null ? { day: formatDay(item.doneDay) } : {};
      return [{ about: id, kind: 'item', value: truth(m), ...day }, ...(item?.evidence ?? [])];
    },
  };
}

function heldTest(play: string): Test {
  return {
    truth: (m) => m.heldPlay(play) !== null,
    evidence(m) {
      const held = m.heldPlay(play);
      return [{ about: play, kind: 'play', value: held !== null, source: 'person', ...(held && { day: held.day, seenAt: held.at }) }];
    },
  };
}

function countTest(condition: Extract<StateCondition, { count: string }>): Test {
  const { count, is, value } = condition;
  const evidence = (m: Moment): Evidence[] => {
    if (count === 'unanswered') {
      return unanswered(m).map((one) => ({
        about: one.play ?? one.type,
        kind: 'play',
        value: one.outcome ?? null,
        day: one.day,
        source: 'person',
      }));
    }
    return listed(m, count).map((item) => ({
      about: item.id,
      kind: 'item',
      value: count === 'blockers' ? item.blockedDays : item.lateDays,
      ...(item.dueDay !== null && { day: formatDay(item.dueDay) }),
    }));
  };
  const number = (m: Moment) => {
    if (count === 'unanswered') return unanswered(m).length;
    const items = listed(m, count);
    return count === 'slipDays' ? items.reduce((sum, item) => sum + item.lateDays, 0) : items.length;
  };
  return {
    truth: (m) => compare(number(m), is, amountOf(value, m)),
    evidence: (m) => [{ about: count, kind: 'count', value: number(m), is, limit: amountOf(value, m) }, ...evidence(m)],
  };
}

function listed(m: Moment, count: string) {
  if (count === 'blockers') return checklist(m).filter((item) => item.state === 'blocked' && item.required);
  return checklist(m).filter((item) => item.milestone && item.lateDays > 0);
}

/** True once the day by which the week should be measured has passed without a reading since the week began. */
function measurementTest(): Test {
  return {
    truth(m) {
      const dueDay = measureDay(m);
      const knownSince = m.account.since === null ? m.today : m.dayOf(m.account.since);
      if (m.today <= dueDay || knownSince > dueDay) return false;
      return !measuredThisWeek(m);
    },
    evidence: (m) => [{ about: 'measurement', kind: 'freshness', value: measuredThisWeek(m), day: formatDay(m.week) }],
  };
}

/** The day of the running week by whose end it should have been measured. */
export function measureDay(m: Moment): Day {
  const { weekStart, measureBy } = m.plan.playbook.calendar;
  return m.week + ((measureBy - weekStart + 7) % 7);
}

/** Whether any weekly metric was read since the week began. */
export function measuredThisWeek(m: Moment): boolean {
  return m.plan.playbook.metrics.some((metric) => {
    if (!metric.weekly) return false;
    const { reading, value } = m.metric(metric.id);
    return value !== null && reading !== null && m.dayOf(reading.seenAt) >= m.week;
  });
}

function criteriaTest(): Test {
  return {
    truth(m) {
      let so: Truth = true;
      for (const criterion of m.plan.playbook.criteria) {
        if (criterion.qualitative) continue;
        const truth = m.plan.test(criterion.when).truth(m, 0);
        if (truth === false) return false;
        if (truth === null) so = null;
      }
      return so;
    },
    evidence: (m) =>
      m.plan.playbook.criteria
        .filter((criterion) => !criterion.qualitative)
        .map((criterion) => ({ about: criterion.id, kind: 'criteria', value: m.plan.test(criterion.when).truth(m, 0) })),
  };
}
