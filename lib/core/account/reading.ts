import { z } from 'zod';
import { instant } from '../instant';
import { isoDay } from '../iso-day';

/** Where a value came from. */
export const sources = ['page', 'api', 'person', 'import'] as const;
export type Source = (typeof sources)[number];

/**
 * One value that a reader saw. `value` null is unknown and `problem` says why; a number is never made up for it.
 * `week` is the first day of the week that the value speaks of; without it the value speaks of the moment `seenAt`.
 * A record of numbers is a value per user or per feature.
 */
export const readingSchema = z.strictObject({
  metric: z.string().min(1),
  value: z.union([z.number(), z.string().max(2000), z.boolean(), z.null(), z.record(z.string(), z.number())]),
  unit: z.string().max(40).nullish(),
  source: z.enum(sources),
  where: z.string().max(500).default(''),
  seenAt: instant.optional(),
  week: isoDay.nullish(),
  problem: z.string().max(500).nullish(),
});

/** As written in a file: `seenAt` may be left to the entry's own time. */
export type WrittenReading = z.infer<typeof readingSchema>;
export type ReadingValue = WrittenReading['value'];
export type Reading = WrittenReading & { seenAt: number };

/** A date metric may say that the thing never happened; that is known, and not the same as unknown. */
export const NEVER = 'never';

/** The place of a source's reading among some; -1 where it has none. */
export function placeOfSource(source: Source, readings: Reading[]): number {
  for (let at = 0; at < readings.length; at += 1) if ((readings[at] as Reading).source === source) return at;
  return -1;
}
