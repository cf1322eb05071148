import type { Field, Parse } from '@/lib/formats/field-schema';

/** What a value of an API must be: as a page's field says it, or numbers by name. */
export type MetricType = Parse | 'perName';

/** Types by metric; one that nobody describes has none. */
export type MetricTypes = ReadonlyMap<string, MetricType>;

const PAIRED: ReadonlySet<MetricType> = new Set(['first', 'second']);

/**
 * How each metric's values are read: as the playbook says, else as the console's field of that metric. A field that takes
 * one number of a pair (`6 / 8`) says how the page writes it; an API writes a number.
 */
export function metricTypes(metrics: readonly { id: string; type: MetricType }[], fields: readonly Field[]): MetricTypes {
  const types = new Map<string, MetricType>();
  for (const { metric, parse } of fields) types.set(metric, PAIRED.has(parse) ? 'number' : parse);
  for (const { id, type } of metrics) types.set(id, type);
  return types;
}
