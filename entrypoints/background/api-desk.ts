import { parseAccountKey } from '@/lib/core/account/account-key';
import { foldAccount } from '@/lib/core/account/fold-account';
import type { Reading } from '@/lib/core/account/reading';
import { whatToWrite } from '@/lib/core/account/what-to-write';
import { dayAt, formatDay, weekOf } from '@/lib/core/day';
import { ApiProblem, type ApiSource } from '@/lib/readers/api/api-source';
import type { Asking } from '@/lib/readers/api/ask';
import type { RequestValues } from '@/lib/readers/api/fill-request';
import { readApi } from '@/lib/readers/api/read-api';
import type { ConsoleFile } from '@/lib/settings/console-file';
import { readConsoles, readSecret } from '@/lib/settings/settings-store';
import { entriesOf } from '@/lib/store/journal';
import { settingNow } from './desk';
import { apiAskedAt, noteFreshness, problemNote } from './freshness';
import { tabsOf } from './tabs';
import { entry, publish, write } from './write';

const underWay = new Map<string, Promise<void>>();

/**
 * Asks the console's APIs about an account, unless they were asked a short while ago. Readings are stored under the
 * account that was asked about, whatever the tab shows by then.
 * @param again asked for by hand: ask now
 */
export async function askApis(account: string, again: boolean): Promise<void> {
  let run = underWay.get(account);
  if (!run) {
    run = work(account, again).finally(() => underWay.delete(account));
    underWay.set(account, run);
  }
  await run;
}

async function work(account: string, again: boolean): Promise<void> {
  const name = parseAccountKey(account);
  const console = (await readConsoles()).find((one) => one.console.id === name?.console)?.console;
  if (!name || !console || console.api.length === 0) return;
  const refresh = Math.min(...console.api.map((api) => api.refreshMinutes)) * 60_000;
  const asked = await apiAskedAt(account);
  if (!again && asked !== null && Date.now() - asked < refresh) return;
  try {
    const readings = await readAll(console, name.id, asking(account));
    await store(account, readings);
    await noteFreshness(account, { apiAt: Date.now(), problem: null });
  } catch (error) {
    if (error instanceof Unwanted) return;
    const problem = error instanceof ApiProblem ? error : new ApiProblem('malformed', 'the API could not be read', console.name);
    await noteFreshness(account, { problem: problemNote(problem, Date.now()) });
  }
  await publish(account);
}

/** Asks every API of a console about one account. */
export async function readAll(console: ConsoleFile, accountId: string, asking: Asking, only?: ApiSource): Promise<Reading[]> {
  const lists: Reading[][] = [];
  for (const api of only ? [only] : console.api) lists.push(await readApi(api, await requestValues(api, accountId), Date.now(), asking));
  return lists.flat();
}

/** What a request template may name, for an account as of now. */
export async function requestValues(api: ApiSource, accountId: string): Promise<RequestValues> {
  const { s } = await settingNow();
  const today = dayAt(s.now, s.zone);
  const from = formatDay(weekOf(today, s.playbook.calendar.weekStart) - 7 * api.weeks);
  return { accountId, from, to: formatDay(today) };
}

/** Asking by hand, for a person who sets an API up: nobody's tab is waited for. */
export const askingByHand: Asking = {
  fetch: (...request) => fetch(...request),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
  secret: readSecret,
};

async function store(account: string, readings: Reading[]): Promise<void> {
  const { s } = await settingNow();
  const known = foldAccount(account, await entriesOf(account));
  const lastWeek = weekOf(dayAt(s.now, s.zone), s.playbook.calendar.weekStart) - 7;
  const { write: news } = whatToWrite(known, readings, Date.now(), lastWeek);
  if (news.length) await write(account, [await entry('readings', account, { readings: news })]);
}

/** Nobody looks at the account any more: the queue of a slow API must not fill with yesterday's clicks. */
class Unwanted extends Error {}

function asking(account: string): Asking {
  return {
    fetch: async (...request) => {
      if ((await tabsOf(account)).length === 0) throw new Unwanted();
      return fetch(...request);
    },
    wait: async (ms) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      if ((await tabsOf(account)).length === 0) throw new Unwanted();
    },
    random: Math.random,
    secret: readSecret,
  };
}
