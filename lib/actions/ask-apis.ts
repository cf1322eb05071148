import { parseAccountKey } from '@/lib/core/account/account-key';
import type { Reading } from '@/lib/core/account/reading';
import { whatToWrite } from '@/lib/core/account/what-to-write';
import { dayAt, formatDay, weekOf } from '@/lib/core/day';
import type { ApiSource } from '@/lib/formats/api-source';
import type { ConsoleFile } from '@/lib/formats/console-file';
import { hostPattern } from '@/lib/formats/host-pattern';
import { ApiProblem } from '@/lib/readers/api/api-problem';
import type { Asking } from '@/lib/readers/api/ask';
import type { RequestValues } from '@/lib/readers/api/fill-request';
import { readApi } from '@/lib/readers/api/read-api';
import { secretFor } from '@/lib/store/secrets';
import { apiAskedAt, noteFresh, troubleOf } from './fresh';
import type { Kido } from './kido';
import { consoleOf } from './read-page';
import { tabsOf } from './shown-tabs';

const underWay = new Map<string, Promise<void>>();

/**
 * Asks the console's APIs about an account, unless they were asked a short while ago. Readings are stored under the
 * account that was asked about, whatever the tab shows by then.
 * @param again asked for by hand: ask now
 */
export async function askApis(kido: Kido, account: string, again: boolean, except: number | null): Promise<void> {
  let run = underWay.get(account);
  if (!run) {
    run = askAll(kido, account, again, except).finally(() => underWay.delete(account));
    underWay.set(account, run);
  }
  await run;
}

async function askAll(kido: Kido, account: string, again: boolean, except: number | null): Promise<void> {
  const { host } = kido;
  const name = parseAccountKey(account);
  const console = await consoleOf(kido, account);
  if (!name || !console || console.api.length === 0) return;
  const refresh = Math.min(...console.api.map((api) => api.refreshMinutes)) * 60_000;
  const asked = await apiAskedAt(kido, account);
  if (!again && asked !== null && host.now() - asked < refresh) return;
  try {
    const readings = await readAll(kido, console, name.id, askingFor(kido, account));
    await noteFresh(kido, account, { apiAt: host.now(), problem: null });
    const written = await store(kido, account, readings, except);
    if (!written) await kido.keeper.publish(account, except);
  } catch (error) {
    if (error instanceof Unwanted) return;
    const problem = error instanceof ApiProblem ? error : new ApiProblem('malformed', 'the API could not be read', console.name);
    await noteFresh(kido, account, { problem: troubleOf(problem, host.now()) });
    await kido.keeper.publish(account, except);
  }
}

/** Asks every API of a console about one account. */
export async function readAll(kido: Kido, console: ConsoleFile, accountId: string, asking: Asking, only?: ApiSource): Promise<Reading[]> {
  const lists: Reading[][] = [];
  for (const api of only ? [only] : console.api)
    lists.push(await readApi(api, await requestValues(kido, api, accountId), kido.host.now(), asking));
  return lists.flat();
}

/** What a request template may name, for an account as of now. */
export async function requestValues(kido: Kido, api: ApiSource, accountId: string): Promise<RequestValues> {
  const { zone, playbook } = await kido.standpoint.now();
  const today = dayAt(kido.host.now(), zone);
  const from = formatDay(weekOf(today, playbook.calendar.weekStart) - 7 * api.weeks);
  return { accountId, from, to: formatDay(today) };
}

/** Asking by hand, for a person who sets an API up: nobody's tab is waited for. */
export function askingByHand({ host }: Kido): Asking {
  return {
    fetch: (...request) => host.fetch(...request),
    wait: (ms) => host.wait(ms),
    random: () => host.random(),
    now: () => host.now(),
    secret: secretFor,
    mayAsk: (url) => host.access.has([hostPattern(url)]),
  };
}

async function store(kido: Kido, account: string, readings: Reading[], except: number | null): Promise<boolean> {
  const { zone, playbook } = await kido.standpoint.now();
  const lastWeek = weekOf(dayAt(kido.host.now(), zone), playbook.calendar.weekStart) - 7;
  const { written } = await kido.keeper.note(
    account,
    ({ written: known }) => {
      const { write: news } = whatToWrite(known, readings, kido.host.now(), lastWeek);
      return news.length > 0 ? [{ kind: 'readings', body: { readings: news } }] : [];
    },
    except,
  );
  return written.length > 0;
}

/** Nobody looks at the account any more: the queue of a slow API must not fill with yesterday's clicks. */
class Unwanted extends Error {}

function askingFor(kido: Kido, account: string): Asking {
  const byHand = askingByHand(kido);
  const stillWanted = async () => {
    if ((await tabsOf(kido.session, account)).length === 0) throw new Unwanted();
  };
  return {
    ...byHand,
    fetch: async (...request) => {
      await stillWanted();
      return byHand.fetch(...request);
    },
    wait: async (ms) => {
      await byHand.wait(ms);
      await stillWanted();
    },
  };
}
