import { formatDay } from '../day';
import type { Playbook } from '../playbook/playbook-schema';
import { type AmountAt, compare, compileAmount } from './compare';
import type { Condition } from './condition-schema';
import type { Situation, Test } from './situation';
import { gini } from './unevenness';
import { type Used, usedEvidence } from './used-value';

type ValueCondition = Extract<Condition, { metric: string; value: unknown } | { uneven: string }>;

/** Tests on a metric's value: now, or in a week. */
export function compileValue(condition: ValueCondition, playbook: Playbook): Test {
  const limit = compileAmount(condition.value, playbook);
  return 'uneven' in condition ? unevenTest(condition, limit) : metricTest(condition, limit);
}

function at(id: string, m: Situation, back: number): Used {
  return back === 0 ? m.metric(id) : m.weekly(id, back);
}

function metricTest(condition: Extract<ValueCondition, { metric: string }>, limit: AmountAt): Test {
  const { metric, is } = condition;
  return {
    truth: (m, back) => compare(at(metric, m, back).value, is, limit(m)),
    evidence: (m, back) => [
      {
        ...usedEvidence(at(metric, m, back)),
        is,
        limit: limit(m),
        ...(back > 0 && { week: formatDay(m.weekBack(back + m.lag(metric))) }),
      },
    ],
  };
}

function unevenTest(condition: Extract<ValueCondition, { uneven: string }>, limit: AmountAt): Test {
  const { uneven, is } = condition;
  const measure = (m: Situation, back: number) => {
    const used = at(uneven, m, back);
    const perName = used.value;
    return perName !== null && typeof perName === 'object' ? gini(Object.values(perName)) : null;
  };
  return {
    truth: (m, back) => compare(measure(m, back), is, limit(m)),
    evidence(m, back) {
      const share = measure(m, back);
      const used = usedEvidence(at(uneven, m, back));
      const missing = share === null ? { missing: used.missing ?? 'too few users' } : {};
      return [{ ...used, kind: 'uneven', value: share, is, limit: limit(m), ...missing }];
    },
  };
}
