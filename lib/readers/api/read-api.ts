import type { Reading } from '@/lib/core/account/reading';
import { messageOf } from '@/lib/core/message-of';
import type { ApiSource } from '@/lib/formats/api-source';
import { ApiProblem } from '@/lib/readers/api/api-problem';
import { type Asking, askForJson, DEADLINE_MS } from './ask';
import { authorize } from './authorize';
import { evaluate } from './evaluate';
import { fillBody, fillHeader, fillUrl, isForm, type RequestValues } from './fill-request';
import { inHostQueue } from './host-queue';
import { mapReply } from './map-reply';

/**
 * Asks an API about one account and maps its reply, page by page until there is no next one.
 * @param seenAt epoch ms that readings without a time of their own carry
 * @throws ApiProblem; nothing is returned by halves
 */
export async function readApi(source: ApiSource, values: RequestValues, seenAt: number, asking: Asking): Promise<Reading[]> {
  const { host, pathname } = new URL(fillUrl(source.request.url, values));
  const pages = await askPages(source, values, asking);
  try {
    return await mapReply(source.map, { ...values, pages, body: pages[0] }, seenAt, `${host}${pathname}`);
  } catch (error) {
    throw new ApiProblem('mapping', messageOf(error), host);
  }
}

/**
 * Asks an API about one account: the pages of its reply as they came.
 * @throws ApiProblem
 */
export function askPages(source: ApiSource, values: RequestValues, asking: Asking): Promise<unknown[]> {
  const first = fillUrl(source.request.url, values);
  return inHostQueue(new URL(first).host, () => allPages(source, first, values, asking));
}

async function allPages(source: ApiSource, first: string, values: RequestValues, asking: Asking): Promise<unknown[]> {
  const { host, origin } = new URL(first);
  const own = Object.fromEntries(Object.entries(source.request.headers).map(([name, value]) => [name, fillHeader(value, values)]));
  const until = asking.now() + DEADLINE_MS;
  const init: RequestInit = {
    method: source.request.method,
    cache: 'no-store',
    ...(source.request.body !== undefined &&
      source.request.method === 'POST' && { body: fillBody(source.request.body, values, isForm(source.request.headers)) }),
  };
  const pages: unknown[] = [];
  for (let url: string | null = first; url !== null; ) {
    // Each page proves itself for its own address.
    const { headers, credentials } = await authorize(source.auth, url, asking);
    const all = { ...init, credentials, headers: { Accept: 'application/json', ...own, ...headers } };
    const body = await askForJson(source, url, all, asking, until);
    pages.push(body);
    if (!source.paging) break;
    if (pages.length >= source.paging.maxPages) throw new ApiProblem('mapping', `more than ${source.paging.maxPages} pages`, host);
    url = await nextUrl(source.paging, body, url, origin);
  }
  return pages;
}

/** The next page's address; a key must never follow a link to another host. */
async function nextUrl(paging: NonNullable<ApiSource['paging']>, body: unknown, current: string, origin: string): Promise<string | null> {
  const next = await evaluate(paging.next, body);
  if (next === undefined || next === null || next === '' || next === false) return null;
  const url = paging.param ? new URL(current) : new URL(String(next), current);
  if (paging.param) url.searchParams.set(paging.param, String(next));
  if (url.origin !== origin) throw new ApiProblem('mapping', 'the next page lies on another host', new URL(current).host);
  return url.href === current ? null : url.href;
}
