import { z } from 'zod';
import { causes, owners, touchpointTypes } from '../account/entry';
import { asks, conditionSchema } from '../conditions/condition-schema';
import { isoDay } from '../iso-day';
import { textSchema } from '../text-schema';
import { metricRoles, playRoles } from './roles';

/** Days by which something may be due before or after: ten years. */
const MOST_DAYS = 3660;
const someDays = z.number().int().min(-MOST_DAYS).max(MOST_DAYS);
const minutes = z.number().int().positive().max(1440);

const id = z.string().regex(/^[a-zA-Z][\w-]*$/, 'an id: letters, digits, - and _');

/** Due day: so many days after (or, negative, before) the contract, the kickoff or the target end. */
const offsetSchema = z.strictObject({
  from: z.enum(['contract', 'kickoff', 'targetEnd', 'onboarded']),
  days: someDays,
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

/** A share that is part of itself would have no value, and looking for it no end. */
function noCircles(metrics: Metric[], context: z.RefinementCtx): void {
  const parts = new Map(metrics.map((metric) => [metric.id, metric.ratio ? [metric.ratio.of, metric.ratio.to] : []]));
  const leadsTo = (from: string, wanted: string, seen: Set<string>): boolean =>
    (parts.get(from) ?? []).some((part) => part === wanted || (!seen.has(part) && leadsTo(part, wanted, seen.add(part))));
  metrics.forEach((metric, at) => {
    if (leadsTo(metric.id, metric.id, new Set()))
      context.addIssue({ code: 'custom', path: [at, 'ratio'], message: `"${metric.id}" is a share of itself` });
  });
}

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
  touchpoint: z.strictObject({ type: z.enum(touchpointTypes), minutes }).optional(),
  /** Points of the meeting; `ticks`: checklist items that are done once the point was taken up. */
  agenda: z.array(z.strictObject({ text: textSchema, minutes: minutes.optional(), ticks: z.array(id).optional() })).default([]),
  items: z.array(itemSchema).max(100).default([]),
  appliesWhen: conditionSchema.optional(),
  skipWhen: z.strictObject({ when: conditionSchema, reason: textSchema }).optional(),
  /** Plays that come first; until then this one waits and says for what. */
  after: z.array(id).default([]),
  due: offsetSchema.optional(),
  /** Recommended when true; the first sentence whose condition holds is the reason. */
  triggers: z.array(z.strictObject({ when: conditionSchema, reason: textSchema, dueInDays: someDays })).default([]),
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
  dueInBusinessDays: z.number().int().min(0).max(MOST_DAYS).default(3),
  /** About the measuring itself and not about the customer. */
  aboutData: z.boolean().optional(),
  /** What is to be done from which day of delay on. */
  escalation: z.array(z.strictObject({ fromDay: someDays, text: textSchema })).optional(),
});
export type StallRule = z.infer<typeof stallSchema>;

const criterionSchema = z.strictObject({
  id,
  name: textSchema,
  when: conditionSchema.refine((when) => !asks(when, 'criteriaMet'), 'a criterion cannot wait for the criteria'),
  qualitative: z.boolean().optional(),
});

const segmentSchema = z.strictObject({
  id,
  name: textSchema,
  when: conditionSchema,
  targetDays: z.number().int().positive().max(MOST_DAYS).optional(),
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
  targetDays: z.number().int().positive().max(MOST_DAYS),
  calendar: z.strictObject({
    weekStart: z.number().int().min(1).max(7),
    // A week in which nobody works would have no next business day.
    weekend: z.array(z.number().int().min(1).max(7)).max(6),
    holidays: z.array(isoDay).max(5000),
    /** ISO weekday by whose end this week's measurement should be in. */
    measureBy: z.number().int().min(1).max(7),
  }),
  /** The metric that holds the contract date, where none has that role. */
  contractMetric: id.optional(),
  thresholds: z.record(z.string(), z.number()),
  metrics: z.array(metricSchema).min(1).max(1000).superRefine(noCircles),
  stages: z
    .array(z.strictObject({ id, name: textSchema, doneWhen: conditionSchema }))
    .min(1)
    .max(50),
  adoption: z.strictObject({ name: textSchema }),
  criteria: z.array(criterionSchema).min(1).max(100),
  plays: z.array(playSchema).min(1).max(50),
  stalls: z.array(stallSchema).max(300),
  segments: z.array(segmentSchema).max(50).default([]),
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
