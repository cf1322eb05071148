import type { Condition } from './condition-schema';

/** Names that a condition speaks of, each with the list it must be found in. */
export interface ConditionNames {
  metrics: string[];
  thresholds: string[];
  items: string[];
  plays: string[];
  /** Thresholds that say how many weeks: whole numbers from 1 to 52. */
  weeks: string[];
}

/** Collects every name in a condition, depth first. */
export function conditionNames(condition: Condition, names: ConditionNames = empty()): ConditionNames {
  if ('all' in condition) for (const part of condition.all) conditionNames(part, names);
  else if ('any' in condition) for (const part of condition.any) conditionNames(part, names);
  else if ('not' in condition) conditionNames(condition.not, names);
  else if ('of' in condition) {
    if ('weeksInARow' in condition) {
      weeksName(condition.weeksInARow, names);
      conditionNames(condition.of, names);
    } else for (const part of condition.of) conditionNames(part, names);
  } else leafNames(condition, names);
  return names;
}

function leafNames(condition: Condition, names: ConditionNames): void {
  if ('value' in condition) amountName(condition.value, names);
  if ('pace' in condition) {
    names.metrics.push(condition.pace);
    weeksName(condition.weeksInARow, names);
  }
  if ('uneven' in condition) names.metrics.push(condition.uneven);
  if ('hoursSinceReading' in condition && condition.hoursSinceReading !== 'any') names.metrics.push(condition.hoursSinceReading);
  if ('metric' in condition) names.metrics.push(condition.metric);
  if ('itemDone' in condition) names.items.push(condition.itemDone);
  if ('held' in condition) names.plays.push(condition.held);
  if ('daysSince' in condition) {
    const [kind, name] = condition.daysSince.split(':');
    if (name && kind === 'metric') names.metrics.push(name);
    if (name && (kind === 'item' || kind === 'due')) names.items.push(name);
    if (name && kind === 'held') names.plays.push(name);
  }
}

function amountName(amount: unknown, names: ConditionNames): void {
  if (amount === null || typeof amount !== 'object') return;
  if ('threshold' in amount) names.thresholds.push(String(amount.threshold));
  if ('metric' in amount) names.metrics.push(String(amount.metric));
}

function weeksName(weeks: number | { threshold: string }, names: ConditionNames): void {
  amountName(weeks, names);
  if (typeof weeks === 'object') names.weeks.push(weeks.threshold);
}

function empty(): ConditionNames {
  return { metrics: [], thresholds: [], items: [], plays: [], weeks: [] };
}
