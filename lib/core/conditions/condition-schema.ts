import { z } from 'zod';

/** How two values are compared. */
export const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/** A number, a named threshold of the playbook, another metric, or a span of calendar months. */
const amountSchema = z.union([
  z.number(),
  z.strictObject({ threshold: z.string(), times: z.number().optional() }),
  z.strictObject({ metric: z.string(), times: z.number().optional() }),
  z.strictObject({ months: z.number().int().positive().max(1200) }),
]);
export type Amount = z.infer<typeof amountSchema>;

const is = z.enum(comparisons);
const weeks = z.union([z.number().int().min(1).max(52), z.strictObject({ threshold: z.string() })]);
/**
 * `daysSince` speaks of: contract, kickoff, targetEnd, onboarded, lastTouchpoint, lastMeeting, lastReply,
 * firstUnanswered (oldest contact still without a reply), lastReading, `metric:<date metric>`, `item:<id>` (day it was
 * done), `held:<play>`, `due:<item>`.
 */
const eventSchema = z
  .string()
  .regex(
    /^(contract|kickoff|targetEnd|onboarded|lastTouchpoint|lastMeeting|lastReply|firstUnanswered|lastReading|(metric|item|held|due):.+)$/,
    'an event: contract, kickoff, targetEnd, onboarded, lastTouchpoint, lastMeeting, lastReply, firstUnanswered, lastReading, metric:…, item:…, held:… or due:…',
  );

/** What `count` can count. `slipDays` is the days by which open milestones are late, added up. */
export const counted = ['overdueMilestones', 'slipDays', 'unanswered', 'blockers'] as const;

const leaves = {
  daysSince: z.strictObject({ daysSince: eventSchema, is, value: amountSchema, days: z.enum(['calendar', 'business']).optional() }),
  itemDone: z.strictObject({ itemDone: z.string() }),
  held: z.strictObject({ held: z.string() }),
  daysBlocked: z.strictObject({ daysBlocked: z.string(), is, value: amountSchema }),
  count: z.strictObject({ count: z.enum(counted), is, value: amountSchema }),
  hoursSinceReading: z.strictObject({ hoursSinceReading: z.string(), is, value: amountSchema }),
  measurementMissed: z.strictObject({ measurementMissed: z.literal(true) }),
  criteriaMet: z.strictObject({ criteriaMet: z.literal(true) }),
  uneven: z.strictObject({ uneven: z.string(), is, value: amountSchema }),
  pace: z.strictObject({ pace: z.string(), weeksInARow: weeks }),
  changeOverWeeks: z.strictObject({ metric: z.string(), changeOverWeeks: z.number().int().min(1).max(26), is, value: amountSchema }),
  againstMedianOfDays: z.strictObject({
    metric: z.string(),
    againstMedianOfDays: z.number().int().min(14).max(365),
    is,
    value: amountSchema,
  }),
  metric: z.strictObject({ metric: z.string(), is, value: z.union([amountSchema, z.string(), z.boolean()]) }),
} as const;

/** One condition. The key that names its kind decides how it is read; see README, "Conditions". */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { atLeast: number; of: Condition[] }
  | { weeksInARow: z.infer<typeof weeks>; of: Condition }
  | z.infer<(typeof leaves)['daysSince']>
  | z.infer<(typeof leaves)['itemDone']>
  | z.infer<(typeof leaves)['held']>
  | z.infer<(typeof leaves)['daysBlocked']>
  | z.infer<(typeof leaves)['count']>
  | z.infer<(typeof leaves)['hoursSinceReading']>
  | z.infer<(typeof leaves)['measurementMissed']>
  | z.infer<(typeof leaves)['criteriaMet']>
  | z.infer<(typeof leaves)['uneven']>
  | z.infer<(typeof leaves)['pace']>
  | z.infer<(typeof leaves)['changeOverWeeks']>
  | z.infer<(typeof leaves)['againstMedianOfDays']>
  | z.infer<(typeof leaves)['metric']>;

const inner: z.ZodType<Condition> = z.lazy(() => conditionSchema);
const groups = {
  all: z.strictObject({ all: z.array(inner).min(1).max(100) }),
  any: z.strictObject({ any: z.array(inner).min(1).max(100) }),
  not: z.strictObject({ not: inner }),
  atLeast: z.strictObject({ atLeast: z.number().int().min(1).max(100), of: z.array(inner).min(1).max(100) }),
  pace: leaves.pace,
  weeksInARow: z.strictObject({ weeksInARow: weeks, of: inner }),
};
// Most telling key first: `pace` carries weeks in a row as well, and the special metric forms carry a metric.
const shapes: Record<string, z.ZodType> = { ...groups, ...leaves };

const DEEPEST = 12;

/** How deep a value is nested, as far as it matters. */
function depthOf(value: unknown, deep = 0): number {
  if (value === null || typeof value !== 'object' || deep > 2 * DEEPEST + 2) return deep / 2;
  return Math.max(0, ...Object.values(value).map((part) => depthOf(part, deep + 1)));
}

/** Whether a condition, or any in it, has a key: `asks(when, 'criteriaMet')`. Anything else than a condition asks nothing. */
export function asks(condition: unknown, key: string): boolean {
  if (condition === null || typeof condition !== 'object') return false;
  return key in condition || Object.values(condition).some((part) => asks(part, key));
}

/** A union would only say "invalid input"; choosing the shape by its key gives errors that name the place. */
export const conditionSchema: z.ZodType<Condition> = z.custom<Condition>().superRefine((value, context) => {
  if (depthOf(value) > DEEPEST) {
    context.addIssue({ code: 'custom', message: `conditions lie more than ${DEEPEST} deep in each other` });
    return;
  }
  const object = value !== null && typeof value === 'object' ? (value as object) : {};
  const kind = Object.keys(shapes).find((key) => key in object);
  if (!kind) {
    context.addIssue({ code: 'custom', message: `not a condition: it needs one of ${Object.keys(shapes).join(', ')}` });
    return;
  }
  const result = (shapes[kind] as z.ZodType).safeParse(value);
  for (const issue of result.error?.issues ?? []) {
    context.addIssue({ code: 'custom', path: issue.path as (string | number)[], message: issue.message });
  }
});
