import { formatDay } from '../day';
import type { Playbook } from '../playbook/playbook-schema';
import { compare, compileAmount } from './compare';
import type { Condition } from './condition-schema';
import type { Truth } from './evidence';
import type { Situation, Test } from './situation';
import { medianOfSorted } from './unevenness';
import { usedEvidence } from './used-value';
import { weeksMeant } from './weeks';

type TrendCondition = Extract<Condition, { changeOverWeeks: number } | { againstMedianOfDays: number } | { pace: string }>;

/** A median of fewer weeks says too little to compare with. */
const LEAST_WEEKS = 4;

/** Tests on a metric's course over complete weeks. */
export function compileTrend(condition: TrendCondition, playbook: Playbook): Test {
  if ('pace' in condition) return paceTest(condition, playbook);
  const { metric, is } = condition;
  const limit = compileAmount(condition.value, playbook);
  const base = (m: Situation, week: number) =>
    'changeOverWeeks' in condition
      ? numberIn(m, metric, week + condition.changeOverWeeks)
      : ownMedian(m, metric, week, condition.againstMedianOfDays);
  const measure = (m: Situation, back: number): number | null => {
    const week = Math.max(back, 1);
    const last = numberIn(m, metric, week);
    const before = last === null ? null : base(m, week);
    if (last === null || before === null) return null;
    if ('changeOverWeeks' in condition) return before === 0 ? (last === 0 ? 0 : null) : (last - before) / before;
    return before === 0 ? null : last / before;
  };
  return {
    truth: (m, back) => compare(measure(m, back), is, limit(m)),
    evidence(m, back) {
      const week = Math.max(back, 1);
      const used = usedEvidence(m.weekly(metric, week));
      const share = measure(m, back);
      const before = base(m, week);
      const kind = 'changeOverWeeks' in condition ? 'change' : 'median';
      const missing = share === null ? { missing: used.missing ?? (before === null ? 'too few weeks' : 'nothing to compare') } : {};
      return [
        {
          ...used,
          kind,
          value: share,
          base: before,
          is,
          limit: limit(m),
          week: formatDay(m.weekBack(week + m.lag(metric))),
          ...missing,
        },
      ];
    },
  };
}

function numberIn(m: Situation, metric: string, back: number): number | null {
  const { value } = m.weekly(metric, back);
  return typeof value === 'number' ? value : null;
}

/** Median of the weeks before `week`, over so many days; null with fewer than four known weeks. */
function ownMedian(m: Situation, metric: string, week: number, days: number): number | null {
  const values: number[] = [];
  for (let back = week + 1; back <= week + Math.floor(days / 7); back += 1) {
    const value = numberIn(m, metric, back);
    if (value !== null) insert(value, values);
  }
  return values.length < LEAST_WEEKS ? null : medianOfSorted(values);
}

/** Puts a value in its place among some that are sorted: for a few weeks that is quicker than sorting them. */
function insert(value: number, sorted: number[]): void {
  let at = sorted.push(value) - 1;
  for (; at > 0 && (sorted[at - 1] as number) > value; at -= 1) sorted[at] = sorted[at - 1] as number;
  sorted[at] = value;
}

function paceTest(condition: Extract<TrendCondition, { pace: string }>, playbook: Playbook): Test {
  const { pace: metric, weeksInARow } = condition;
  const weeks = weeksMeant(weeksInARow, playbook);
  const band = (m: Situation, back: number): number | null => {
    if (m.contractDay === null) return null;
    const age = Math.floor((m.weekBack(back) - m.contractDay) / 7);
    return age < 0 ? null : (playbook.pace[metric]?.[age] ?? null);
  };
  return {
    truth(m, back) {
      let so: Truth = true;
      for (let week = Math.max(back, 1); week < Math.max(back, 1) + weeks; week += 1) {
        const below = compare(numberIn(m, metric, week), '<', band(m, week));
        if (below === false) return false;
        if (below === null) so = null;
      }
      return so;
    },
    evidence: (m, back) =>
      Array.from({ length: weeks }, (_, index) => {
        const week = Math.max(back, 1) + index;
        const limit = band(m, week);
        const used = usedEvidence(m.weekly(metric, week));
        const missing = limit === null ? { missing: 'no pace band' } : {};
        return {
          ...used,
          kind: 'pace' as const,
          is: '<' as const,
          limit,
          base: limit,
          week: formatDay(m.weekBack(week + m.lag(metric))),
          ...missing,
        };
      }),
  };
}
