import type { ValueType } from '@/lib/formats/discovered-page';
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

/** How a value of a metric is read: by the metric's own type. */
export function parseFor(metricType: string, valueType: string): string {
  if (metricType === 'number' && valueType === 'percent') return 'percent';
  return metricType in FITS ? metricType : 'text';
}
