import { formatDay } from '../day';
import type { Playbook } from '../playbook/playbook-schema';
import { compare, compileAmount } from './compare';
import type { Condition } from './condition-schema';
import { unanswered } from './event-day';
import type { Evidence, Truth } from './evidence';
import { measureDay, measuredThisWeek } from './measured-week';
import type { ItemState, Situation, Test } from './situation';

type StateCondition = Extract<
  Condition,
  { itemDone: string } | { held: string } | { count: string } | { measurementMissed: true } | { criteriaMet: true }
>;

/** Tests on the state of the work: items, plays, counts, the measuring, the criteria. */
export function compileState(condition: StateCondition, playbook: Playbook): Test {
  if ('itemDone' in condition) return itemDoneTest(condition.itemDone);
  if ('held' in condition) return heldTest(condition.held);
  if ('count' in condition) return countTest(condition, playbook);
  return 'criteriaMet' in condition ? criteriaTest() : measurementTest();
}

function itemDoneTest(id: string): Test {
  const truth = (m: Situation): Truth => {
    const item = m.checklist.item(id);
    if (!item || item.state === 'skipped') return item ? true : null;
    if (item.state === 'done') return true;
    return item.how === 'condition' && item.condition === null ? null : false;
  };
  return {
    truth,
    evidence(m) {
      const item = m.checklist.item(id);
      const doneDay = item?.doneDay();
      const day = doneDay == null ? {} : { day: formatDay(doneDay) };
      return [{ about: id, kind: 'item', value: truth(m), ...day }, ...(item?.evidence() ?? [])];
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

function countTest(condition: Extract<StateCondition, { count: string }>, playbook: Playbook): Test {
  const { count, is } = condition;
  const limit = compileAmount(condition.value, playbook);
  const isCounted = (item: ItemState) =>
    count === 'blockers' ? item.state === 'blocked' && item.required : item.milestone && item.lateDays > 0;
  const evidence = (m: Situation): Evidence[] => {
    if (count === 'unanswered') {
      return unanswered(m).map((one) => ({
        about: one.play ?? one.type,
        kind: 'play',
        value: one.outcome ?? null,
        day: one.day,
        source: 'person',
      }));
    }
    return m.checklist
      .all()
      .filter(isCounted)
      .map((item) => ({
        about: item.id,
        kind: 'item',
        value: count === 'blockers' ? item.blockedDays : item.lateDays,
        ...(item.dueDay !== null && { day: formatDay(item.dueDay) }),
      }));
  };
  const number = (m: Situation) => {
    if (count === 'unanswered') return unanswered(m).length;
    let number = 0;
    for (const item of m.checklist.all()) if (isCounted(item)) number += count === 'slipDays' ? item.lateDays : 1;
    return number;
  };
  return {
    truth: (m) => compare(number(m), is, limit(m)),
    evidence: (m) => [{ about: count, kind: 'count', value: number(m), is, limit: limit(m) }, ...evidence(m)],
  };
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
    evidence: (m) => [
      { about: m.book.playOf('measurement')?.id ?? 'measurement', kind: 'freshness', value: measuredThisWeek(m), day: formatDay(m.week) },
    ],
  };
}

function criteriaTest(): Test {
  return {
    truth(m) {
      let so: Truth = true;
      for (const criterion of m.book.quantitative) {
        const truth = m.test(criterion.when).truth(m, 0);
        if (truth === false) return false;
        if (truth === null) so = null;
      }
      return so;
    },
    evidence: (m) =>
      m.book.quantitative.map((criterion) => ({ about: criterion.id, kind: 'criteria', value: m.test(criterion.when).truth(m, 0) })),
  };
}
