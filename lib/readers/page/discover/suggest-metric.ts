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

/** A metric that a label most likely speaks of, and whose values have that type; null where none is likely. */
export function suggestMetric(label: string, type: string, metrics: { id: string; name: string; type: string }[]): string | null {
  const rated = metrics
    .filter((metric) => FITS[metric.type]?.includes(type as ValueType))
    .map((metric) => {
      const known = (metricLabels.labels as Record<string, string[]>)[metric.id] ?? [];
      return { id: metric.id, like: Math.max(...[metric.name, ...known].map((one) => likeness(one, label))) };
    })
    .toSorted((a, b) => b.like - a.like);
  const best = rated[0];
  return best && best.like >= ENOUGH ? best.id : null;
}

/** How a value is read: by the type of its metric, or by its own while no metric is chosen. */
export function parseFor(metricType: string | undefined, valueType: string): Parse {
  if (metricType === undefined) return VALUE_PARSES[valueType] ?? 'text';
  if (metricType === 'number' && valueType === 'percent') return 'percent';
  return READ_AS.find((parse) => parse === metricType) ?? 'text';
}
