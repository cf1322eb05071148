import type { ReadingValue } from '../account/reading';
import { addMonths, type Day } from '../day';
import type { Playbook } from '../playbook/playbook-schema';
import type { Amount, Comparison } from './condition-schema';
import type { Truth } from './evidence';
import type { Situation } from './situation';

/** Compares two values of one kind; unknown when either is unknown or their kinds differ. */
export function compare(left: ReadingValue, is: Comparison, right: ReadingValue): Truth {
  if (left === null || right === null || typeof left !== typeof right || typeof left === 'object') return null;
  if (typeof left === 'number' && Number.isNaN(left)) return null;
  switch (is) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
  }
  if (typeof left === 'boolean') return null;
  switch (is) {
    case '<':
      return left < (right as typeof left);
    case '<=':
      return left <= (right as typeof left);
    case '>':
      return left > (right as typeof left);
    case '>=':
      return left >= (right as typeof left);
  }
}

/** What an amount stands for at a moment; months are counted as days from `from`, and unknown without it. */
export type AmountAt = (m: Situation, from?: Day) => ReadingValue;

/** Makes an amount ready for many moments. Thresholds are the playbook's, and so are known beforehand. */
export function compileAmount(amount: Amount | string | boolean, playbook: Playbook): AmountAt {
  if (typeof amount !== 'object') return () => amount;
  if ('months' in amount) return (_, from) => (from === undefined ? null : addMonths(from, amount.months) - from);
  const times = amount.times ?? 1;
  if ('threshold' in amount) {
    const limit = (playbook.thresholds[amount.threshold] ?? Number.NaN) * times;
    return () => limit;
  }
  return (m) => {
    const { value } = m.metric(amount.metric);
    return typeof value === 'number' ? value * times : value;
  };
}
