import type { Entry, EntryBody, EntryKind } from '@/lib/core/account/entry';
import type { Account } from '@/lib/core/account/fold-account';
import type { Reading } from '@/lib/core/account/reading';
import type { Assessment } from '@/lib/core/assess/assess';
import type { ViewSetting } from '@/lib/core/view/evidence-line';
import type { Surroundings } from '@/lib/core/view/make-view';
import type { SentView } from '@/lib/core/view/sent-view';
import type { Standpoint } from './setting';

/** What is to be written: a kind and its body; id, time, clock and author are the keeper's. */
export type NewEntry = { [K in EntryKind]: { kind: K; body: EntryBody<K> } }[EntryKind];

/** One account now: what the journal says and what follows from it. */
export interface AccountNow {
  entries: readonly Entry[];
  folded: Account;
  /** Values that were seen and are not written yet. */
  held: readonly Reading[];
  /** What the journal alone says, without what was seen and is not written yet. */
  written: Account;
  assessment: Assessment;
  setting: ViewSetting;
}

/** What the keeper needs from outside. */
export interface KeeperNeeds {
  /** Epoch ms UTC. */
  now(): number;
  standpoint(): Promise<Standpoint>;
  device(): Promise<string>;
  /** Webhooks that are to learn of entries. */
  hooksFor(entries: Entry[]): Promise<string[]>;
  /** What stands beside an assessment in a view. */
  surroundings(account: string, folded: Account): Promise<Surroundings>;
  /** Values that are held back from the journal outlive the background, not the browser. */
  held(account: string): Promise<Reading[]>;
  keepHeld(account: string, readings: Reading[]): Promise<void>;
  /** Called once for every change, after it is on disk. `except`: the tab that gets the view as its answer. */
  publish(view: SentView, except: number | null): void;
  /** Entries for webhooks were noted. */
  posted(): void;
}
