import { messageOf } from '@/lib/core/message-of';
import { type ConsoleFile, parseConsole } from '@/lib/formats/console-file';
import { pageConfigOf } from '@/lib/formats/page-config';
import { NO_ACCOUNT } from '@/lib/messages/message';
import type { ApiTrial, TrialRow } from '@/lib/messages/setup-messages';
import { evaluate } from '@/lib/readers/api/map-reply';
import { askPages } from '@/lib/readers/api/read-api';
import { browserZone } from '@/lib/readers/page/browser-zone';
import { matchAddress } from '@/lib/readers/page/match-address';
import { readFields } from '@/lib/readers/page/read-fields';
import { askingByHand, readAll, requestValues } from './ask-apis';
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
  const row: TrialRow = { address, accountId: null, name: null, problem: null, readings: [] };
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
    }));
    if (page.accountId !== null && console.api.length > 0) row.readings.push(...(await fromApis(kido, console, page.accountId)));
    return row;
  } catch (error) {
    return { ...row, problem: messageOf(error) };
  }
}

/** The newest value of each metric that the APIs give. */
async function fromApis(kido: Kido, console: ConsoleFile, accountId: string): Promise<TrialRow['readings']> {
  const readings = await readAll(kido, console, accountId, askingByHand(kido));
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
  return Promise.all(
    console.api.map(async (api) => {
      try {
        const readings = await readAll(kido, console, accountId, askingByHand(kido), api);
        return { id: api.id, readings: readings.map(({ metric, value, week }) => ({ metric, value, week: week ?? null })), problem: null };
      } catch (error) {
        return { id: api.id, readings: [], problem: messageOf(error) };
      }
    }),
  );
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
    return { pages: await askPages(source, await requestValues(kido, source, accountId), askingByHand(kido)), problem: null };
  } catch (error) {
    return { pages: [], problem: messageOf(error) };
  }
}

/** What a mapping makes of pages. */
export async function mapPages(
  expression: string,
  pages: unknown[],
  accountId: string,
): Promise<{ result: unknown; problem: string | null }> {
  try {
    const result = await evaluate(expression, { pages, body: pages[0], accountId, from: '', to: '' });
    return { result: result === undefined ? null : JSON.parse(JSON.stringify(result)), problem: null };
  } catch (error) {
    return { result: null, problem: messageOf(error) };
  }
}
