import type { ReadingValue } from '../account/reading';
import { addMonths, type Day } from '../day';
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

/** The number that an amount stands for at this moment; months are counted as days from `from`. */
export function amountOf(amount: Amount | string | boolean, m: Situation, from: Day | null = null): ReadingValue {
  if (typeof amount !== 'object') return amount;
  if ('threshold' in amount) return m.book.threshold(amount.threshold) * (amount.times ?? 1);
  if ('months' in amount) return from === null ? null : addMonths(from, amount.months) - from;
  const { value } = m.metric(amount.metric);
  return typeof value === 'number' ? value * (amount.times ?? 1) : value;
}
