import { parseProblem, problemText } from '@/lib/core/account/problem';
import type { Reading } from '@/lib/core/account/reading';
import { parseDay } from '@/lib/core/day';
import { seen } from './read-value';
import type { ReplyProblem, WeekSpans } from './reply-problem';

const DAY_MS = 86_400_000;
/** A week that ended longer ago than this is not last week's late figure. */
const LONG_AGO_DAYS = 14;
const MOST_SEEN = 4;

/**
 * One word on each metric and week. What stands there twice with the same value counts once and is told; with two values
 * it is unknown. Rows that lie closer than a week are days, and no week's value.
 * @param readings as mapped, page after page
 */
export function mergeReadings(readings: Reading[]): { readings: Reading[]; problems: ReplyProblem[] } {
  const groups = new Map<string, Reading[]>();
  for (const one of readings) {
    const key = JSON.stringify([one.metric, one.week ?? null, one.seenAt]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const twice = new Map<string, number>();
  const merged = [...groups.values()].map((group) => {
    const one = oneOf(group);
    if (one.week && group.length > 1) twice.set(one.metric, (twice.get(one.metric) ?? 0) + group.length - 1);
    return one;
  });
  const problems = [...twice].map(([metric, count]): ReplyProblem => ({ code: 'rows twice', metric, detail: String(count) }));
  return { readings: withoutDays(merged), problems };
}

function oneOf(group: Reading[]): Reading {
  const [first] = group as [Reading];
  if (group.length === 1) return first;
  // Of a value that only some pages hold, those pages speak.
  const told = group.filter((one) => one.problem == null || parseProblem(one.problem).code !== 'not in the reply');
  const values = [...new Map(told.map((one) => [JSON.stringify([one.value, one.problem ?? null]), one])).values()];
  if (values.length <= 1) return values[0] ?? first;
  const shown = values.slice(0, MOST_SEEN).map((one) => (one.value === null ? (one.problem ?? 'null') : seen(one.value)));
  return { ...first, value: null, problem: problemText('several in the reply', shown.join(', ')) };
}

function withoutDays(readings: Reading[]): Reading[] {
  const byMetric = new Map<string, number[]>();
  for (const { metric, week } of readings) if (week) byMetric.set(metric, [...(byMetric.get(metric) ?? []), parseDay(week) ?? 0]);
  const close = new Set<string>();
  for (const [metric, days] of byMetric) {
    const sorted = [...new Set(days)].sort((a, b) => a - b);
    sorted.forEach((day, at) => {
      if (day - (sorted[at - 1] ?? day - 7) < 7 || (sorted[at + 1] ?? day + 7) - day < 7) close.add(`${metric} ${day}`);
    });
  }
  return readings.map((one) =>
    one.week && close.has(`${one.metric} ${parseDay(one.week)}`) ? { ...one, value: null, problem: problemText('days, not weeks') } : one,
  );
}

/** How many weeks came of each metric, from when to when. */
export function weekSpans(readings: Pick<Reading, 'metric' | 'week'>[]): WeekSpans {
  const weeks = new Map<string, Set<string>>();
  for (const { metric, week } of readings) if (week) weeks.set(metric, (weeks.get(metric) ?? new Set()).add(week));
  return Object.fromEntries(
    [...weeks].map(([metric, days]) => {
      const sorted = [...days].sort();
      return [metric, { count: sorted.length, from: sorted[0] ?? '', to: sorted.at(-1) ?? '' }];
    }),
  );
}

/** Metrics whose newest week ended long before now. @param now epoch ms UTC */
export function endEarly(spans: WeekSpans, now: number): ReplyProblem[] {
  return Object.entries(spans).flatMap(([metric, { to }]): ReplyProblem[] => {
    const end = ((parseDay(to) ?? 0) + 7 + LONG_AGO_DAYS) * DAY_MS;
    return end < now ? [{ code: 'weeks end early', metric, detail: to }] : [];
  });
}

/** Metrics of which fewer weeks came than were known. @param before weeks known within what was asked for */
export function fewerThan(spans: WeekSpans, before: Record<string, { count: number }>): ReplyProblem[] {
  return Object.entries(before).flatMap(([metric, { count }]): ReplyProblem[] => {
    const came = spans[metric]?.count ?? 0;
    return came < count ? [{ code: 'fewer weeks', metric, detail: `${came} < ${count}` }] : [];
  });
}
