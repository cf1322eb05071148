import type { Playbook } from '../playbook/playbook-schema';
import type { Condition } from './condition-schema';
import type { Truth } from './evidence';
import type { Test } from './situation';
import { compileDays } from './test-days';
import { compileState } from './test-state';
import { compileTrend } from './test-trend';
import { compileValue } from './test-value';
import { weeksMeant } from './weeks';

/** Turns a condition into closures, once: extension pages allow no eval, and walking JSON each time is slow. */
export function compileCondition(condition: Condition, playbook: Playbook): Test {
  const inner = (part: Condition) => compileCondition(part, playbook);
  if ('all' in condition) return every(condition.all.map(inner));
  if ('any' in condition) return some(condition.any.map(inner));
  if ('not' in condition) return negated(inner(condition.not));
  if ('atLeast' in condition) return atLeast(condition.atLeast, condition.of.map(inner));
  if ('pace' in condition) return compileTrend(condition, playbook);
  if ('weeksInARow' in condition) {
    return inARow(weeksMeant(condition.weeksInARow, playbook), inner(condition.of));
  }
  if ('changeOverWeeks' in condition || 'againstMedianOfDays' in condition) return compileTrend(condition, playbook);
  if ('metric' in condition || 'uneven' in condition) return compileValue(condition, playbook);
  if ('daysSince' in condition || 'daysBlocked' in condition || 'hoursSinceReading' in condition) return compileDays(condition, playbook);
  return compileState(condition, playbook);
}

function every(tests: Test[]): Test {
  return {
    truth(m, back) {
      let so: Truth = true;
      for (const test of tests) {
        const truth = test.truth(m, back);
        if (truth === false) return false;
        if (truth === null) so = null;
      }
      return so;
    },
    evidence: (m, back) => tests.flatMap((test) => test.evidence(m, back)),
  };
}

function some(tests: Test[]): Test {
  return {
    truth(m, back) {
      let so: Truth = false;
      for (const test of tests) {
        const truth = test.truth(m, back);
        if (truth === true) return true;
        if (truth === null) so = null;
      }
      return so;
    },
    // What made it true comes first; the rest would only blur it.
    evidence(m, back) {
      const made = tests.filter((test) => test.truth(m, back) === true);
      return (made.length ? made : tests).flatMap((test) => test.evidence(m, back));
    },
  };
}

function negated(test: Test): Test {
  return {
    truth(m, back) {
      const truth = test.truth(m, back);
      return truth === null ? null : !truth;
    },
    evidence: (m, back) => test.evidence(m, back),
  };
}

function atLeast(k: number, tests: Test[]): Test {
  return {
    truth(m, back) {
      let yes = 0;
      let unknown = 0;
      for (const test of tests) {
        const truth = test.truth(m, back);
        if (truth === true) yes += 1;
        else if (truth === null) unknown += 1;
      }
      return yes >= k ? true : yes + unknown >= k ? null : false;
    },
    evidence: (m, back) => tests.flatMap((test) => test.evidence(m, back)),
  };
}

function inARow(weeks: number, test: Test): Test {
  return {
    truth(m, back) {
      let so: Truth = true;
      const first = Math.max(back, 1);
      for (let week = first; week < first + weeks; week += 1) {
        const truth = test.truth(m, week);
        if (truth === false) return false;
        if (truth === null) so = null;
      }
      return so;
    },
    evidence(m, back) {
      const first = Math.max(back, 1);
      return Array.from({ length: weeks }, (_, index) => test.evidence(m, first + index)).flat();
    },
  };
}
