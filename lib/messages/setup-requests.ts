import type { Lang } from '@/lib/core/text';

/** A way to find a value again, and why it is likely to hold. */
export interface Offer {
  locator: Record<string, string>;
  by: 'label' | 'header' | 'name' | 'place';
}

/** A value that a page shows, found without a configuration. */
export interface DiscoveredValue {
  label: string;
  value: string | number | boolean | null;
  text: string;
  type: string;
  /** BCP 47 language by whose forms the text means this value; null where all agree. */
  locale: string | null;
  offers: Offer[];
}

export interface DiscoveredPage {
  title: string;
  accountId: string | null;
  ambiguous: boolean;
  locale: string | null;
  fields: DiscoveredValue[];
}

/** One account in a dry run: what its page and its API gave, and why not. */
export interface TrialRow {
  address: string;
  accountId: string | null;
  name: string | null;
  problem: string | null;
  readings: { metric: string; value: unknown; shown: string | null; problem: string | null; source: 'page' | 'api' }[];
}

/** A field that can no longer be read, for people. */
export interface DriftRow {
  metric: string;
  name: string;
  since: number;
  scope: 'console' | 'account' | 'page';
  proposal: { locator: Record<string, string>; label: string; shown: string; because: ('value' | 'label')[] } | null;
}

/** A field as a console file holds it. */
export interface TaughtField {
  metric: string;
  find: Record<string, string>[];
  parse: string;
}

/** What the teaching script is given when it starts in a page. */
export interface TeachSetup<Words = unknown> {
  console: string;
  metrics: { id: string; name: string; type: string; read: boolean }[];
  words: Words;
  styles: string;
  lang: Lang;
  theme: 'auto' | 'light' | 'dark';
  locale: string;
  zone: string;
  urlId: string | null;
}

/** What the script that frames the set-up steps on a console's page is given. */
export interface DockSetup {
  /** Address of the extension's page, with the pass of this tab. */
  page: string;
  words: { title: string; fold: string; unfold: string; close: string };
  styles: string;
  lang: Lang;
  theme: 'auto' | 'light' | 'dark';
}

/** What setting up a console asks of the background; only from Kido's own pages. */
export interface SetupRequests {
  'addresses.guess': { ask: { addresses: string[] }; reply: ({ origin: string; match: string; id: string; sure: boolean } | null)[] };
  'page.discover': { ask: { address: string; id: string | null; locale: string | null; zone: string | null }; reply: DiscoveredPage };
  'console.try': { ask: { console: unknown; addresses: string[] }; reply: { errors: string[]; rows: TrialRow[] } };
  'reply.fetch': { ask: { console: unknown; api: number; accountId: string }; reply: { pages: unknown[]; problem: string | null } };
  'reply.map': { ask: { expression: string; pages: unknown[]; accountId: string }; reply: { result: unknown; problem: string | null } };
  'wizard.get': { ask: Record<string, never>; reply: unknown };
  'wizard.put': { ask: { state: unknown }; reply: null };
  'teach.start': { ask: { console: string; address: string | null; tabId: number | null }; reply: { problem: string | null } };
  /** Opens the steps on a tab's page, or on an address in a new tab. */
  'dock.open': { ask: { tabId: number | null; address: string | null }; reply: { problem: string | null } };
  /** Where a frame stands: null for one that no person opened. */
  /** Whether the browser lets Kido ask each of these match patterns. */
  'access.has': { ask: { origins: string[] }; reply: boolean[] };
  'settings.open': { ask: Record<string, never>; reply: null };
  'dock.mine': { ask: { pass: string }; reply: { tabId: number; address: string } | null };
  'drift.accept': { ask: { console: string; metric: string; locator: Record<string, string> }; reply: { errors: string[] } };
}

/** What the teaching script asks; it may speak of its own console only, and only after a person started it. */
export interface TeachRequests {
  'teach.setup': { ask: { address: string }; reply: TeachSetup | null };
  'teach.others': {
    ask: { address: string; field: TaughtField };
    reply: { account: string; name: string; value: unknown; problem: string | null }[];
  };
  'teach.save': { ask: { address: string; field: TaughtField }; reply: { errors: string[] } };
  /** Takes the last save in this tab back. */
  'teach.undo': { ask: { address: string }; reply: { errors: string[] } };
  'teach.stop': { ask: { address: string }; reply: null };
  'dock.setup': { ask: { address: string }; reply: DockSetup | null };
  'dock.close': { ask: { address: string }; reply: null };
}
