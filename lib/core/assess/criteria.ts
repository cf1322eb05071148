import type { Evidence, Truth } from '../conditions/evidence';
import type { Moment } from '../conditions/moment';
import type { Text } from '../text';

export type CriterionState = 'met' | 'unmet' | 'unknown';

/** One criterion of completion at one moment. */
export interface CriterionResult {
  id: string;
  name: Text;
  state: CriterionState;
  evidence: Evidence[];
}

/** The quantitative criteria; the customer's own words are judged apart, see `judgement`. */
export function criteriaOf(m: Moment): CriterionResult[] {
  return m.plan.playbook.criteria
    .filter((criterion) => !criterion.qualitative)
    .map((criterion) => {
      const test = m.plan.test(criterion.when);
      return { id: criterion.id, name: criterion.name, state: criterionState(test.truth(m, 0)), evidence: test.evidence(m, 0) };
    });
}

export function criterionState(truth: Truth): CriterionState {
  return truth === null ? 'unknown' : truth ? 'met' : 'unmet';
}
