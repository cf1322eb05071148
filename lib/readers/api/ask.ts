import type { ApiAuth, ApiSource } from '@/lib/formats/api-source';
import { ApiProblem } from '@/lib/readers/api/api-problem';

/** What asking needs from outside: the network, a clock to wait by, chance for jitter, and secrets. */
export interface Asking {
  fetch: typeof fetch;
  wait(ms: number): Promise<void>;
  random(): number;
  secret(name: string): Promise<string | null>;
}

const LONGEST_WAIT = 60_000;
const AGAIN = new Set<string>(['rateLimited', 'server', 'timeout', 'unreachable']);

/**
 * Asks once for one page of a reply, with retries: 429 waits as long as the server says, other failures wait
 * 0.5, 1, 2 … seconds with jitter. A refusal is final: asking again would lock accounts.
 * @throws ApiProblem
 */
export async function askForJson(source: ApiSource, url: string, init: RequestInit, asking: Asking): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(source, url, init, asking, tries);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (!AGAIN.has(error.kind) || tries > source.retries) throw error;
      const own = 500 * 2 ** (tries - 1) * (0.5 + asking.random());
      await asking.wait(Math.min(LONGEST_WAIT, error instanceof RateLimited && error.waitMs !== null ? error.waitMs : own));
    }
  }
}

class RateLimited extends ApiProblem {
  constructor(
    host: string,
    tries: number,
    readonly waitMs: number | null,
  ) {
    super('rateLimited', 'the API asks for a pause', host, 429, tries);
  }
}

async function once(source: ApiSource, url: string, init: RequestInit, asking: Asking, tries: number): Promise<unknown> {
  const { host } = new URL(url);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), source.timeoutMs);
  try {
    const reply = await asking.fetch(url, { ...init, signal: controller.signal });
    if (reply.status === 429) throw new RateLimited(host, tries, retryAfter(reply.headers.get('retry-after')));
    if (reply.status === 401 || reply.status === 403)
      throw new ApiProblem('refused', 'the API refused the request', host, reply.status, tries);
    if (reply.status >= 500) throw new ApiProblem('server', 'the API did not answer', host, reply.status, tries);
    if (!reply.ok) throw new ApiProblem('malformed', 'the API did not know the request', host, reply.status, tries);
    const text = await reply.text();
    // An expired session often answers 200 with its log-in page: HTML where JSON was asked for means "signed out".
    if (/^\s*</.test(text) && source.auth.type === 'session')
      throw new ApiProblem('signedOut', 'the console wants a new sign-in', host, reply.status, tries);
    return parse(text, host, reply.status, tries);
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    if (controller.signal.aborted) throw new ApiProblem('timeout', `no answer within ${source.timeoutMs} ms`, host, null, tries);
    throw new ApiProblem('unreachable', 'the API cannot be reached', host, null, tries);
  } finally {
    clearTimeout(timer);
  }
}

function parse(text: string, host: string, status: number, tries: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem('malformed', 'the reply is not JSON', host, status, tries);
  }
}

/** `Retry-After` in seconds or as a date, as ms from now; null where it says nothing useful. */
export function retryAfter(header: string | null, now = Date.now()): number | null {
  if (!header) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/**
 * Headers and credentials for an authentication. With a key the browser's own cookies stay out: an API that refuses
 * the cookie would otherwise hang the request on a password prompt.
 * @throws ApiProblem when the secret is not set
 */
export async function authorize(
  auth: ApiAuth,
  host: string,
  asking: Pick<Asking, 'secret'>,
): Promise<{ headers: Record<string, string>; credentials: RequestCredentials }> {
  if (auth.type === 'session') return { headers: {}, credentials: 'include' };
  if (auth.type === 'none') return { headers: {}, credentials: 'omit' };
  const secret = await asking.secret(auth.secret);
  if (!secret) throw new ApiProblem('noSecret', `the secret "${auth.secret}" is not set`, host);
  if (auth.type === 'bearer') return { headers: { Authorization: `Bearer ${secret}` }, credentials: 'omit' };
  if (auth.type === 'header') return { headers: { [auth.name]: secret }, credentials: 'omit' };
  const bytes = new TextEncoder().encode(`${auth.user}:${secret}`);
  return { headers: { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` }, credentials: 'omit' };
}
