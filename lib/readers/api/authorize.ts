import type { ApiAuth } from '@/lib/formats/api-source';
import { ApiProblem } from './api-problem';

/** Gives a secret for the address that is about to be asked, and for no other origin than it was set for. */
export type SecretFor = (name: string, url: string) => Promise<{ value: string } | 'notSet' | 'otherOrigin'>;

/**
 * Headers and credentials for an authentication. With a key the browser's own cookies stay out: an API that refuses
 * the cookie would otherwise hang the request on a password prompt.
 * @param url the very address that is asked
 * @throws ApiProblem when the secret is not set, belongs to another origin, or cannot be sent
 */
export async function authorize(
  auth: ApiAuth,
  url: string,
  asking: { secret: SecretFor },
): Promise<{ headers: Record<string, string>; credentials: RequestCredentials }> {
  if (auth.type === 'session') return { headers: {}, credentials: 'include' };
  if (auth.type === 'none') return { headers: {}, credentials: 'omit' };
  const { host } = new URL(url);
  const secret = await asking.secret(auth.secret, url);
  if (secret === 'notSet') throw new ApiProblem('noSecret', `the secret "${auth.secret}" is not set`, host);
  if (secret === 'otherOrigin') throw new ApiProblem('otherOrigin', `the secret "${auth.secret}" is set for another origin`, host);
  const { value } = secret;
  if (auth.type === 'basic') {
    const bytes = new TextEncoder().encode(`${auth.user}:${value}`);
    return { headers: { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` }, credentials: 'omit' };
  }
  // Asked all the same, the browser would say "unreachable", and it would be tried again and again.
  if (!isHeaderValue(value)) throw new ApiProblem('badSecret', `the secret "${auth.secret}" holds signs that no header may hold`, host);
  if (auth.type === 'bearer') return { headers: { Authorization: `Bearer ${value}` }, credentials: 'omit' };
  return { headers: { [auth.name]: value }, credentials: 'omit' };
}

/** Whether a text may stand in a header: Latin-1 without control characters. */
export function isHeaderValue(text: string): boolean {
  return [...text].every((sign) => sign >= ' ' && sign <= '\u00ff' && sign !== '\u007f');
}
