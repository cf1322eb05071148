import type { EntryBody } from '@/lib/core/account/entry';
import type { NoteSources } from '@/lib/core/note/complete-note';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import type { Lang } from '@/lib/core/text';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { TimelineRow } from '@/lib/core/view/timeline';
import type { FormRequests } from './form-requests';
import type { HandOnRequests } from './hand-on-requests';
import type { HookRequests } from './hook-requests';
import type { Done } from './page-requests';
import type { DriftRow, SetupRequests } from './setup-requests';

/** What the side panel follows: the account of a tab, or why there is none. */
export type TabState =
  | { state: 'account'; view: PanelView }
  | { state: 'noAccess'; console: string; name: string; origin: string; patterns: string[] }
  | { state: 'noAccount'; console: string }
  | { state: 'noConsole'; origin: string | null };

export interface ConsoleRow<Console = unknown> {
  console: Console;
  access: boolean;
  patterns: string[];
  /** Set by the company's policy; cannot be edited here. */
  locked: boolean;
  secrets: { name: string; set: boolean }[];
  /** Fields that can no longer be read. */
  drift: DriftRow[];
}

/** Raw draft of the log form; the form decides what is in it. */
export type DraftFields = Record<string, unknown>;

/** What Kido's own pages may ask of the background. Never open to a content script. */
export interface ExtensionRequests extends SetupRequests, HandOnRequests, HookRequests, FormRequests {
  'tab.state': { ask: { tabId: number; address: string | null }; reply: TabState };
  'timeline.get': { ask: { account: string }; reply: TimelineRow[] };
  'log.choices': { ask: { account: string }; reply: LogChoices };
  /** `ticks`: checklist items that the agenda's points stand for; they are marked done with it. */
  'touchpoint.log': { ask: { account: string; touchpoint: EntryBody<'touchpoint'>; ticks: string[] }; reply: Done };
  /** A held touchpoint as it stands, and the change of it; what it said before stays in the journal. */
  'touchpoint.get': { ask: { account: string; id: string }; reply: EntryBody<'touchpoint'> };
  'touchpoint.amend': { ask: { account: string; id: string; touchpoint: EntryBody<'touchpoint'> }; reply: Done };
  /** The text that a person picked on a page for this account, once. `other`: picked where no account was open. */
  'picked.take': { ask: { account: string; other: boolean }; reply: Picked | null };
  'picked.look': { ask: Record<string, never>; reply: Picked | null };
  'fact.note': { ask: { account: string; metric: string; value: string | number | boolean | null }; reply: Done };
  'draft.get': { ask: { account: string }; reply: { at: number; fields: DraftFields } | null };
  'draft.put': { ask: { account: string; at: number; fields: DraftFields }; reply: null };
  'draft.drop': { ask: { account: string }; reply: null };
  'settings.get': { ask: Record<string, never>; reply: Settings };
  'settings.put': { ask: { preferences: unknown }; reply: Settings };
  'console.list': { ask: Record<string, never>; reply: ConsoleRow[] };
  'console.save': { ask: { console: unknown }; reply: { errors: string[] } };
  'console.remove': { ask: { id: string }; reply: null };
  'access.changed': { ask: Record<string, never>; reply: null };
  'secret.list': { ask: { names: string[] }; reply: { name: string; set: boolean }[] };
  'secret.put': { ask: { name: string; value: string | null }; reply: null };
  'api.try': { ask: { console: unknown; accountId: string }; reply: ApiTrial[] };
  'playbook.list': { ask: Record<string, never>; reply: { playbook: Playbook; used: boolean }[] };
  'playbook.publish': { ask: { playbook: unknown; use: boolean }; reply: { errors: string[] } };
}

/** What the log form offers for an account: plays with their agenda, the one that is next, and facts to ask for. */
export interface LogChoices {
  play: string;
  plays: { id: string; name: string; minutes: number | null; agenda: { text: string; ticks: string[] }[] }[];
  facts: { metric: string; name: string; type: string; value: string }[];
  /** What the note completes: people of this account, its open tasks, requests of all accounts. */
  sources: NoteSources;
}

/** Text that a person picked on a page to note it. */
export interface Picked {
  text: string;
  page: string;
  /** The account that the page showed; null where it showed none. */
  account: string | null;
}

/** What an API gave for one account when it was tried, or why it gave nothing. */
export interface ApiTrial {
  id: string;
  readings: { metric: string; value: unknown; week: string | null }[];
  problem: string | null;
}

export interface Settings {
  preferences: unknown;
  lang: Lang;
  zone: string;
  locked: string[];
  shortcuts: { name: string; keys: string }[];
}

/** What the background tells Kido's own pages. */
export type ExtensionNews =
  | { news: 'account'; account: string }
  | { news: 'tab'; tabId: number }
  | { news: 'settings' }
  | { news: 'focusLog' }
  | { news: 'picked' }
  | { news: 'outbox' };
