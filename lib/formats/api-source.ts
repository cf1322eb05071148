import { z } from 'zod';
import { bodyKind, isFillableJson } from './body-kind';
import { isHeaderName, isHeaderText } from './header-text';
import { isPrivate, namesItsHost } from './web-address';

const text = z.string().min(1).max(2000);

/** Name of another id of an account, as requests write it: `{ids.crm}`. */
export const idName = z.string().regex(/^[A-Za-z][\w-]{0,40}$/, 'a name of letters, digits, - and _');

const headerName = text.refine(isHeaderName, 'the name of a header');

const secretName = z.string().regex(/^[\w.-]{1,60}$/, 'a name of letters, digits, - and . (the secret itself never stands in a file)');

/** How an API proves who asks. Secrets are named here and kept elsewhere. */
export const authSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('session') }),
  z.strictObject({ type: z.literal('bearer'), secret: secretName }),
  z.strictObject({ type: z.literal('header'), name: headerName, secret: secretName }),
  z.strictObject({ type: z.literal('basic'), user: text.refine(isUser, 'a name without a colon'), secret: secretName }),
]);
export type ApiAuth = z.infer<typeof authSchema>;

/** The secrets that a sign-in names, one or none, with the origin that each is sent to. @param url of the request, which names its host */
export function secretsFor(auth: ApiAuth, url: string): { name: string; origin: string }[] {
  return 'secret' in auth ? [{ name: auth.secret, origin: new URL(url).origin }] : [];
}

const requestSchema = z
  .strictObject({
    method: z.enum(['GET', 'POST']).default('GET'),
    url: z
      .string()
      .max(2000)
      .refine(namesItsHost, 'an address that starts with https:// and names its host, without a user and without blanks before the path'),
    headers: z.record(headerName, z.string().refine(isHeaderText, 'signs that a header can carry')).default({}),
    body: z.string().max(50_000).optional(),
  })
  .refine(({ body, headers }) => body === undefined || bodyKind(body, headers) === 'form' || isFillableJson(body), {
    path: ['body'],
    message: 'JSON in which blanks such as {accountId} stand inside strings',
  });

const fields = z.strictObject({
  id: text,
  request: requestSchema,
  auth: authSchema,
  /** `next`: JSONata on a reply that gives the next address or cursor, or nothing. */
  paging: z.strictObject({ next: text, param: z.string().optional(), maxPages: z.number().int().min(1).max(200).default(20) }).optional(),
  /** How many weeks back `{from}` lies. */
  weeks: z.number().int().min(1).max(104).default(26),
  timeoutMs: z.number().int().min(100).max(60_000).default(10_000),
  retries: z.number().int().min(0).max(5).default(3),
  refreshMinutes: z.number().min(1).max(10_080).default(15),
  /** JSONata on `{pages, body, accountId, from, to, ids}` that gives readings; `[]` for an API that only gives ids. */
  map: text,
  /** Other ids of the account that the reply gives: JSONata by name. Later requests name them as `{ids.<name>}`. */
  ids: z.record(idName, text).optional(),
  /** Where the reply says whose it is: JSONata on the same, and the id that it must be. Another's reply is not kept. */
  check: z
    .strictObject({ find: text, holds: z.union([z.literal('accountId'), z.string().regex(/^ids\.[A-Za-z][\w-]{0,40}$/)]) })
    .optional(),
});

/** One API to ask about an account, and how to read its reply. */
export const apiSchema = fields.refine(({ auth, request }) => auth.type === 'none' || isPrivate(request.url), {
  path: ['request', 'url'],
  message: 'an address that starts with https://: who asks must not be read on the way',
});
export type ApiSource = z.infer<typeof apiSchema>;

/** Texts of a request that may have blanks. */
export function templatesOf({ request }: Pick<ApiSource, 'request'>): string[] {
  return [request.url, ...Object.values(request.headers), request.body ?? ''];
}

/** Whether an API is asked for ids alone. */
export function isLookup({ map, ids }: Pick<ApiSource, 'map' | 'ids'>): boolean {
  return ids !== undefined && map.trim() === '[]';
}

function isUser(name: string): boolean {
  return !name.includes(':') && !/\p{Cc}/u.test(name);
}
