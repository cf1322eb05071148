import type { ApiAuth } from '@/lib/formats/api-source';
import { isHeaderText } from '@/lib/formats/header-text';
import { ApiProblem } from './api-problem';

/** What asking needs from outside: the network, a clock, chance for jitter, secrets, and leave to reach a host. */
export interface Asking {
  fetch: typeof fetch;
  wait(ms: number): Promise<void>;
  random(): number;
  /** Epoch ms UTC. */
  now(): number;
  /** A secret for an address: the one that was typed for its origin, and never another's. */
  secret(name: string, url: string): Promise<{ value: string } | 'notSet' | 'otherOrigin'>;
  /** Whether the browser lets Kido reach an address. */
  mayAsk(url: string): Promise<boolean>;
}

/** What a request carries to prove who asks. */
export interface Authorized {
  headers: Record<string, string>;
  credentials: RequestCredentials;
}

/**
 * Headers and credentials for a request to one address. With a key the browser's own cookies stay out: an API that
 * refuses the cookie would otherwise hang the request on a password prompt.
 * @throws ApiProblem `noSecret`, `otherOrigin` for a secret that was typed for another origin, `badSecret`
 */
export async function authorize(auth: ApiAuth, url: string, asking: Pick<Asking, 'secret'>): Promise<Authorized> {
  if (auth.type === 'session') return { headers: {}, credentials: 'include' };
  if (auth.type === 'none') return { headers: {}, credentials: 'omit' };
  const { host } = new URL(url);
  const kept = await asking.secret(auth.secret, url);
  if (kept === 'notSet') throw new ApiProblem('noSecret', `the secret "${auth.secret}" is not set`, host);
  if (kept === 'otherOrigin') throw new ApiProblem('otherOrigin', `the secret "${auth.secret}" was set for another origin`, host);
  const secret = kept.value;
  // A line break would be a failure of the network for `fetch`, and tried again and again.
  if (/\p{Cc}/u.test(secret) || (auth.type !== 'basic' && !isHeaderText(secret)))
    throw new ApiProblem('badSecret', `the secret "${auth.secret}" holds signs that no header can carry`, host);
  return { headers: headersFor(auth, secret), credentials: 'omit' };
}

function headersFor(auth: Exclude<ApiAuth, { type: 'none' | 'session' }>, secret: string): Record<string, string> {
  if (auth.type === 'bearer') return { Authorization: `Bearer ${secret}` };
  if (auth.type === 'header') return { [auth.name]: secret };
  const bytes = new TextEncoder().encode(`${auth.user}:${secret}`);
  return { Authorization: `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}` };
}

const LONGEST_MS = 3 * 3_600_000;

/**
 * `Retry-After` in seconds or as a date, as ms from now, at most three hours; null where it says nothing useful.
 * @param now epoch ms UTC
 */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  // Dates of HTTP start with a weekday; `Date.parse` would take `-5` for a year.
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : /^[a-z]/i.test(text) ? Date.parse(text) - now : Number.NaN;
  return Number.isNaN(ms) ? null : Math.min(LONGEST_MS, Math.max(0, ms));
}
