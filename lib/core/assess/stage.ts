import type { Moment } from '../conditions/moment';
import { type Day, formatDay, parseDay } from '../day';
import type { Text } from '../text';
import type { Judgement } from './judgement';

/** Where the account stands, and since when. */
export interface StageState {
  id: string;
  name: Text;
  /** First day in this stage; null while nothing tells. */
  sinceDay: string | null;
  days: number | null;
}

/** A stage set by a person holds; else it is the first whose end has not come. Adoption follows the judgement. */
export function stageOf(judgement: Judgement, m: Moment): StageState {
  const { playbook } = m.plan;
  if (judgement.onboarded) return state('adoption', playbook.adoption.name, parseDay(judgement.day ?? ''), m);
  const set = m.account.stage;
  if (set) {
    const name = playbook.stages.find((stage) => stage.id === set.stage)?.name ?? { en: set.stage, ja: set.stage };
    return state(set.stage, name, parseDay(set.day), m);
  }
  let since: Day | null = m.contractDay;
  for (const stage of playbook.stages) {
    const test = m.plan.test(stage.doneWhen);
    if (test.truth(m, 0) !== true) return state(stage.id, stage.name, since, m);
    const ends = test.evidence(m, 0).map((one) => (one.day ? parseDay(one.day) : one.seenAt === undefined ? null : m.dayOf(one.seenAt)));
    const end = Math.max(...ends.filter((day) => day !== null));
    if (Number.isFinite(end)) since = Math.max(end, since ?? end);
  }
  const last = playbook.stages[playbook.stages.length - 1] as (typeof playbook.stages)[number];
  return state(last.id, last.name, since, m);
}

function state(id: string, name: Text, since: Day | null, m: Moment): StageState {
  return { id, name, sinceDay: since === null ? null : formatDay(since), days: since === null ? null : Math.max(0, m.today - since) };
}
