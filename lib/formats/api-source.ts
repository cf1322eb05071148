import { z } from 'zod';
import { addressProblem } from './safe-address';

const text = z.string().min(1).max(2000);

const secretName = z.string().regex(/^[\w.-]{1,60}$/, 'a name of letters, digits, - and . (the secret itself never stands in a file)');

/** How an API proves who asks. Secrets are named here and kept elsewhere. */
export const authSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('session') }),
  z.strictObject({ type: z.literal('bearer'), secret: secretName }),
  z.strictObject({ type: z.literal('header'), name: text, secret: secretName }),
  z.strictObject({ type: z.literal('basic'), user: text, secret: secretName }),
]);
export type ApiAuth = z.infer<typeof authSchema>;

/** A blank of a JSON body that stands in no string, where what is filled in could become more than a value; null for none. */
function placeholderOutside(body: string, headers: Record<string, string>): string | null {
  const isForm = Object.values(headers).some((value) => /x-www-form-urlencoded/i.test(value));
  if (isForm || body === '') return null;
  return /\{(?:accountId|from|to)\}/.exec(body.replace(/"(?:[^"\\]|\\.)*"/g, '""'))?.[0] ?? null;
}

/** One API to ask about an account, and how to read its reply. */
export const apiSchema = z
  .strictObject({
    id: text,
    request: z.strictObject({
      method: z.enum(['GET', 'POST']).default('GET'),
      url: text,
      headers: z.record(z.string(), z.string()).default({}),
      body: z.string().optional(),
    }),
    auth: authSchema,
    /** `next`: JSONata on a reply that gives the next address or cursor, or nothing. */
    paging: z.strictObject({ next: text, param: z.string().optional(), maxPages: z.number().int().min(1).max(200).default(20) }).optional(),
    /** How many weeks back `{from}` lies. */
    weeks: z.number().int().min(1).max(104).default(26),
    timeoutMs: z.number().int().min(100).max(60_000).default(10_000),
    retries: z.number().int().min(0).max(5).default(3),
    refreshMinutes: z.number().min(1).max(10_080).default(15),
    /** JSONata on `{pages, body, accountId, from, to}` that gives readings. */
    map: text,
  })
  .superRefine((api, context) => {
    const problem = addressProblem(api.request.url, api.auth.type === 'none');
    if (problem) context.addIssue({ code: 'custom', path: ['request', 'url'], message: problem });
    const outside = placeholderOutside(api.request.body ?? '', api.request.headers);
    if (outside) context.addIssue({ code: 'custom', path: ['request', 'body'], message: `${outside} stands outside a JSON string` });
  });
export type ApiSource = z.infer<typeof apiSchema>;
