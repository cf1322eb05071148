import { z } from 'zod';
import { epochMs, instant } from '../instant';
import { isoDay } from '../iso-day';
import { readingSchema } from './reading';

/** Owners of a block or delay. */
export const owners = ['customer', 'us', 'third'] as const;
export type Owner = (typeof owners)[number];

/** Causes of a delay; the default playbook carries their names. */
export const causes = [
  'unclearNextStep',
  'noOwnerOrTime',
  'data',
  'configuration',
  'approval',
  'peopleChanged',
  'priority',
  'expectationGap',
  'productGap',
  'ourCapacity',
  'other',
] as const;
export type Cause = (typeof causes)[number];

const line = z.string().max(500);
/** Longest note in signs: a day's transcript fits several times over. */
export const LONGEST_NOTE = 2_000_000;
const prose = z.string().max(LONGEST_NOTE);

export const touchpointTypes = ['meeting', 'call', 'email', 'chat', 'internal'] as const;
export const sentiments = ['positive', 'neutral', 'negative'] as const;

/** How likely the customer is lost over it. */
export const urgencies = ['low', 'medium', 'high'] as const;
export const requestStates = ['new', 'planned', 'building', 'done', 'declined'] as const;

const requestSchema = z.strictObject({
  text: z.string().min(1).max(2000),
  /** What they were doing when they missed it. */
  situation: z.string().max(2000).optional(),
  workaround: z.string().max(2000).optional(),
  blocking: z.boolean().optional(),
  urgency: z.enum(urgencies).optional(),
  urgencyReason: line.optional(),
  who: line.optional(),
  /** Users whom it would help. */
  affected: z.number().int().positive().max(10_000_000).optional(),
  page: z.string().max(2000).optional(),
  team: line.optional(),
});
const actionSchema = z.strictObject({
  text: z.string().min(1).max(2000),
  owner: z.enum(owners).optional(),
  /** Whose task it is, where a person was named. */
  who: line.optional(),
  dueDay: isoDay.optional(),
});
const blockerSchema = actionSchema.extend({ cause: z.enum(causes).optional() });
const quoteSchema = z.strictObject({ text: z.string().min(1).max(2000), who: line.optional() });

/** The body of each kind of entry. */
export const bodySchemas = {
  readings: z.strictObject({ readings: z.array(readingSchema).min(1), page: z.string().max(2000).optional() }),
  item: z.strictObject({
    item: z.string().min(1),
    state: z.enum(['done', 'open', 'skipped', 'blocked']),
    reason: line.optional(),
    owner: z.enum(owners).optional(),
    cause: z.enum(causes).optional(),
    untilDay: isoDay.optional(),
  }),
  touchpoint: z.strictObject({
    status: z.enum(['planned', 'held', 'canceled']),
    play: z.string().optional(),
    type: z.enum(touchpointTypes).default('meeting'),
    day: isoDay,
    minutes: z.number().int().positive().max(1440).optional(),
    attendees: z.array(line).max(100).optional(),
    notes: prose.optional(),
    outcome: z.enum(['done', 'followUp', 'noShow', 'answered', 'unanswered']).optional(),
    sentiment: z.enum(sentiments).optional(),
    requests: z.array(requestSchema).max(200).optional(),
    actions: z.array(actionSchema).max(200).optional(),
    /** What stands in the way, as it was told. */
    blockers: z.array(blockerSchema).max(200).optional(),
    /** The customer's own words. */
    quotes: z.array(quoteSchema).max(200).optional(),
    agendaDone: z.array(line).max(100).optional(),
    /** The customer's own words, for the qualitative side of the judgement. */
    verdict: z.strictObject({ confirmed: z.boolean(), quote: prose.optional(), who: line.optional() }).optional(),
  }),
  snooze: z.strictObject({ rule: z.string().min(1), untilDay: isoDay, reason: line.optional() }),
  judgement: z.strictObject({
    day: isoDay,
    onboarded: z.boolean(),
    quote: prose.optional(),
    who: line.optional(),
    playbook: z.strictObject({ id: z.string(), version: z.number().int() }),
    /** Values frozen with the judgement: criterion → its state and the evidence line of that day. */
    criteria: z.array(z.strictObject({ id: z.string(), state: z.enum(['met', 'unmet', 'unknown']), line: z.string() })),
  }),
  /** What became of a feature request of this account. The last entry about a request that names a part of it holds. */
  request: z.strictObject({
    /** The request, as `requestKey` gives it. */
    request: z.string().min(1).max(2000),
    status: z.enum(requestStates).optional(),
    team: line.optional(),
    /** Another request that asks for the same; '' parts them again. */
    same: z.string().max(2000).optional(),
    answer: z.string().max(2000).optional(),
    answeredDay: isoDay.optional(),
  }),
  stage: z.strictObject({ stage: z.string().min(1), day: isoDay, reason: line.optional() }),
  amendment: z.strictObject({ target: z.string().min(1), body: z.record(z.string(), z.unknown()) }),
  retraction: z.strictObject({ target: z.string().min(1), reason: line.optional() }),
} as const;

export type EntryKind = keyof typeof bodySchemas;
export type EntryBody<K extends EntryKind> = z.infer<(typeof bodySchemas)[K]>;

const head = {
  id: z.string().min(1).max(200),
  v: z.literal(1).default(1),
  account: z.string().min(1).max(500),
  at: instant,
  /** Hybrid logical clock in ms: never below that of any entry its writer had seen. Orders the fold. */
  hlc: epochMs.optional(),
  by: z.string().max(200).default(''),
  device: z.string().max(100).default(''),
};

const shape = <K extends EntryKind>(kind: K) => z.strictObject({ ...head, kind: z.literal(kind), body: bodySchemas[kind] });

/** One immutable fact about an account. Never changed once written; see `amendment` and `retraction`. */
export const entrySchema = z.discriminatedUnion('kind', [
  shape('readings'),
  shape('item'),
  shape('touchpoint'),
  shape('snooze'),
  shape('judgement'),
  shape('request'),
  shape('stage'),
  shape('amendment'),
  shape('retraction'),
]);
export type Entry = z.infer<typeof entrySchema>;
export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>;

/** Checks a body alone, for amendments: what a target becomes must still be a body of its kind. */
export function parseBody<K extends EntryKind>(kind: K, body: unknown): EntryBody<K> | null {
  const result = bodySchemas[kind].safeParse(body);
  return result.success ? (result.data as EntryBody<K>) : null;
}
