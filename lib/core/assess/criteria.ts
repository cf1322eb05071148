import type { Evidence, Truth } from '../conditions/evidence';
import { evidenceOnce } from '../conditions/evidence-once';
import type { Situation } from '../conditions/situation';
import type { Text } from '../text';

export type CriterionState = 'met' | 'unmet' | 'unknown';

/** One criterion of completion at one moment. */
export interface CriterionResult {
  id: string;
  name: Text;
  state: CriterionState;
  evidence: () => Evidence[];
}

/** The quantitative criteria; the customer's own words are judged apart, see `judgement`. */
export function criteriaOf(m: Situation): CriterionResult[] {
  return m.book.quantitative.map((criterion) => {
    const test = m.test(criterion.when);
    return { id: criterion.id, name: criterion.name, state: criterionState(test.truth(m, 0)), evidence: evidenceOnce(test, m) };
  });
}

export function criterionState(truth: Truth): CriterionState {
  return truth === null ? 'unknown' : truth ? 'met' : 'unmet';
}
