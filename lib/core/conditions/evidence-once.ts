import type { Evidence } from './evidence';
import type { Situation, Test } from './situation';

/**
 * What a test looks at now: gathered when it is first asked for, then kept. Empty where the gathering leads back to itself.
 * One closure and not `once`: there is one for every condition of every account of a portfolio.
 */
export function evidenceOnce(test: Test, m: Situation): () => Evidence[] {
  let known: Evidence[] | undefined;
  return () => {
    if (known === undefined) {
      known = [];
      known = test.evidence(m, 0);
    }
    return known;
  };
}
