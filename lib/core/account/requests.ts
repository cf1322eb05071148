import { foldSearch } from '../fold-search';
import type { Entry, EntryBody } from './entry';

type Told = NonNullable<EntryBody<'touchpoint'>['requests']>[number];

/** A feature request of one account, with what became of it. */
export interface AccountRequest extends Told {
  /** Its own: the touchpoint and its place there. */
  id: string;
  account: string;
  /** The key of its own words. */
  own: string;
  /** Requests with the same key ask for the same thing: the own one, unless a person put it with another. */
  key: string;
  day: string;
  status: NonNullable<EntryBody<'request'>['status']>;
  answer?: string;
  answeredDay?: string;
}

/** The name under which a request is known: its words in one width and case, without the stop at the end. */
export function requestKey(text: string): string {
  return foldSearch(text)
    .replace(/[.。!！?？]+$/u, '')
    .slice(0, 2000);
}

/** Feature requests of one account, as they stand. `entries`: after amendments and retractions, in order. */
export function requestsOf(entries: Entry[]): AccountRequest[] {
  const news = new Map<string, Omit<EntryBody<'request'>, 'request'>>();
  for (const entry of entries) {
    if (entry.kind !== 'request') continue;
    const { request, ...told } = entry.body;
    news.set(request, { ...news.get(request), ...told });
  }
  return entries.flatMap((entry) => {
    if (entry.kind !== 'touchpoint' || entry.body.status !== 'held') return [];
    const { day } = entry.body;
    return (entry.body.requests ?? []).map((told, at): AccountRequest => {
      const own = requestKey(told.text);
      const { same, status = 'new', team, answer, answeredDay } = news.get(own) ?? {};
      return {
        ...told,
        id: `${entry.id}#${at}`,
        account: entry.account,
        own,
        key: same || own,
        day,
        status,
        ...(team && { team }),
        ...(answer && { answer }),
        ...(answeredDay && { answeredDay }),
      };
    });
  });
}

/** One request of the product, asked for by one or more accounts. */
export interface RequestGroup {
  key: string;
  /** In the words of the account that asked last. */
  text: string;
  asked: AccountRequest[];
  accounts: string[];
  /** The strongest that any account told. */
  urgency: 'low' | 'medium' | 'high' | null;
  blocking: number;
  /** What all say; the earliest state where accounts differ, because that account still waits. */
  status: AccountRequest['status'];
  /** Accounts that were given an answer. */
  answered: number;
  lastDay: string;
}

const ORDER = ['low', 'medium', 'high'] as const;
const STATES = ['new', 'planned', 'building', 'done', 'declined'] as const;

/** Requests of all accounts, those for the same thing together; the one asked by most accounts first. */
export function groupRequests(requests: AccountRequest[]): RequestGroup[] {
  const groups = new Map<string, AccountRequest[]>();
  for (const one of requests) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  return [...groups]
    .map(([key, list]): RequestGroup => {
      const asked = list.toSorted((a, b) => (a.day < b.day ? 1 : -1));
      const urgency = Math.max(...asked.map((one) => (one.urgency ? ORDER.indexOf(one.urgency) : -1)));
      const accounts = [...new Set(asked.map((one) => one.account))];
      return {
        key,
        text: (asked.find((one) => requestKey(one.text) === key) ?? asked[0])?.text ?? key,
        asked,
        accounts,
        urgency: ORDER[urgency] ?? null,
        blocking: asked.filter((one) => one.blocking).length,
        status: STATES[Math.min(...asked.map((one) => STATES.indexOf(one.status)))] ?? 'new',
        answered: accounts.filter((account) => asked.some((one) => one.account === account && one.answer)).length,
        lastDay: asked[0]?.day ?? '',
      };
    })
    .toSorted((a, b) => b.accounts.length - a.accounts.length || (a.lastDay < b.lastDay ? 1 : -1));
}
