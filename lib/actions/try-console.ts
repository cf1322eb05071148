import { accountKey } from '@/lib/core/account/account-key';
import type { Reading } from '@/lib/core/account/reading';
import { messageOf } from '@/lib/core/message-of';
import { isLookup } from '@/lib/formats/api-source';
import { type ConsoleFile, parseConsole } from '@/lib/formats/console-file';
import { pageConfigOf } from '@/lib/formats/page-config';
import { type Heard, NO_ACCOUNT } from '@/lib/messages/message';
import type { ApiTrial, MappedPages, setupMessages, TrialRow } from '@/lib/messages/setup-messages';
import { ApiProblem } from '@/lib/readers/api/api-problem';
import { askPages } from '@/lib/readers/api/read-api';
import { readPages } from '@/lib/readers/api/read-pages';
import { browserZone } from '@/lib/readers/page/browser-zone';
import { matchAddress } from '@/lib/readers/page/match-address';
import { readFields } from '@/lib/readers/page/read-fields';
import { askingByHand } from './ask-apis';
import { askEach, askOne, idsAmong, idsOf, type Question, replySetting, requestValues } from './ask-each';
import type { Kido } from './kido';
import { locateAt } from './probes';

/** Reads accounts as a console says, each in a tab of its own. Nothing of it is written. */
export async function tryConsole(kido: Kido, data: unknown, addresses: string[]): Promise<{ errors: string[]; rows: TrialRow[] }> {
  const parsed = parseConsole(data);
  if (!parsed.console) return { errors: parsed.errors, rows: [] };
  const rows: TrialRow[] = [];
  for (const address of addresses) rows.push(await tryOne(kido, parsed.console, address));
  return { errors: [], rows };
}

async function tryOne(kido: Kido, console: ConsoleFile, address: string): Promise<TrialRow> {
  const row: TrialRow = { address, accountId: null, name: null, problem: null, readings: [], apis: [] };
  try {
    if (!matchAddress(console, address)) return { ...row, problem: 'not an account page by these patterns' };
    const config = pageConfigOf(console);
    const page = await locateAt(kido, address, config);
    if (page.refused !== null || !page.isRecord) return { ...row, problem: page.refused ?? NO_ACCOUNT };
    const read = readFields(page.fields, config, { now: kido.host.now(), browserZone: browserZone() });
    row.accountId = page.accountId;
    row.name = page.name;
    row.readings = read.map(({ metric, value, problem }, at) => ({
      metric,
      value: value ?? null,
      shown: page.fields[at]?.shown ?? null,
      problem,
      source: 'page',
      weeks: null,
    }));
    if (page.accountId === null || console.api.length === 0) return row;
    const trial = await fromApis(kido, { console, accountId: page.accountId, ids: idsAmong(read), asking: askingByHand(kido) });
    return { ...row, readings: [...row.readings, ...trial.readings], apis: trial.apis };
  } catch (error) {
    return { ...row, problem: messageOf(error) };
  }
}

/** The newest value of each metric that the APIs give, with how many weeks came, and what is wrong with their replies. */
async function fromApis(kido: Kido, question: Question): Promise<Pick<TrialRow, 'readings' | 'apis'>> {
  try {
    const told = await askEach(kido, question);
    const readings = told.flatMap(({ readings: all, weeks }) => newest(all).map((one) => ({ ...one, weeks: weeks[one.metric] ?? null })));
    return { readings, apis: told.flatMap(({ api, problems }) => problems.map((one) => ({ api, kind: null, message: '', part: one }))) };
  } catch (error) {
    const kind = error instanceof ApiProblem ? error.kind : null;
    return { readings: [], apis: [{ api: '', kind, message: messageOf(error), part: null }] };
  }
}

function newest(readings: Reading[]): Omit<TrialRow['readings'][number], 'weeks'>[] {
  const latest = new Map(readings.toSorted((a, b) => ((a.week ?? '9') < (b.week ?? '9') ? -1 : 1)).map((one) => [one.metric, one]));
  return [...latest.values()].map(({ metric, value, problem }) => ({
    metric,
    value: value ?? null,
    shown: null,
    problem: problem ?? null,
    source: 'api',
  }));
}

/** Asks every API of a console about an account, to see what comes. */
export async function tryApis(kido: Kido, data: unknown, accountId: string): Promise<ApiTrial[]> {
  const { console, errors } = parseConsole(data);
  if (!console) throw new Error(errors[0]);
  const question = await byHand(kido, console, accountId);
  return Promise.all(
    console.api.map(async (api) => {
      try {
        const { readings, problems, weeks } = await askOne(kido, question, api);
        return { id: api.id, readings: readings.map(trialOf), problems, weeks, problem: null };
      } catch (error) {
        return { id: api.id, readings: [], problems: [], weeks: {}, problem: messageOf(error) };
      }
    }),
  );
}

/** A question of a person who sets an API up: other ids of the account are those remembered, or that its APIs give. */
async function byHand(kido: Kido, console: ConsoleFile, accountId: string): Promise<Question> {
  const { folded } = await kido.keeper.account(accountKey({ console: console.id, id: accountId }));
  const question = { console, accountId, ids: idsOf(console, folded, kido.host.now(), true), asking: askingByHand(kido) };
  const lookups = console.api.filter(isLookup);
  if (lookups.length === 0) return question;
  const told = await askEach(kido, { ...question, console: { ...console, api: lookups } }).catch(() => []);
  return { ...question, ids: { ...question.ids, ...idsAmong(told.flatMap((one) => one.readings)) } };
}

/** The pages of an API's reply as they came. */
export async function fetchReply(
  kido: Kido,
  { console: data, api, accountId }: { console: unknown; api: number; accountId: string },
): Promise<{ pages: unknown[]; problem: string | null }> {
  const parsed = parseConsole(data);
  if (!parsed.console) return { pages: [], problem: parsed.errors[0] ?? 'not readable' };
  const source = parsed.console.api[api];
  if (!source) return { pages: [], problem: 'no such API' };
  try {
    const { ids, asking } = await byHand(kido, parsed.console, accountId);
    return { pages: await askPages(source, { ...(await requestValues(kido, source, accountId)), ids }, asking), problem: null };
  } catch (error) {
    return { pages: [], problem: messageOf(error) };
  }
}

/** A reading as a dry run shows it. */
function trialOf({ metric, value, week, problem }: Reading) {
  return { metric, value, week: week ?? null, problem: problem ?? null };
}

/** What a mapping makes of pages, read and checked as it will be from now on. @param next how the next page is named, if at all */
export async function mapPages(
  kido: Kido,
  { expression, pages, accountId, next, locale, zone }: Heard<typeof setupMessages, 'reply.map'>,
): Promise<MappedPages> {
  try {
    const setting = await replySetting(kido, { locale: locale ?? 'en-US', zone: zone ?? 'browser', fields: [] });
    const source = { map: expression, ...(next && { paging: { next, maxPages: pages.length } }) };
    const { readings, problems, weeks } = await readPages(source, { pages, accountId, from: '', to: '' }, setting, '');
    return { readings: readings.map(trialOf), problems, weeks, problem: null };
  } catch (error) {
    return { readings: [], problems: [], weeks: {}, problem: messageOf(error) };
  }
}
