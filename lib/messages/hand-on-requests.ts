import type { Entry, EntryBody } from '@/lib/core/account/entry';
import type { AccountRequest } from '@/lib/core/account/requests';
import type { FoundNote } from '@/lib/core/view/found-note';
import type { PlannedEvent } from '@/lib/core/view/planned-event';

/** What leaves Kido and comes back, by a person's hand. */
export interface HandOnRequests {
  /** The store part by part; `after` is the `next` of the part before. */
  'data.backup': {
    ask: { after?: string | null };
    reply: { entries: Entry[]; accounts: { key: string; name: string | null }[]; next: string | null };
  };
  'data.restore': { ask: { data: unknown; isLast?: boolean }; reply: { added: number; known: number; problem: string | null } };
  /** Notes of all accounts that hold what is typed; `pieces` with `hit` set are what was looked for. */
  /** Address of an account's page, where it was read last. */
  'account.page': { ask: { account: string }; reply: string | null };
  'notes.search': { ask: { text: string }; reply: FoundNote[] };
  'requests.list': { ask: Record<string, never>; reply: RequestRow[] };
  /** Says of some accounts' request what became of it. Answers with the entries, so that it can be undone. */
  'request.tell': { ask: { accounts: string[]; told: EntryBody<'request'> }; reply: { written: { account: string; id: string }[] } };
  'calendar.event': { ask: { account: string; id: string }; reply: PlannedEvent };
  'touchpoint.recap': { ask: { account: string; id: string }; reply: { subject: string; markdown: string; html: string; mail: string } };
}

/** A feature request of one account, with what its size says. */
export interface RequestRow extends AccountRequest {
  name: string;
  /** Contract value as last read; null where it is not known. */
  value: number | null;
}
