import type { ValueType } from '@/lib/formats/discovered-page';
import type { Parse } from '@/lib/formats/field-schema';
import metricLabels from '@/public/metric-labels.json';
import { likeness } from './propose';

const FITS: Record<string, ValueType[]> = {
  number: ['number', 'money', 'percent'],
  percent: ['percent', 'number'],
  date: ['date', 'time', 'relative'],
  time: ['time', 'date', 'relative'],
  yesNo: ['yesNo'],
  text: ['text', 'number'],
};
/** Types of metrics that are read by a parse of the same name. */
const READ_AS = ['number', 'percent', 'date', 'time', 'yesNo', 'text'] as const satisfies Parse[];
/** How a value is read by its own type, while no metric is chosen for it. */
const VALUE_PARSES: Record<string, Parse> = {
  number: 'number',
  money: 'number',
  percent: 'percent',
  date: 'date',
  time: 'time',
  relative: 'time',
  duration: 'duration',
  yesNo: 'yesNo',
};
const ENOUGH = 0.72;

/** Two numbers in one text: which metric the whole is, where the part is another. */
const WHOLE_OF: Record<string, string> = { setupDone: 'setupTotal', activeUsers: 'seats' };
const PART_OF = Object.fromEntries(Object.entries(WHOLE_OF).map(([part, whole]) => [whole, part]));

/** Days that a metric's number speaks of; the others speak of a moment. */
const DAYS: Record<string, number> = {
  contractValue: 365,
  tickets30d: 30,
  activeUsers14d: 14,
  activeUsers: 7,
  coreActions: 7,
  coreFeatures: 7,
  usersAdded: 7,
};
const PERIODS: [RegExp, number][] = [
  [/\bmrr\b|month|30[ -]?d|30日|月(?:額|間|次)|monat|mensuel|par mois|mensual|mensile|maand|månad|måned|miesi/i, 30],
  [/\barr\b|annual|year|年(?:額|間|次)|jähr|jahr|annuel|par an\b|anual|annuo|jaar|årlig|roczn/i, 365],
  [/week|(?<!\d)7[ -]?d|(?<!\d)7日|週|woche|semaine|semana|settiman|vecka|uge\b/i, 7],
  [/14[ -]?d|14日/i, 14],
  [/\b(?:quarter|90[ -]?d)|四半期|90日/i, 90],
  [/\b(?:today|daily|per day|24[ -]?h)|日次|本日/i, 1],
];

/** Whether a label speaks of another time than a metric does: a month's sum is no year's, and no week's count. */
function otherPeriod(label: string, id: string, type: string): boolean {
  const days = type === 'number' ? PERIODS.find(([pattern]) => pattern.test(label))?.[1] : undefined;
  return days !== undefined && DAYS[id] !== days;
}

/** That an account is on trial now does not say that it tried before it bought. */
const BEFORE = /before|had|used|prior|前|利用|実施/i;

/** A metric that a label most likely speaks of, and whose values have that type; null where none is likely. `part`: `first` and `second` are the numbers of `6 / 8`, what is done and of how many. */
export function suggestMetric(
  label: string,
  type: string,
  metrics: { id: string; name: string; type: string }[],
  part: string = '',
): string | null {
  const rated = metrics
    .filter(
      (metric) =>
        FITS[metric.type]?.includes(type as ValueType) &&
        !otherPeriod(label, metric.id, metric.type) &&
        (metric.id !== 'trialUse' || BEFORE.test(label)),
    )
    .map((metric) => {
      const known = (metricLabels.labels as Record<string, string[]>)[metric.id] ?? [];
      return { id: metric.id, like: Math.max(...[metric.name, ...known].map((one) => likeness(one, label))) };
    })
    .toSorted((a, b) => b.like - a.like);
  const best = rated[0];
  const id = best && best.like >= ENOUGH ? best.id : null;
  const wanted = id === null ? undefined : part === 'first' ? (PART_OF[id] ?? id) : part === 'second' ? (WHOLE_OF[id] ?? id) : id;
  return metrics.some((metric) => metric.id === wanted) ? (wanted ?? null) : null;
}

/** How a value is read: by the type of its metric, or by its own while no metric is chosen. */
export function parseFor(metricType: string | undefined, valueType: string): Parse {
  if (metricType === undefined) return VALUE_PARSES[valueType] ?? 'text';
  if (metricType === 'number' && valueType === 'percent') return 'percent';
  return READ_AS.find((parse) => parse === metricType) ?? 'text';
}
