import type { MetricHistory } from '../account/metric-history';
import { problemText } from '../account/problem';
import { NEVER, type Reading, type ReadingValue } from '../account/reading';
import { dayAt } from '../day';
import type { Metric } from '../playbook/playbook-schema';
import type { Evidence } from './evidence';

/** The value of a metric that an assessment uses, with everything needed to show why. */
export interface Used {
  metric: string;
  value: ReadingValue;
  reading: Reading | null;
  /** Latest known word of every source, the used one included. */
  candidates: Reading[];
  parts?: Used[];
  missing?: string;
}

const NONE: Reading[] = [];
const HOUR = 3_600_000;
const FRESH_HOURS = 48;

/**
 * Chooses among what the sources last said. An unknown value never displaces a known one of another source, and never
 * turns into a number. The preferred source wins while it is not over 48 hours older than the newest; else the newest.
 */
export function chooseReading(metric: Metric, latest: Reading[], now: number): Used {
  if (latest.length === 1) {
    const only = disbelieve(metric, latest[0] as Reading, now);
    if (only.value !== null)
      return { metric: metric.id, value: only.value, reading: only, candidates: only === latest[0] ? latest : [only] };
  }
  return chooseAmong(latest, metric, now);
}

function chooseAmong(latest: Reading[], metric: Metric, now: number): Used {
  const believed = latest.map((reading) => disbelieve(metric, reading, now));
  const known = believed.filter((reading) => reading.value !== null);
  if (known.length === 0) {
    const newest = believed.sort((a, b) => b.seenAt - a.seenAt)[0] ?? null;
    return { metric: metric.id, value: null, reading: newest, candidates: [], missing: newest?.problem ?? 'not read yet' };
  }
  known.sort((a, b) => b.seenAt - a.seenAt);
  const newest = known[0] as Reading;
  const preferred = known.find((reading) => reading.source === metric.prefer?.source);
  const used = preferred && newest.seenAt - preferred.seenAt <= FRESH_HOURS * HOUR ? preferred : newest;
  return { metric: metric.id, value: used.value, reading: used, candidates: known };
}

/** Values that cannot be are unknown, with the reason; they are shown, not used. */
function disbelieve(metric: Metric, reading: Reading, now: number): Reading {
  const { value } = reading;
  if (value === null) return reading;
  if (metric.past && typeof value === 'string' && value !== NEVER) {
    const time = Date.parse(value);
    // A day of slack: the value may be written in a zone ahead of ours, and clocks are wrong.
    if (Number.isNaN(time)) return { ...reading, value: null, problem: problemText('not a time', value) };
    if (time > now + 24 * HOUR) return { ...reading, value: null, problem: problemText('in the future', value) };
  }
  if ((metric.type === 'number' || metric.type === 'percent') && typeof value !== 'number') {
    return { ...reading, value: null, problem: problemText('not a number', String(value)) };
  }
  return reading;
}

/** The problem of a part as the problem of the share: the same code, and which part it is. */
function ofPart(metric: string, problem: string): string {
  const cut = problem.indexOf(': ');
  return cut < 0 ? `${problem}: ${metric}` : `${problem.slice(0, cut)}: ${metric}: ${problem.slice(cut + 2)}`;
}

/** A share of two values; unknown when either is, when the whole is zero, and when the part is larger than the whole. */
export function shareOf(metric: string, part: Used, whole: Used): Used {
  const share: Used = { metric, value: null, reading: part.reading, candidates: NONE, parts: [part, whole] };
  const unknown = part.value === null ? part : whole.value === null ? whole : null;
  const of = Number(part.value);
  const to = Number(whole.value);
  if (unknown) share.missing = ofPart(unknown.metric, unknown.missing ?? 'unknown');
  else if (!(to > 0)) share.missing = problemText('whole is zero', `${whole.metric} ${to}`);
  else if (of > to) share.missing = problemText('part above whole', `${part.metric} ${of}, ${whole.metric} ${to}`);
  else share.value = of / to;
  return share;
}

/** Latest reading of the week that starts on `week`; readings of a moment count for the week they were seen in. */
export function readingOfWeek(history: MetricHistory, week: number, zone: string, now: number): Reading | null {
  for (let day = week; history.weeks.size > 0 && day < week + 7; day += 1) {
    const list = history.weeks.get(day);
    if (list?.length) return list[list.length - 1] as Reading;
  }
  for (let index = history.moments.length - 1; index >= 0; index -= 1) {
    const reading = history.moments[index] as Reading;
    if (reading.seenAt > now) continue;
    const day = dayAt(reading.seenAt, zone);
    if (day < week) return null;
    if (day < week + 7 && reading.value !== null) return reading;
  }
  return null;
}

/** A used value as evidence. */
export function usedEvidence(used: Used): Evidence {
  const { reading } = used;
  const evidence: Evidence = { about: used.metric, kind: 'metric', value: used.value };
  if (reading) {
    evidence.source = reading.source;
    evidence.where = reading.where;
    evidence.seenAt = reading.seenAt;
    if (reading.week) evidence.week = reading.week;
  }
  if (used.parts) evidence.parts = used.parts.map(usedEvidence);
  if (used.value === null) evidence.missing = used.missing ?? 'unknown';
  return evidence;
}
