import { fileURLToPath } from 'node:url';
import { parseProblem } from '@/lib/core/account/problem';
import type { Reading } from '@/lib/core/account/reading';
import { dayAt } from '@/lib/core/day';
import { messageOf } from '@/lib/core/message-of';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import { type ApiSource, isLookup } from '@/lib/formats/api-source';
import type { ConsoleFile } from '@/lib/formats/console-file';
import { readConsoleText } from '@/lib/formats/read-json';
import { ApiProblem } from '@/lib/readers/api/api-problem';
import { fillUrl, type RequestValues, spanAsked } from '@/lib/readers/api/fill-request';
import { readPages } from '@/lib/readers/api/read-pages';
import { settingOf } from '@/lib/readers/api/reply-setting';
import { readJsonFile, readText } from './files';
import { Mistake, readOptions } from './options';

const DEFAULT = fileURLToPath(new URL('../../public/playbooks/default.json', import.meta.url));
const USAGE = 'map <reply.json>… --console <console.json> --account <id> [--api <id>] [--playbook <playbook.json>]';

/** `map <reply.json>… --console <console.json> --account <id> [--api <id>]`; the files are the pages of one reply, in order. */
export async function mapCommand(args: string[]): Promise<void> {
  const { values: paths, named } = readOptions(args, ['console', 'account', 'api', 'playbook']);
  const [path, accountId] = [named.get('console'), named.get('account')];
  if (paths.length === 0 || !path || !accountId) throw new Mistake(USAGE);
  const parsed = readConsoleText(readText(path));
  if (!parsed.console) throw new Mistake(parsed.errors.map((error) => `${path}: ${error}`).join('\n'));
  const api = apiOf(parsed.console, named.get('api'), path);
  const playbookPath = named.get('playbook') ?? DEFAULT;
  const { playbook, errors } = parsePlaybook(readJsonFile(playbookPath));
  if (!playbook) throw new Mistake(errors.map((error) => `${playbookPath}: ${error}`).join('\n'));
  const pages = paths.map(readJsonFile);
  const now = Date.now();
  const setting = settingOf(parsed.console, playbook.metrics, now);
  const asked = { accountId, ...spanAsked(api.weeks, dayAt(now, setting.zone), playbook.calendar.weekStart), pages };
  const reply = await readPages(api, asked, setting, placeOf(api, asked)).catch((error) => {
    if (error instanceof ApiProblem)
      return { readings: [], problems: [{ code: error.kind, metric: null, detail: error.message }], weeks: {} };
    throw new Mistake(`${path}: api "${api.id}": ${messageOf(error)}`);
  });
  const problems = [...reply.problems, ...unreadOf(reply.readings)];
  console.log(JSON.stringify({ readings: reply.readings.map(shown), problems, weeks: reply.weeks }, null, 2));
}

/** The API that is named, or the only one that gives readings. */
function apiOf({ api: apis }: ConsoleFile, id: string | undefined, path: string): ApiSource {
  const ids = apis.map((one) => one.id).join(', ');
  if (id !== undefined) {
    const found = apis.find((one) => one.id === id);
    if (!found) throw new Mistake(`${path}: no api "${id}"; there ${apis.length === 0 ? 'is none' : `are: ${ids}`}`);
    return found;
  }
  const mapping = apis.filter((one) => !isLookup(one));
  const [only] = mapping;
  if (!only) throw new Mistake(`${path}: no api`);
  if (mapping.length > 1) throw new Mistake(`${path}: several apis, name one with --api: ${ids}`);
  return only;
}

/** Where the reply would have come from; other ids of the account are not known here. */
function placeOf({ request }: ApiSource, values: RequestValues): string {
  const unknown = Object.fromEntries([...request.url.matchAll(/\{ids\.([\w-]+)\}/g)].map(([, name = '']) => [name, name]));
  const { host, pathname } = new URL(fillUrl(request.url, { ...values, ids: unknown }));
  return `${host}${pathname}`;
}

/** Readings in the shape that `read` gives, with the week where there is one. */
function shown({ metric, value, unit, source, where, problem, week }: Reading) {
  return { metric, value, unit: unit ?? null, source, where, problem: problem ?? null, ...(week != null && { week }) };
}

/** What could not be read, once for each metric and reason, with how often. */
function unreadOf(readings: Reading[]) {
  const told = new Map<string, { code: string; metric: string; detail: string; count: number }>();
  for (const { metric, problem } of readings) {
    if (problem == null) continue;
    const { code, detail } = parseProblem(problem);
    const before = told.get(`${metric} ${code}`);
    told.set(`${metric} ${code}`, { code, metric, detail: before?.detail ?? detail, count: (before?.count ?? 0) + 1 });
  }
  return [...told.values()];
}
