import { z } from 'zod';
import { bodySchemas, type EntryBody } from '@/lib/core/account/entry';
import type { NoteSources } from '@/lib/core/note/complete-note';
import type { LogOffer } from '@/lib/core/view/log-choices';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { Written } from '@/lib/core/view/sent-view';
import type { TimelineRow } from '@/lib/core/view/timeline-row';
import { answers } from './message';
import { account, address, entryId, metric, nothing } from './shapes';

/** What the side panel follows: the account of a tab, or why there is none. */
export type TabState =
  | { state: 'account'; view: PanelView }
  | { state: 'noAccess'; console: string; name: string; origin: string; patterns: string[] }
  | { state: 'noAccount'; console: string }
  /** An account page by its address. `seen`: what its page shows instead, in the reader's words. */
  | { state: 'noRecord' | 'signIn' | 'twoAccounts' | 'notTold'; console: string; seen?: string }
  /** Nothing of it is kept until a person begins anew. */
  | { state: 'erased'; console: string; account: string }
  | { state: 'noConsole'; origin: string | null };

/** What the log form offers, and what the note completes: people of this account, its open tasks, requests of all accounts. */
export type LogChoices = LogOffer & { sources: NoteSources };

/** Text that a person picked on a page to note it. */
export interface Picked {
  text: string;
  page: string;
  /** The account that the page showed; null where it showed none. */
  account: string | null;
}

/** Raw draft of the log form; the form decides what is in it. */
const fields = z.record(z.string(), z.unknown());
export type DraftFields = z.infer<typeof fields>;

const count = z.number().int().min(0);
/** A window that writes; `seq` counts what it put. */
const writer = { writer: z.string().min(8).max(60), seq: count };
/** Which draft is done with: `rev` as the window last saw it kept. */
const doneSchema = z.strictObject({ account, ...writer, rev: count });
export type DraftDone = z.infer<typeof doneSchema>;

/** A draft as it is stored; `rev` is what a window bases its next one on. */
export interface StoredDraft {
  draft: { at: number; fields: DraftFields } | null;
  rev: number;
}
/** Not kept: another window wrote meanwhile; that is what stands there, or null where it was logged. */
export type DraftAnswer = { kept: true; rev: number } | ({ kept: false } & StoredDraft);

/** What the side panel asks about one account. */
export const logMessages = {
  'tab.state': answers<TabState>().to(z.strictObject({ tabId: z.number().int(), address: address.nullable() })),
  'timeline.get': answers<TimelineRow[]>().to(z.strictObject({ account })),
  'log.choices': answers<LogChoices>().to(z.strictObject({ account })),
  /** `ticks`: checklist items that the agenda's points stand for; they are marked done with it. `draft`: what was written, done with. */
  'touchpoint.log': answers<Written>().to(
    z.strictObject({
      account,
      touchpoint: bodySchemas.touchpoint,
      ticks: z.array(z.string().max(100)).max(100).default([]),
      draft: doneSchema.optional(),
    }),
  ),
  /** A held touchpoint as it stands, and the change of it; what it said before stays in the journal. */
  'touchpoint.get': answers<EntryBody<'touchpoint'>>().to(z.strictObject({ account, id: entryId })),
  'touchpoint.amend': answers<Written>().to(z.strictObject({ account, id: entryId, touchpoint: bodySchemas.touchpoint })),
  /** The text that a person picked on a page for this account, once. `other`: picked where no account was open. */
  'picked.take': answers<Picked | null>().to(z.strictObject({ account, other: z.boolean() })),
  'picked.look': answers<Picked | null>().to(nothing),
  'fact.note': answers<Written>().to(
    z.strictObject({ account, metric, value: z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]) }),
  ),
  'draft.get': answers<StoredDraft>().to(z.strictObject({ account })),
  /** `base`: the revision that this window last saw; 0 for none. */
  'draft.put': answers<DraftAnswer>().to(z.strictObject({ account, ...writer, base: count, fields })),
  'draft.drop': answers<{ removed: boolean } & StoredDraft>().to(doneSchema),
} as const;
