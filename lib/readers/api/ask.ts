import type { ApiSource } from '@/lib/formats/api-source';
import { ApiProblem } from './api-problem';
import type { SecretFor } from './authorize';
import { readBody } from './read-body';

/** What asking needs from outside: the network, a clock to wait by, chance for jitter, and secrets. */
export interface Asking {
  fetch: typeof fetch;
  wait(ms: number): Promise<void>;
  random(): number;
  /** Epoch ms UTC. */
  now(): number;
  secret: SecretFor;
  /** Whether the browser lets Kido ask this address. */
  mayAsk(url: string): Promise<boolean>;
}

/** Pages, pauses and tries of one reading together; others of the same host wait behind it. */
export const DEADLINE_MS = 240_000;
/** Longest pause that a server is believed. */
const LONGEST_PAUSE_MS = 3 * 3_600_000;

const LONGEST_WAIT = 60_000;
const AGAIN = new Set<string>(['rateLimited', 'server', 'timeout', 'unreachable']);

/**
 * Asks once for one page of a reply, with retries: 429 waits as long as the server says, other failures wait
 * 0.5, 1, 2 … seconds with jitter. A refusal is final: asking again would lock accounts.
 * @param until epoch ms after which nothing is asked or waited for
 * @throws ApiProblem
 */
export async function askForJson(source: ApiSource, url: string, init: RequestInit, asking: Asking, until: number): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    const { host } = new URL(url);
    if (asking.now() >= until) throw new ApiProblem('tooLong', 'the reading took too long', host, null, tries);
    if (!(await asking.mayAsk(url))) throw new ApiProblem('noAccess', 'access to this host is not given', host, null, tries);
    try {
      return await once(source, url, init, asking, tries, until);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (!AGAIN.has(error.kind) || tries > source.retries) throw error;
      const own = 500 * 2 ** (tries - 1) * (0.5 + asking.random());
      const wait = Math.min(LONGEST_WAIT, error instanceof RateLimited && error.waitMs !== null ? error.waitMs : own);
      if (asking.now() + wait >= until) throw error;
      await asking.wait(wait);
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

async function once(source: ApiSource, url: string, init: RequestInit, asking: Asking, tries: number, until: number): Promise<unknown> {
  const { host } = new URL(url);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), Math.min(source.timeoutMs, until - asking.now()));
  try {
    // A redirect would carry headers and bodies to wherever it points.
    const reply = await asking.fetch(url, { ...init, redirect: 'manual', signal: controller.signal });
    if (reply.type === 'opaqueredirect' || (reply.status >= 300 && reply.status < 400))
      throw new ApiProblem('redirected', 'the API sends on to another address', host, reply.status || null, tries);
    if (reply.status === 429) throw new RateLimited(host, tries, retryAfter(reply.headers.get('retry-after'), asking.now()));
    if (reply.status === 401 || reply.status === 403)
      throw new ApiProblem('refused', 'the API refused the request', host, reply.status, tries);
    if (reply.status >= 500) throw new ApiProblem('server', 'the API did not answer', host, reply.status, tries);
    if (!reply.ok) throw new ApiProblem('malformed', 'the API did not know the request', host, reply.status, tries);
    const text = await readBody(reply, host, tries);
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

/** `Retry-After` in seconds or as a date, as ms from now; three hours at most, null where it says nothing useful. */
export function retryAfter(header: string | null, now: number): number | null {
  if (!header) return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.min(LONGEST_PAUSE_MS, Math.max(0, wait));
}
