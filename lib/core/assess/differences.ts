import type { ReadingValue, Source } from '../account/reading';
import type { Situation } from '../conditions/situation';
import type { Text } from '../text';

/** Two sources that say different things about one metric: both, with their age, and which was used and why. */
export interface Difference {
  metric: string;
  name: Text;
  values: { source: Source; value: ReadingValue; seenAt: number; where: string; used: boolean }[];
  /** Why one was used, as the playbook says it; null for the newest. */
  why: Text | null;
}

/** Metrics about which the sources disagree. Dates are compared by day: one source may show no time. */
export function differencesOf(m: Situation): Difference[] {
  const found: Difference[] = [];
  for (const metric of m.book.playbook.metrics) {
    if (metric.ratio || !m.account.metrics.has(metric.id)) continue;
    const used = m.metric(metric.id);
    if (used.candidates.length < 2) continue;
    const bySource = used.candidates.filter((one, index, all) => all.findIndex((other) => other.source === one.source) === index);
    if (bySource.length < 2 || bySource.every((one) => same(one.value, bySource[0]?.value ?? null))) continue;
    const preferred = metric.prefer && used.reading?.source === metric.prefer.source;
    found.push({
      metric: metric.id,
      name: metric.name,
      values: bySource.map((one) => ({
        source: one.source,
        value: one.value,
        seenAt: one.seenAt,
        where: one.where,
        used: one === used.reading,
      })),
      why: preferred && metric.prefer ? metric.prefer.why : null,
    });
  }
  return found;
}

function same(a: ReadingValue, b: ReadingValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-9;
  if (typeof a === 'string' && typeof b === 'string' && /^\d{4}-\d{2}-\d{2}/.test(a) && /^\d{4}-\d{2}-\d{2}/.test(b))
    return a.slice(0, 10) === b.slice(0, 10);
  return JSON.stringify(a) === JSON.stringify(b);
}
