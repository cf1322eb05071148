import { parseAccountKey } from '@/lib/core/account/account-key';
import type { Reading } from '@/lib/core/account/reading';
import { whatToWrite } from '@/lib/core/account/what-to-write';
import { dayAt, formatDay, parseDay, weekOf } from '@/lib/core/day';
import type { ConsoleFile } from '@/lib/formats/console-file';
import { hostPattern } from '@/lib/formats/host-pattern';
import { ApiProblem } from '@/lib/readers/api/api-problem';
import type { Asking } from '@/lib/readers/api/ask';
import { fewerThan } from '@/lib/readers/api/merge-readings';
import type { ReplyProblem } from '@/lib/readers/api/reply-problem';
import { secretFor } from '@/lib/store/secrets';
import { askEach, idsOf, type Told } from './ask-each';
import { apiAskedAt, askedIds, type LastWeeks, lastWeeks, noteFresh, partTrouble, troubleOf } from './fresh';
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
    const ids = idsOf(console, (await kido.keeper.account(account)).folded, host.now(), again);
    await noteFresh(kido, account, { askedIds: ids });
    const told = await askEach(kido, { console, accountId: name.id, ids, asking: askingFor(kido, account) });
    const problems = [...told.flatMap((one) => one.problems), ...(await fewer(kido, account, told))].filter(isForPanel);
    const weeks: LastWeeks = {};
    for (const { weeks: spans, from } of told)
      for (const [metric, { count }] of Object.entries(spans)) weeks[metric] = { count, asked: from };
    const problem = problems.length > 0 ? partTrouble(problems, hostOf(console), host.now()) : null;
    await noteFresh(kido, account, { apiAt: host.now(), problem, weeks });
    const readings = told.flatMap((one) => one.readings);
    const written = await store(kido, account, readings, except);
    if (!written) await kido.keeper.publish(account, except);
  } catch (error) {
    if (error instanceof Unwanted) return;
    const problem = error instanceof ApiProblem ? error : new ApiProblem('malformed', 'the API could not be read', console.name);
    await noteFresh(kido, account, { problem: troubleOf(problem, host.now()) });
    await kido.keeper.publish(account, except);
  }
}

/** A metric that nobody knows is a matter of setting up. */
const isForPanel = ({ code }: ReplyProblem) => code !== 'not in the playbook';

const hostOf = ({ api }: ConsoleFile) => [...new Set(api.map((one) => new URL(one.request.url).host))].join(', ');

/** Metrics of which fewer weeks came than last time, or than the journal has from the first that came on. */
async function fewer(kido: Kido, account: string, told: Told[]): Promise<ReplyProblem[]> {
  const [{ written }, last] = await Promise.all([kido.keeper.account(account), lastWeeks(kido, account)]);
  return told.flatMap((one) => {
    const before = new Map<string, { count: number }>();
    for (const metric of one.metrics) {
      const from = one.weeks[metric]?.from ?? one.from;
      const known = [...(written.metrics.get(metric)?.weeks ?? [])].filter(
        ([week, readings]) => formatDay(week) >= from && readings.some((reading) => reading.source === 'api'),
      );
      before.set(metric, { count: Math.max(known.length, expected(last[metric], one.from)) });
    }
    return fewerThan(one.weeks, Object.fromEntries(before));
  });
}

/** Weeks that came last time, without those that since lie before what is asked for. */
function expected(last: LastWeeks[string] | undefined, from: string): number {
  return last ? last.count - Math.max(0, ((parseDay(from) ?? 0) - (parseDay(last.asked) ?? 0)) / 7) : 0;
}

/**
 * The page told other ids of an account than those with which its APIs were last asked, or some for the first time: they
 * are asked again.
 */
export async function askWithNewIds(kido: Kido, account: string, tab: number | null): Promise<void> {
  const console = await consoleOf(kido, account);
  if (!console?.account.ids) return;
  await underWay.get(account);
  const before = await askedIds(kido, account);
  if (before === null) return;
  const { folded } = await kido.keeper.account(account);
  const onPage = Object.keys(console.account.ids);
  const ids = idsOf(console, folded, kido.host.now(), false);
  if (onPage.some((name) => ids[name] !== before[name])) await askApis(kido, account, true, tab);
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
