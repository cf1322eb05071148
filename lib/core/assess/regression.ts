import { conditionNames } from '../conditions/condition-names';
import type { Condition } from '../conditions/condition-schema';
import type { Situation } from '../conditions/situation';
import type { Day } from '../day';

/** How far back a regression is looked for. Older ones are history, not news. */
const WEEKS = 26;
const MOST_MOMENTS = 60;

const metricsOf = new WeakMap<Condition, string[]>();

/**
 * The last day before now on which a condition held, going by the readings it is made of; null when it never did.
 * Only moments at which one of its metrics was read, or a week of it ended, can have changed the answer.
 */
export function lastTrueDay(condition: Condition, m: Situation): Day | null {
  let metrics = metricsOf.get(condition);
  if (!metrics) metricsOf.set(condition, (metrics = withParts(conditionNames(condition).metrics, m)));
  if (metrics.length === 0) return null;
  const test = m.test(condition);
  let latest: Day | null = null;
  for (const time of moments(metrics, m)) {
    if (test.truth(m.earlier(time), 0) !== true) continue;
    latest = m.dayOf(time);
    break;
  }
  // Weeks are asked about from here: the week itself is the argument, no other moment is needed.
  if (!metrics.some((id) => (m.account.metrics.get(id)?.weeks.size ?? 0) > 0)) return latest;
  for (let back = 1; back <= WEEKS; back += 1) {
    if (test.truth(m, back) === true) return Math.max(latest ?? 0, m.weekBack(back) + 6);
  }
  return latest;
}

function withParts(metrics: string[], m: Situation): string[] {
  return metrics.flatMap((id) => {
    const ratio = m.book.metrics.get(id)?.ratio;
    return ratio ? [id, ratio.of, ratio.to] : [id];
  });
}

/** Earlier moments worth asking about, newest first. */
function moments(metrics: string[], m: Situation): number[] {
  const times = new Set<number>();
  for (const id of metrics) {
    const history = m.account.metrics.get(id);
    if (!history) continue;
    for (const reading of history.moments) if (reading.seenAt < m.now) times.add(reading.seenAt);
  }
  return [...times].sort((a, b) => b - a).slice(0, MOST_MOMENTS);
}
