import type { ApiSource } from '@/lib/formats/api-source';
import { ApiProblem, type ApiProblemKind } from './api-problem';
import { type Asking, authorize, retryAfter } from './ask';
import { readReply } from './read-reply';

/** One reading of an API: how to ask, by what means, and until when. */
export interface Errand {
  source: ApiSource;
  /** Method, own headers and body; what proves who asks is added for each request. */
  request: { method: string; headers: Record<string, string>; body?: string };
  asking: Asking;
  /** Epoch ms UTC at which the whole reading is given up. */
  until: number;
}

const LONGEST_WAIT = 60_000;
const AGAIN: ReadonlySet<ApiProblemKind> = new Set(['rateLimited', 'server', 'timeout', 'unreachable']);

/**
 * Asks for one page of a reply, with retries: 429 waits as long as the server says, other failures wait
 * 0.5, 1, 2 … seconds with jitter. A refusal is final: asking again would lock accounts.
 * @throws ApiProblem
 */
export async function askForJson(errand: Errand, url: string): Promise<unknown> {
  const { source, asking } = errand;
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(errand, url, tries);
    } catch (error) {
      if (!(error instanceof ApiProblem) || !AGAIN.has(error.kind) || tries > source.retries) throw error;
      const own = 500 * 2 ** (tries - 1) * (0.5 + asking.random());
      const pause = Math.min(LONGEST_WAIT, error instanceof RateLimited && error.waitMs !== null ? error.waitMs : own);
      if (asking.now() + pause >= errand.until) throw tooLong(error.host, tries);
      await asking.wait(pause);
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

const tooLong = (host: string, tries: number) => new ApiProblem('tooLong', 'reading took too long as a whole', host, null, tries);

async function once(errand: Errand, url: string, tries: number): Promise<unknown> {
  const { source, request, asking } = errand;
  const { host } = new URL(url);
  if (!(await asking.mayAsk(url))) throw new ApiProblem('noAccess', 'the browser lets nobody ask this host', host, null, tries);
  const { headers, credentials } = await authorize(source.auth, url, asking);
  const left = errand.until - asking.now();
  if (left <= 0) throw tooLong(host, tries);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), Math.min(source.timeoutMs, left));
  try {
    const reply = await asking.fetch(url, {
      ...request,
      headers: { ...request.headers, ...headers },
      credentials,
      cache: 'no-store',
      // Only `Authorization` is dropped on the way to another origin; header keys and bodies would go along.
      redirect: 'manual',
      signal: controller.signal,
    });
    refuse(reply, host, tries, asking.now(), namesAccount(source));
    const text = await readReply(reply, controller.signal);
    if (text === null) throw new ApiProblem('tooLarge', 'the reply is too large', host, reply.status, tries);
    // An expired session often answers 200 with its log-in page: HTML where JSON was asked for means "signed out".
    if (/^\s*</.test(text) && source.auth.type === 'session')
      throw new ApiProblem('signedOut', 'the console wants a new sign-in', host, reply.status, tries);
    return parse(text, host, reply.status, tries);
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    if (errand.until - asking.now() <= 0) throw tooLong(host, tries);
    if (controller.signal.aborted) throw new ApiProblem('timeout', `no answer within ${source.timeoutMs} ms`, host, null, tries);
    throw new ApiProblem('unreachable', 'the API cannot be reached', host, null, tries);
  } finally {
    clearTimeout(timer);
  }
}

/** @throws ApiProblem for a reply that is no answer */
function refuse({ ok, status, type, headers }: Response, host: string, tries: number, now: number, namesAccount: boolean): void {
  const problem = (kind: ApiProblemKind, message: string) => new ApiProblem(kind, message, host, status || null, tries);
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) throw problem('redirected', 'the API sends on to another address');
  if (status === 429) throw new RateLimited(host, tries, retryAfter(headers.get('retry-after'), now));
  if (status === 401 || status === 403) throw problem('refused', 'the API refused the request');
  if (status >= 500) throw problem('server', 'the API did not answer');
  // Where the address names the account, nothing there means that it is not known there.
  if ((status === 404 || status === 410) && namesAccount) throw problem('unknownAccount', 'this account is not known there');
  if (!ok) throw problem('malformed', 'the API did not know the request');
}

const namesAccount = ({ request }: ApiSource) => /\{(?:accountId|ids\.)/.test(request.url);

function parse(text: string, host: string, status: number, tries: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem('malformed', 'the reply is not JSON', host, status, tries);
  }
}
