import type { Reading } from '@/lib/core/account/reading';
import { ID_METRIC } from '@/lib/formats/account-ids';
import { type ApiSource, isLookup } from '@/lib/formats/api-source';
import { ApiProblem } from './api-problem';
import type { RequestValues } from './fill-request';
import { evaluate, mapReply, type ReplySetting } from './map-reply';
import { endEarly, mergeReadings, weekSpans } from './merge-readings';
import { readValue } from './read-value';
import type { ApiReply, ReplyProblem } from './reply-problem';

type Asked = RequestValues & { pages: unknown[] };

/**
 * What the pages of one reply say of an account: mapped, read by type, compared with each other. The one way from JSON to
 * readings: for what was fetched, what was pasted, and what lies in files.
 * @param where what readings name as their place
 * @throws ApiProblem `otherAccount` for a reply about another one; Error for a mapping that fails; TooManyReadings
 */
export async function readPages(
  source: Pick<ApiSource, 'map' | 'paging' | 'ids' | 'check'>,
  asked: Asked,
  setting: ReplySetting,
  where: string,
): Promise<ApiReply> {
  await checkOwner(source.check, asked, where);
  const mapped = await mapReply(source.map, asked, setting, where);
  const { readings, problems } = mergeReadings(mapped.readings);
  const weeks = weekSpans(readings);
  const idReadings = await idsIn(source.ids, asked, setting, where);
  const all = [
    ...(await pagingProblems(source.paging, asked.pages)),
    ...(readings.length === 0 && !isLookup(source) ? [{ code: 'no rows', metric: null, detail: '' } as const] : []),
    ...mapped.problems,
    ...problems,
    ...endEarly(weeks, setting.now),
  ];
  const ids = Object.fromEntries(idReadings.map((one) => [one.metric.slice(ID_METRIC.length), one.value as string | null]));
  return { readings: [...readings, ...idReadings], problems: together(all), weeks, metrics: mapped.weekly, ids };
}

/** The same about the same metric is told once, with all that was seen. */
function together(problems: ReplyProblem[]): ReplyProblem[] {
  const told = new Map<string, ReplyProblem>();
  for (const one of problems) {
    const key = `${one.code} ${one.metric}`;
    const before = told.get(key);
    const detail = !before || before.detail.includes(one.detail) ? (before?.detail ?? one.detail) : `${before.detail}, ${one.detail}`;
    told.set(key, { ...one, detail: detail.slice(0, 200) });
  }
  return [...told.values()];
}

/** @throws ApiProblem where the reply does not say that it is this account's */
async function checkOwner(check: ApiSource['check'], asked: Asked, where: string): Promise<void> {
  if (!check) return;
  const host = where.split('/')[0] ?? '';
  const wanted = check.holds === 'accountId' ? asked.accountId : asked.ids?.[check.holds.slice(ID_METRIC.length)];
  if (wanted === undefined) throw new ApiProblem('noId', `${check.holds} is not known of this account`, host);
  let told = 0;
  for (const body of asked.pages) {
    const found = await evaluate(check.find, { ...asked, body });
    for (const one of Array.isArray(found) ? found : found == null ? [] : [found]) {
      if (String(one).trim() !== wanted.trim()) throw new ApiProblem('otherAccount', 'the reply is about another account', host);
      told += 1;
    }
  }
  if (told === 0) throw new ApiProblem('otherAccount', 'the reply does not say whose it is', host);
}

/** The account's other ids that a reply gives, as readings: they are remembered as all else that was read. */
async function idsIn(ids: ApiSource['ids'], asked: Asked, setting: ReplySetting, where: string): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const [name, expression] of Object.entries(ids ?? {})) {
    const found = await evaluate(expression, { ...asked, body: asked.pages[0] });
    const { value, problem } = readValue(found, 'text', setting);
    readings.push({
      metric: `${ID_METRIC}${name}`,
      value,
      source: 'api',
      where: where.slice(0, 500),
      seenAt: setting.now,
      ...(problem !== null && { problem }),
    });
  }
  return readings;
}

/** What is wrong with how pages follow each other: one that came before, a cursor that stands still, an end that is none. */
async function pagingProblems(paging: ApiSource['paging'], pages: unknown[]): Promise<ReplyProblem[]> {
  const problems: ReplyProblem[] = [];
  const texts = pages.map((page) => JSON.stringify(page));
  texts.forEach((text, at) => {
    const first = texts.indexOf(text);
    if (first < at) problems.push({ code: 'page twice', metric: null, detail: `${at + 1} = ${first + 1}` });
  });
  if (!paging) return problems;
  const nexts = await Promise.all(pages.map(async (page) => nextOf(await evaluate(paging.next, page))));
  const still = nexts.findIndex((next, at) => next !== null && nexts.indexOf(next) < at);
  if (still >= 0) problems.push({ code: 'cursor stands still', metric: null, detail: `${still + 1}` });
  else if (nexts.at(-1) != null) problems.push({ code: 'more pages', metric: null, detail: `${pages.length}+` });
  return problems;
}

/** A cursor or an address as text; null at the end. */
const nextOf = (next: unknown) => (next === undefined || next === null || next === '' || next === false ? null : String(next));
