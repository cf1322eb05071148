import { z } from 'zod';
import { causes, owners, touchpointTypes } from '../account/entry';
import { conditionSchema } from '../conditions/condition-schema';
import { isoDay } from '../iso-day';
import { textSchema } from '../text';
import { metricRoles, playRoles } from './roles';

const id = z.string().regex(/^[a-zA-Z][\w-]*$/, 'an id: letters, digits, - and _');

/** Due day: so many days after (or, negative, before) the contract, the kickoff or the target end. */
const offsetSchema = z.strictObject({
  from: z.enum(['contract', 'kickoff', 'targetEnd', 'onboarded']),
  days: z.number().int(),
  business: z.boolean().optional(),
});
export type Offset = z.infer<typeof offsetSchema>;

const metricSchema = z.strictObject({
  id,
  /** What it is for the engine; without one a metric of that id has the role. */
  role: z.enum(metricRoles).optional(),
  name: textSchema,
  type: z.enum(['number', 'percent', 'date', 'time', 'yesNo', 'text', 'perName']),
  unit: textSchema.optional(),
  /** The share of two other metrics; unknown while either is unknown or the second is zero. */
  ratio: z.strictObject({ of: id, to: id }).optional(),
  /** Which source is used while both are fresh, and why, where page and API differ. */
  prefer: z.strictObject({ source: z.enum(['page', 'api', 'person', 'import']), why: textSchema }).optional(),
  /** Part of the weekly measurement, and so of the freshness rules. */
  weekly: z.boolean().optional(),
  /** Cannot lie in the future: such a value is not believed. */
  past: z.boolean().optional(),
  /** A person states it in the side panel: nothing else will. */
  asked: z.boolean().optional(),
});
export type Metric = z.infer<typeof metricSchema>;

const itemSchema = z.strictObject({
  id,
  name: textSchema,
  required: z.boolean().default(true),
  milestone: z.boolean().optional(),
  due: offsetSchema.optional(),
  /** Ticks the item by itself, and un-ticks it when the value falls back. */
  doneWhen: conditionSchema.optional(),
  /** Speaks of something that happened once: it stays ticked when the value falls back later. */
  once: z.boolean().optional(),
  dependsOn: z.array(id).optional(),
});
export type Item = z.infer<typeof itemSchema>;

const playSchema = z.strictObject({
  id,
  /** What it is for the engine; without one a play of that id has the role. */
  role: z.enum(playRoles).optional(),
  name: textSchema,
  purpose: textSchema.optional(),
  /** How it is held; a play without it is work, not a touchpoint. */
  touchpoint: z.strictObject({ type: z.enum(touchpointTypes), minutes: z.number().int().positive() }).optional(),
  /** Points of the meeting; `ticks`: checklist items that are done once the point was taken up. */
  agenda: z
    .array(z.strictObject({ text: textSchema, minutes: z.number().int().positive().optional(), ticks: z.array(id).optional() }))
    .default([]),
  items: z.array(itemSchema).default([]),
  appliesWhen: conditionSchema.optional(),
  skipWhen: z.strictObject({ when: conditionSchema, reason: textSchema }).optional(),
  /** Plays that come first; until then this one waits and says for what. */
  after: z.array(id).default([]),
  due: offsetSchema.optional(),
  /** Recommended when true; the first sentence whose condition holds is the reason. */
  triggers: z.array(z.strictObject({ when: conditionSchema, reason: textSchema, dueInDays: z.number().int() })).default([]),
  /** Names the people and features that a tailored session should take up. */
  tailor: z.strictObject({ users: id, features: id, when: conditionSchema, reason: textSchema }).optional(),
  /** Scheduled: offered in its turn. On demand: offered by triggers and stalls only. */
  scheduled: z.boolean().default(true),
});
export type Play = z.infer<typeof playSchema>;

const levelSchema = z.strictObject({ when: conditionSchema, claim: textSchema });
const stallSchema = z.strictObject({
  id,
  name: textSchema,
  owner: z.enum(owners),
  cause: z.enum(causes).optional(),
  watch: levelSchema.optional(),
  stall: levelSchema.optional(),
  /** A watch that becomes a stall only while another rule fires as well. */
  stallWithOther: z.boolean().optional(),
  suggests: id.optional(),
  dueInBusinessDays: z.number().int().min(0).default(3),
  /** About the measuring itself and not about the customer. */
  aboutData: z.boolean().optional(),
  /** What is to be done from which day of delay on. */
  escalation: z.array(z.strictObject({ fromDay: z.number().int(), text: textSchema })).optional(),
});
export type StallRule = z.infer<typeof stallSchema>;

const criterionSchema = z.strictObject({ id, name: textSchema, when: conditionSchema, qualitative: z.boolean().optional() });

const segmentSchema = z.strictObject({
  id,
  name: textSchema,
  when: conditionSchema,
  targetDays: z.number().int().positive().optional(),
  thresholds: z.record(z.string(), z.number()).default({}),
  criteria: z.array(criterionSchema).optional(),
  plays: z.array(playSchema).optional(),
  leaveOutPlays: z.array(id).optional(),
});
export type Segment = z.infer<typeof segmentSchema>;

/** What onboarding means here. A version is never edited: publish the next one. */
export const playbookSchema = z.strictObject({
  kido: z.literal('playbook/1'),
  id,
  version: z.number().int().positive(),
  published: isoDay,
  author: z.string().min(1),
  changed: textSchema,
  name: textSchema,
  /** "Onboarded", in words. */
  definition: textSchema,
  /** What the reader must know about the numbers below. */
  aboutNumbers: textSchema,
  targetDays: z.number().int().positive(),
  calendar: z.strictObject({
    weekStart: z.number().int().min(1).max(7),
    weekend: z.array(z.number().int().min(1).max(7)),
    holidays: z.array(isoDay),
    /** ISO weekday by whose end this week's measurement should be in. */
    measureBy: z.number().int().min(1).max(7),
  }),
  /** The metric that holds the contract date, where none has that role. */
  contractMetric: id.optional(),
  thresholds: z.record(z.string(), z.number()),
  metrics: z.array(metricSchema).min(1),
  stages: z.array(z.strictObject({ id, name: textSchema, doneWhen: conditionSchema })).min(1),
  adoption: z.strictObject({ name: textSchema }),
  criteria: z.array(criterionSchema).min(1),
  plays: z.array(playSchema).min(1),
  stalls: z.array(stallSchema),
  segments: z.array(segmentSchema).default([]),
  /** 25th percentile of accounts that completed, by week since contract, per metric. Empty until learned. */
  pace: z.record(z.string(), z.array(z.number().nullable())).default({}),
  causes: z.record(z.enum(causes), textSchema),
  owners: z.record(z.enum(owners), textSchema),
  requestFields: z.array(z.strictObject({ id, name: textSchema })).default([]),
});
export type Playbook = z.infer<typeof playbookSchema>;

/** Metrics that a single value on a page or in a reply can hold: not those that are worked out, nor tables of names. */
export function singleMetrics(playbook: Playbook): Playbook['metrics'] {
  return playbook.metrics.filter((metric) => !metric.ratio && metric.type !== 'perName');
}
