import type { Situation, Test } from '../conditions/situation';
import { type Day, formatDay, parseDay } from '../day';
import { once } from '../once';
import type { Text } from '../text';
import type { Judgement } from './judgement';

/** Where the account stands, and since when. */
export interface StageState {
  id: string;
  name: Text;
  /** First day in this stage and the days since then; null while nothing tells. */
  since: () => { day: string | null; days: number | null };
}

/** A stage set by a person holds; else it is the first whose end has not come. Adoption follows the judgement. */
export function stageOf(judgement: Judgement, m: Situation): StageState {
  const { playbook } = m.book;
  if (judgement.onboarded) return state('adoption', playbook.adoption.name, () => parseDay(judgement.day ?? ''), m);
  const set = m.account.stage;
  if (set) {
    const name = playbook.stages.find((stage) => stage.id === set.stage)?.name ?? { en: set.stage };
    return state(set.stage, name, () => parseDay(set.day), m);
  }
  const over: Test[] = [];
  for (const stage of playbook.stages) {
    const test = m.test(stage.doneWhen);
    if (test.truth(m, 0) !== true) return state(stage.id, stage.name, () => endOf(over, m), m);
    over.push(test);
  }
  const last = playbook.stages[playbook.stages.length - 1] as (typeof playbook.stages)[number];
  return state(last.id, last.name, () => endOf(over, m), m);
}

/** The day on which the last of these stages came to its end, going by the evidence; else the contract day. */
function endOf(over: Test[], m: Situation): Day | null {
  let since = m.contractDay;
  for (const test of over) {
    const ends = test.evidence(m, 0).map((one) => (one.day ? parseDay(one.day) : one.seenAt === undefined ? null : m.dayOf(one.seenAt)));
    const end = Math.max(...ends.filter((day) => day !== null));
    if (Number.isFinite(end)) since = Math.max(end, since ?? end);
  }
  return since;
}

function state(id: string, name: Text, sinceDay: () => Day | null, m: Situation): StageState {
  const since = once(() => {
    const day = sinceDay();
    return { day: day === null ? null : formatDay(day), days: day === null ? null : Math.max(0, m.today - day) };
  });
  return { id, name, since };
}
