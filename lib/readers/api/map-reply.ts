import { z } from 'zod';
import { type Reading, readingSchema } from '@/lib/core/account/reading';
import { describeIssue } from '@/lib/core/describe-issue';
import { compileMapping } from './compile-mapping';
import type { RequestValues } from './fill-request';

const mappedSchema = z.array(readingSchema.omit({ source: true, where: true }).extend({ where: z.string().max(500).optional() }));

/** What a mapping sees: every page of the reply, the first one by a short name, and what was asked. */
export interface ReplyInput extends RequestValues {
  pages: unknown[];
  body: unknown;
}

const MOST_READINGS = 5000;
const LONGEST_WHERE = 500;

/** A mapping made more of a reply than one account can have to tell. */
export class TooManyReadings extends Error {}

/**
 * Turns a reply into readings with a JSONata expression.
 * @param seenAt epoch ms at which the reply came
 * @throws Error that names the place: in the expression, or in what it gave; TooManyReadings
 */
export async function mapReply(expression: string, input: ReplyInput, seenAt: number, where: string): Promise<Reading[]> {
  const result = await evaluate(expression, input);
  const list = result === undefined ? [] : Array.isArray(result) ? [...result] : [result];
  if (list.length > MOST_READINGS) throw new TooManyReadings(`more than ${MOST_READINGS} readings`);
  const parsed = mappedSchema.safeParse(list);
  if (!parsed.success) throw new Error(`mapping result${describeIssue(parsed.error.issues[0])}`);
  return parsed.data.map((reading) => ({
    ...reading,
    source: 'api' as const,
    where: (reading.where ?? where).slice(0, LONGEST_WHERE),
    seenAt: reading.seenAt ?? seenAt,
  }));
}

/**
 * Evaluates JSONata within limits of time, depth and size.
 * @throws Error that carries the character at which it happened
 */
export async function evaluate(expression: string, input: unknown): Promise<unknown> {
  try {
    return await (await compileMapping(expression)).evaluate(input);
  } catch (error) {
    const { message, position } = error as { message?: string; position?: number };
    throw new Error(`mapping, character ${position ?? '?'}: ${message ?? 'not readable'}`);
  }
}
