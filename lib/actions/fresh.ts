import type { Account } from '@/lib/core/account/fold-account';
import type { Source } from '@/lib/core/account/reading';
import { type ApiTrouble, PART } from '@/lib/core/view/api-trouble';
import type { ApiProblem } from '@/lib/readers/api/api-problem';
import type { ReplyProblem } from '@/lib/readers/api/reply-problem';
import type { Kido } from './kido';

/** When page and API were last read, and what is wrong with the API; kept while the browser runs. */
export interface Fresh {
  pageAt?: number;
  apiAt?: number;
  problem?: ApiTrouble | null;
  /** How many weeks the API gave last, by metric, and the day from which on it was asked. */
  weeks?: LastWeeks;
  /** Other ids of the account with which its APIs were asked last. */
  askedIds?: Record<string, string>;
}

export type LastWeeks = Record<string, { count: number; asked: string }>;

const keyOf = (account: string) => `fresh:${account}`;

/** Notes that a source was read, or why the API was not. */
export function noteFresh(kido: Kido, account: string, change: Fresh): Promise<void> {
  return kido.session.change<Fresh>(keyOf(account), (before) => ({ ...before, ...change }));
}

/** A problem as it may be kept: no secret, no body. */
export function troubleOf({ kind, message, host, status, tries }: ApiProblem, at: number): ApiTrouble {
  return { kind, message, host, status, tries, at };
}

/** What is wrong with a reply of which the rest was read. Told beside the values, and no reason to ask again at once. */
export function partTrouble(parts: ReplyProblem[], host: string, at: number): ApiTrouble {
  return { kind: PART, message: '', host, status: null, tries: 1, at, parts };
}

/** Weeks that the API gave last in this session. */
export async function lastWeeks(kido: Kido, account: string): Promise<LastWeeks> {
  return (await kido.session.read<Fresh>(keyOf(account)))?.weeks ?? {};
}

/** Other ids of the account with which its APIs were last asked; null where they were not asked in this session. */
export async function askedIds(kido: Kido, account: string): Promise<Record<string, string> | null> {
  return (await kido.session.read<Fresh>(keyOf(account)))?.askedIds ?? null;
}

/** Last API answer of this session, in epoch ms; null where there was none. */
export async function apiAskedAt(kido: Kido, account: string): Promise<number | null> {
  const fresh = await kido.session.read<Fresh>(keyOf(account));
  return fresh?.problem && fresh.problem.kind !== PART ? null : (fresh?.apiAt ?? null);
}

/** How fresh the values of an account are; what this session does not know is told by its newest readings. */
export async function freshnessOf(kido: Pick<Kido, 'session'>, account: string, folded: Account) {
  const fresh = await kido.session.read<Fresh>(keyOf(account));
  return {
    pageAt: fresh?.pageAt ?? newest(folded, 'page'),
    apiAt: fresh?.apiAt ?? newest(folded, 'api'),
    trouble: fresh?.problem ?? null,
  };
}

function newest(folded: Account, source: Source): number | null {
  let latest: number | null = null;
  for (const history of folded.metrics.values()) {
    for (const list of [history.moments, ...history.weeks.values()]) {
      for (const reading of list) if (reading.source === source && reading.seenAt > (latest ?? 0)) latest = reading.seenAt;
    }
  }
  return latest;
}
