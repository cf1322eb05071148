import { z } from 'zod';
import { type Reading, readingSchema } from '@/lib/core/account/reading';
import { describeIssue } from '@/lib/core/describe-issue';
import { evaluate } from './evaluate';
import type { RequestValues } from './fill-request';

/** Readings of one reply: a year of weeks for dozens of metrics is far below. */
const MOST_READINGS = 5000;

const mappedSchema = z
  .array(readingSchema.omit({ source: true, where: true }).extend({ where: z.string().max(500).optional() }))
  .max(MOST_READINGS);

/** What a mapping sees: every page of the reply, the first one by a short name, and what was asked. */
export interface ReplyInput extends RequestValues {
  pages: unknown[];
  body: unknown;
}

/**
 * Turns a reply into readings with a JSONata expression.
 * @param seenAt epoch ms at which the reply came
 * @throws Error that names the place: in the expression, or in what it gave
 */
export async function mapReply(expression: string, input: ReplyInput, seenAt: number, where: string): Promise<Reading[]> {
  const result = await evaluate(expression, input);
  const list = result === undefined ? [] : Array.isArray(result) ? [...result] : [result];
  const parsed = mappedSchema.safeParse(list);
  if (!parsed.success) throw new Error(`mapping result${describeIssue(parsed.error.issues[0])}`);
  return parsed.data.map((reading) => ({
    ...reading,
    source: 'api' as const,
    where: reading.where ?? where,
    seenAt: reading.seenAt ?? seenAt,
  }));
}
