import type { DBSchema } from 'idb';
import type { Entry } from '@/lib/core/account/entry';
import type { AccountRequest } from '@/lib/core/account/requests';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import type { AccountRow, ErasedMark } from '@/lib/formats/backup-file';

/** A touchpoint as it is searched: all its words, notes, requests and tasks in one text. */
export interface SearchedNote {
  /** Orders notes from the newest to the oldest. */
  key: string;
  id: string;
  account: string;
  day: string;
  play: string | null;
  text: string;
  words: string[];
}

/** One entry on its way to one webhook. */
export interface OutboxRow {
  /** The same for the same entry and webhook: a second arrival can be told from a second event. */
  id: string;
  hook: string;
  account: string;
  entry: string;
  /** Its place among the account's entries: they arrive in this order. */
  order: number;
  tries: number;
  /** Epoch ms of the next try. */
  nextAt: number;
  /** `failed`: a person has to look; what comes after it for the same account waits. */
  state: 'waiting' | 'failed';
  problem: string | null;
}

/** What is being written about an account, or that what was written has been logged. */
export interface DraftRow {
  account: string;
  /** Counts every change of any draft, so that it never comes again. */
  rev: number;
  /** The window that wrote it last, and the number that this window gave it; '' and 0 for one that came otherwise. */
  writer: string;
  seq: number;
  /** Epoch ms, for people to read; nothing is ordered by it. */
  at: number;
  /** Null once it was logged or thrown away: kept, so that a late message does not bring it back. */
  fields: Record<string, unknown> | null;
}

/** A secret, for the one origin for which it was typed; '' where that is not known, and then it is never sent. */
export interface SecretRow {
  name: string;
  origin: string;
  value: string;
}

/** A webhook as it was stored, readable or not. */
export interface WebhookRow {
  /** Its id, where it has one. */
  key: string;
  /** The list is shown in the order in which they came. */
  order: number;
  hook: unknown;
}

export interface KidoDatabase extends DBSchema {
  entries: { key: string; value: Entry; indexes: { byAccount: [string, number] } };
  accounts: { key: string; value: AccountRow };
  drafts: { key: string; value: DraftRow };
  playbooks: { key: [string, number]; value: Playbook };
  /** Touchpoints as they are searched; made from the entries, and made again when they change. */
  notes: { key: string; value: SearchedNote; indexes: { byWord: string; byAccount: string } };
  /** Feature requests with what became of them; made from the entries like the notes. */
  requests: { key: string; value: AccountRequest; indexes: { byAccount: string } };
  /** Entries on their way to other systems. */
  outbox: { key: string; value: OutboxRow };
  /** What is known of the store itself. */
  meta: { key: string; value: number | string };
  secrets: { key: [string, string]; value: SecretRow };
  webhooks: { key: string; value: WebhookRow };
  /** Marks of what was erased, so that it does not come back. */
  erased: { key: string; value: ErasedMark };
}
