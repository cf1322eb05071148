import { z } from 'zod';
import { problemText } from '@/lib/core/account/problem';
import { type Reading, readingSchema } from '@/lib/core/account/reading';
import { describeIssue } from '@/lib/core/describe-issue';
import { ID_METRIC } from '@/lib/formats/account-ids';
import { parses } from '@/lib/formats/field-schema';
import type { ParseSetting } from '../page/parse/parsed';
import { compileMapping } from './compile-mapping';
import type { RequestValues } from './fill-request';
import { mappingParts } from './mapping-parts';
import type { MetricTypes } from './metric-types';
import { readWeek } from './read-time';
import { readValue, seen } from './read-value';
import type { ReplyProblem } from './reply-problem';

/** What a mapping gives, before its values are read: they may be anything. */
const mappedSchema = z.array(
  readingSchema.omit({ source: true, value: true, week: true }).extend({
    value: z.unknown().optional(),
    week: z.unknown().optional(),
    where: z.string().max(500).optional(),
    /** How a text is read where the metric's type does not tell: `first` and `second` of `6 / 8`. */
    parse: z.enum(parses).optional(),
  }),
);
type Mapped = z.infer<typeof mappedSchema>[number];

/** How the values of a reply are read; nothing is taken from globals. `now` is also when readings were seen. */
export interface ReplySetting extends ParseSetting {
  types: MetricTypes;
}

/** What a mapping sees: every page of the reply, one of them by a short name, and what was asked. */
export interface ReplyInput extends RequestValues {
  pages: unknown[];
  body: unknown;
}

const MOST_READINGS = 5000;
const LONGEST_WHERE = 500;

/** A mapping made more of a reply than one account can have to tell. */
export class TooManyReadings extends Error {}

/**
 * Turns a reply's pages into readings with a JSONata expression. One that looks at `pages` sees all of them at once; any
 * other speaks of one page by `body`, and is asked of each: no page is passed over.
 * @returns readings page after page, not yet compared with each other, what cannot be placed, and what is told by week
 * @throws Error that names the place: in the expression, or in what it gave; TooManyReadings
 */
export async function mapReply(
  expression: string,
  asked: RequestValues & { pages: unknown[] },
  setting: ReplySetting,
  where: string,
): Promise<{ readings: Reading[]; problems: ReplyProblem[]; weekly: string[] }> {
  const compiled = await compiledOf(expression);
  const { usesPages, names, weeksOfBody } = mappingParts(compiled.ast());
  const bodies = usesPages || asked.pages.length === 0 ? asked.pages.slice(0, 1) : asked.pages;
  const rows: Mapped[] = [];
  for (const body of bodies.length > 0 ? bodies : [undefined]) {
    const result = await run(compiled, { ...asked, body } satisfies ReplyInput);
    const list = result === undefined ? [] : Array.isArray(result) ? [...result] : [result];
    if (rows.length + list.length > MOST_READINGS) throw new TooManyReadings(`more than ${MOST_READINGS} readings`);
    const parsed = mappedSchema.safeParse(list);
    if (!parsed.success) throw new Error(`mapping result${describeIssue(parsed.error.issues[0])}`);
    rows.push(...parsed.data);
  }
  const passedOver = usesPages && asked.pages.length > 1 ? weeksOfBody : [];
  const problems = passedOver.map((metric): ReplyProblem => ({ code: 'more pages', metric, detail: `1 < ${asked.pages.length}` }));
  const momentary = new Set(names.filter((one) => !one.weekly).map((one) => one.metric));
  const byWeek = new Set(names.filter((one) => one.weekly && !momentary.has(one.metric)).map((one) => one.metric));
  const readings = rows.flatMap((row): Reading[] => {
    const week = weekOf(row, byWeek.has(row.metric), setting);
    if (week.problem === null) return [readRow(row, week.value, setting, row.where ?? where)];
    problems.push({ code: 'not a week', metric: row.metric, detail: week.problem });
    return [];
  });
  const missing = missingOf(names, readings);
  for (const { metric, weekly } of missing) {
    problems.push({ code: weekly ? 'no rows' : 'not in the reply', metric, detail: '' });
    if (!readings.some((one) => one.metric === metric)) readings.push(unknown(metric, weekly, setting, where));
  }
  const weekly = [...new Set([...names.filter((one) => one.weekly), ...readings.filter((one) => one.week)].map((one) => one.metric))];
  return { readings, problems: [...problems, ...strangers(readings, setting)], weekly };
}

function readRow(row: Mapped, week: string | null, setting: ReplySetting, where: string): Reading {
  const { metric, unit, problem, parse } = row;
  const type = setting.types.get(metric) ?? null;
  const seenAt = row.seenAt ?? setting.now;
  const read = isAhead(week, setting.now)
    ? { value: null, problem: problemText('in the future', week ?? '') }
    : readValue(row.value, parse && type !== 'text' ? parse : type, setting);
  const given = read.value === null && problem ? problem : read.problem;
  return {
    metric,
    value: read.value,
    ...(unit != null && { unit }),
    source: 'api' as const,
    where: where.slice(0, LONGEST_WHERE),
    seenAt,
    ...(week !== null && { week }),
    ...(given !== null && { problem: given }),
  };
}

/**
 * The first day of the row's week; null for a value of the moment.
 * @param always whether the mapping gives this metric by week only: a row whose week is missing is no value of the moment
 */
function weekOf(
  { week }: Mapped,
  always: boolean,
  setting: ReplySetting,
): { value: string | null; problem: null } | { value: null; problem: string } {
  if (week == null) return always ? { value: null, problem: seen(week) } : { value: null, problem: null };
  const read = readWeek(week, setting);
  return read.problem === null ? read : { value: null, problem: seen(week) };
}

/** Zones differ by a day at most. */
function isAhead(week: string | null, now: number): boolean {
  return week !== null && Date.parse(week) > now + 86_400_000;
}

/** Metrics that a mapping names and of which nothing came, each once. */
function missingOf(names: { metric: string; weekly: boolean }[], readings: Reading[]): { metric: string; weekly: boolean }[] {
  const missing = names.filter(({ metric, weekly }) => !readings.some((one) => one.metric === metric && Boolean(one.week) === weekly));
  return missing.filter((one, at) => missing.findIndex((other) => other.metric === one.metric && other.weekly === one.weekly) === at);
}

function unknown(metric: string, weekly: boolean, { now }: ReplySetting, where: string): Reading {
  const problem = problemText(weekly ? 'no rows' : 'not in the reply');
  return { metric, value: null, source: 'api', where: where.slice(0, LONGEST_WHERE), seenAt: now, problem };
}

/** Metrics that neither playbook nor console knows: nothing says how they are read, and no rule uses them. */
function strangers(readings: Reading[], { types }: ReplySetting): ReplyProblem[] {
  const names = new Set(readings.map((one) => one.metric).filter((metric) => !types.has(metric) && !metric.startsWith(ID_METRIC)));
  return names.size === 0 || types.size === 0
    ? []
    : [{ code: 'not in the playbook', metric: null, detail: [...names].join(', ').slice(0, 200) }];
}

type Compiled = Awaited<ReturnType<typeof compileMapping>>;

/**
 * Evaluates JSONata within limits of time, depth and size.
 * @throws Error that carries the character at which it happened
 */
export async function evaluate(expression: string, input: unknown): Promise<unknown> {
  return run(await compiledOf(expression), input);
}

async function compiledOf(expression: string): Promise<Compiled> {
  return compileMapping(expression).catch((error) => {
    throw placed(error);
  });
}

/** What was asked has names of its own: inside a filter `accountId` would be a row's. */
function namesIn(input: unknown): Record<string, unknown> {
  const { accountId, from, to, ids } = (input ?? {}) as Partial<RequestValues>;
  return { accountId, from, to, ids };
}

async function run(compiled: Compiled, input: unknown): Promise<unknown> {
  try {
    return await compiled.evaluate(input, namesIn(input));
  } catch (error) {
    throw placed(error);
  }
}

function placed(error: unknown): Error {
  const { message, position } = error as { message?: string; position?: number };
  return new Error(`mapping, character ${position ?? '?'}: ${message ?? 'not readable'}`);
}
