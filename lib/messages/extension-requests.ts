import type { EntryBody } from '@/lib/core/account/entry';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import type { Lang } from '@/lib/core/text';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { TimelineRow } from '@/lib/core/view/timeline';
import type { HandOnRequests } from './hand-on-requests';
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
export interface ExtensionRequests extends SetupRequests, HandOnRequests {
  'tab.state': { ask: { tabId: number; address: string | null }; reply: TabState };
  'timeline.get': { ask: { account: string }; reply: TimelineRow[] };
  'log.choices': { ask: { account: string }; reply: LogChoices };
  'touchpoint.log': { ask: { account: string; touchpoint: EntryBody<'touchpoint'> }; reply: Done };
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
  plays: { id: string; name: string; minutes: number | null; agenda: string[] }[];
  facts: { metric: string; name: string; type: string; value: string }[];
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
  | { news: 'focusLog' };
