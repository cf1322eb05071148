import type { Account } from '@/lib/core/account/fold-account';
import type { ReadingValue } from '@/lib/core/account/reading';
import { dayAt } from '@/lib/core/day';
import { ID_METRIC, idsWanted, inOrder } from '@/lib/formats/account-ids';
import { type ApiSource, isLookup } from '@/lib/formats/api-source';
import type { ConsoleFile } from '@/lib/formats/console-file';
import { ApiProblem } from '@/lib/readers/api/api-problem';
import type { Asking } from '@/lib/readers/api/ask';
import { type RequestValues, spanAsked } from '@/lib/readers/api/fill-request';
import type { ReplySetting } from '@/lib/readers/api/map-reply';
import { readApi } from '@/lib/readers/api/read-api';
import type { ApiReply } from '@/lib/readers/api/reply-problem';
import { settingOf, type WritesReplies } from '@/lib/readers/api/reply-setting';
import type { Kido } from './kido';

/** Other ids of an account by name. */
export type AccountIds = Record<string, string>;

/** One account to ask about. `ids`: what is remembered or stands on its page. */
export interface Question {
  console: ConsoleFile;
  accountId: string;
  ids: AccountIds;
  asking: Asking;
}

/** What an API said, which one it was, from which day on it was asked, and what it may tell by week. */
export type Told = ApiReply & { api: string; from: string };

/**
 * Asks the APIs of a console about one account, each after those that give it ids. An API that only gives ids is asked
 * where one of them is not known yet, and again where another then does not know the account: ids change.
 * @throws ApiProblem of the first that fails
 */
export async function askEach(kido: Kido, question: Question): Promise<Told[]> {
  const { console } = question;
  const told: Told[] = [];
  let { ids } = question;
  const ask = async (api: ApiSource) => {
    const reply = await askOne(kido, { ...question, ids }, api);
    told.push(reply);
    ids = withIds(ids, reply.ids);
  };
  const renewed = new Set<ApiSource>();
  for (const api of inOrder(console.api, Object.keys(console.account.ids ?? {})).order) {
    if (isLookup(api) && Object.keys(api.ids ?? {}).every((name) => name in ids)) continue;
    if (isLookup(api)) renewed.add(api);
    try {
      await ask(api);
    } catch (error) {
      const before = JSON.stringify(ids);
      for (const lookup of isStale(error) ? lookupsFor(console, api) : []) {
        if (!renewed.has(lookup)) await ask(lookup);
        renewed.add(lookup);
      }
      if (JSON.stringify(ids) === before) throw error;
      await ask(api);
    }
  }
  return told;
}

/** Asks one API about one account. @throws ApiProblem */
export async function askOne(kido: Kido, { console, accountId, ids, asking }: Question, api: ApiSource): Promise<Told> {
  const values = await requestValues(kido, api, accountId);
  const reply = await readApi(api, { ...values, ids }, await replySetting(kido, console), asking);
  return { ...reply, api: api.id, from: values.from };
}

const isStale = (error: unknown) => error instanceof ApiProblem && (error.kind === 'unknownAccount' || error.kind === 'otherAccount');

/** APIs that give ids which an API wants, the surest order first. */
function lookupsFor({ api: apis, account }: ConsoleFile, api: ApiSource): ApiSource[] {
  const wanted = idsWanted(api);
  return inOrder(apis, Object.keys(account.ids ?? {})).order.filter(
    (one) => isLookup(one) && Object.keys(one.ids ?? {}).some((name) => wanted.includes(name)),
  );
}

/** Ids as a reply changes them: one that it no longer gives is not known any more. */
function withIds(ids: AccountIds, given: ApiReply['ids']): AccountIds {
  const gone = new Set(Object.keys(given).filter((name) => given[name] === null));
  const kept = Object.entries(ids).filter(([name]) => !gone.has(name));
  return Object.fromEntries([...kept, ...Object.entries(given).filter(([, id]) => id !== null)]) as AccountIds;
}

/** What a request template may name, for an account as of now. */
export async function requestValues(kido: Kido, api: ApiSource, accountId: string): Promise<RequestValues> {
  const { zone, playbook } = await kido.standpoint.now();
  return { accountId, ...spanAsked(api.weeks, dayAt(kido.host.now(), zone), playbook.calendar.weekStart) };
}

/** How the values of a console's replies are read. */
export async function replySetting(kido: Kido, console: WritesReplies): Promise<ReplySetting> {
  const { playbook } = await kido.standpoint.now();
  return settingOf(console, playbook.metrics, kido.host.now());
}

const DAY_MS = 86_400_000;

/**
 * An account's other ids as they were last read; one whose last word is that it is unknown is not among them. One that an
 * API was asked for is good for a day: behind an old id there may be another account by now, or none.
 * @param anew asked for by hand: what an API gives is looked up again
 */
export function idsOf({ api }: ConsoleFile, account: Account, now: number, anew: boolean): AccountIds {
  const lookedUp = new Set(api.filter(isLookup).flatMap((one) => Object.keys(one.ids ?? {})));
  const last = [...account.metrics].flatMap(([metric, { moments }]) => (metric.startsWith(ID_METRIC) ? moments.slice(-1) : []));
  return idsAmong(last.filter(({ metric, seenAt }) => !lookedUp.has(metric.slice(ID_METRIC.length)) || (!anew && now - seenAt < DAY_MS)));
}

/** The account's other ids among readings. */
export function idsAmong(readings: { metric: string; value?: ReadingValue }[]): AccountIds {
  return Object.fromEntries(
    readings.flatMap(({ metric, value }) =>
      metric.startsWith(ID_METRIC) && (typeof value === 'string' || typeof value === 'number')
        ? [[metric.slice(ID_METRIC.length), String(value)]]
        : [],
    ),
  );
}
