import type { ConsoleFile } from '@/lib/formats/console-file';
import { zoneNamed } from '../page/browser-zone';
import type { ReplySetting } from './map-reply';
import { type MetricType, metricTypes } from './metric-types';

/** What a console says of how its values are written. */
export type WritesReplies = Pick<ConsoleFile, 'locale' | 'zone' | 'fields'>;

/** How the values of a console's replies are read. @param now epoch ms UTC */
export function settingOf(
  { locale, zone, fields }: WritesReplies,
  metrics: readonly { id: string; type: MetricType }[],
  now: number,
): ReplySetting {
  return { locale, zone: zoneNamed(zone), now, types: metricTypes(metrics, fields) };
}
