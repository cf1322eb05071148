import { InTurn } from '@/lib/core/in-turn';
import { messageOf } from '@/lib/core/message-of';
import type { ApiSource } from '@/lib/formats/api-source';
import { bodyKind } from '@/lib/formats/body-kind';
import { ApiProblem } from './api-problem';
import type { Asking } from './ask';
import { askForJson, type Errand } from './ask-for-json';
import { fillBody, fillHeader, fillUrl, type RequestValues } from './fill-request';
import { evaluate, type ReplySetting, TooManyReadings } from './map-reply';
import { readPages } from './read-pages';
import type { ApiReply } from './reply-problem';

/** How long one reading may take with all its pages, retries and pauses: others wait for the same host. */
const LONGEST_MS = 4 * 60_000;

/** A console's API is a guest house, not a race track: one errand at a host at a time. */
const hosts = new InTurn();

/**
 * Asks an API about one account and maps its reply, page by page until there is no next one.
 * @throws ApiProblem; nothing is returned by halves
 */
export async function readApi(source: ApiSource, values: RequestValues, setting: ReplySetting, asking: Asking): Promise<ApiReply> {
  const { host, pathname } = new URL(fillUrl(source.request.url, values));
  const pages = await askPages(source, values, asking);
  try {
    return await readPages(source, { ...values, pages }, setting, `${host}${pathname}`);
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    throw new ApiProblem(error instanceof TooManyReadings ? 'tooLarge' : 'mapping', messageOf(error), host);
  }
}

/**
 * Asks an API about one account: the pages of its reply as they came.
 * @throws ApiProblem
 */
export async function askPages(source: ApiSource, values: RequestValues, asking: Asking): Promise<unknown[]> {
  const first = fillUrl(source.request.url, values);
  const { host } = new URL(first);
  const { method, headers, body } = source.request;
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fillHeader(value, values, host)]));
  const request = {
    method,
    headers: { Accept: 'application/json', ...own },
    ...(body !== undefined && method === 'POST' && { body: fillBody(body, values, bodyKind(body, headers), host) }),
  };
  // The time runs from its turn on: a slow errand before it is not its fault.
  return hosts.run(host, () => allPages({ source, request, asking, until: asking.now() + LONGEST_MS }, first));
}

async function allPages(errand: Errand, first: string): Promise<unknown[]> {
  const { paging } = errand.source;
  const { host, origin } = new URL(first);
  const pages: unknown[] = [];
  const asked = new Set<string>();
  // A cursor that comes back to where it was leads nowhere; what is wrong then is told from the pages.
  for (let url: string | null = first; url !== null && !asked.has(url); ) {
    asked.add(url);
    const body = await askForJson(errand, url);
    pages.push(body);
    if (!paging) break;
    if (pages.length >= paging.maxPages) throw new ApiProblem('mapping', `more than ${paging.maxPages} pages`, host);
    url = await nextUrl(paging, body, url, origin);
  }
  return pages;
}

/**
 * The next page's address; a key must never follow a link to another host.
 * @throws ApiProblem
 */
async function nextUrl(paging: NonNullable<ApiSource['paging']>, body: unknown, current: string, origin: string): Promise<string | null> {
  const problem = (message: string) => new ApiProblem('mapping', message, new URL(current).host);
  const next = await evaluate(paging.next, body).catch((error) => {
    throw problem(messageOf(error));
  });
  if (next === undefined || next === null || next === '' || next === false) return null;
  const address = paging.param ? current : String(next);
  if (!URL.canParse(address, current)) throw problem('the next page has no address');
  const url = new URL(address, current);
  if (paging.param) url.searchParams.set(paging.param, String(next));
  if (url.origin !== origin || url.username !== '' || url.password !== '') throw problem('the next page lies on another host');
  return url.href;
}
