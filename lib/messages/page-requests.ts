import type { EntryBody } from '@/lib/core/account/entry';
import type { Lang } from '@/lib/core/text';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { FormPageRequests } from './form-requests';
import type { TeachRequests } from './setup-requests';

/** Where the panel stands; the same shape as in the settings, told without their code. */
export interface PanelPlacement {
  side: 'right' | 'left';
  width: number;
  collapsed: boolean;
  hidden: boolean;
}

/** What a content script is given when it starts. `config` is how to read, never how to ask an API. */
export interface PageSetup<Config = unknown, Words = unknown> {
  config: Config;
  /** Words of buttons and headings, in the one language that is needed. */
  words: Words;
  /** The panel's style sheet: it need not be parsed as a script in every page. */
  styles: string;
  lang: Lang;
  theme: 'auto' | 'light' | 'dark';
  place: PanelPlacement;
  canOpenSidePanel: boolean;
}

/** A field as it stands on the page. The background works out what it means. */
export interface FoundText {
  metric: string;
  shown: string | null;
  where: string;
  problem: string | null;
  lang?: string;
}

/**
 * Which of its visits a document speaks of. `document` is made by the script when it starts and is known to no page;
 * `count` grows with each account that comes and goes there. A late word of an older visit says nothing of a newer one.
 */
export interface VisitMark {
  document: string;
  count: number;
}

/**
 * Order of a view among all that one life of the background made, as it began to make them. A wall clock may be put
 * back; what comes from another life of the background is always newer, since the life before is over.
 */
export interface Turn {
  life: string;
  count: number;
}

/** A view as it is sent to a page. */
export type SentView = PanelView & { turn: Turn };

/** What a page may ask of the background; each is checked there against the console of the sender's origin. */
export interface PageRequests extends TeachRequests, FormPageRequests {
  'page.setup': { ask: { address: string }; reply: PageSetup | null };
  'account.open': { ask: { address: string; accountId: string; visit: VisitMark }; reply: SentView };
  'account.read': {
    ask: { address: string; accountId: string; name: string | null; fields: FoundText[]; visit: VisitMark };
    reply: SentView;
  };
  /** `address` is the one that was left, or that no longer names the account. */
  'account.left': { ask: { address: string; visit: VisitMark }; reply: null };
  'account.view': { ask: { account: string }; reply: SentView };
  'api.ask': { ask: { account: string; again: boolean }; reply: SentView };
  'item.mark': { ask: { account: string; mark: EntryBody<'item'> }; reply: Done };
  'stall.snooze': { ask: { account: string; snooze: EntryBody<'snooze'> }; reply: Done };
  'touchpoint.plan': { ask: { account: string; play: string; day: string }; reply: Done };
  'play.done': { ask: { account: string; play: string }; reply: Done };
  'judgement.state': { ask: { account: string }; reply: Done };
  'entry.retract': { ask: { account: string; ids: string[] }; reply: Done };
  'handover.text': { ask: { account: string }; reply: string };
  'panel.place': { ask: { console: string; place: PanelPlacement }; reply: null };
  'sidepanel.open': { ask: { address: string }; reply: null };
}

/** The entries that an action wrote, so that it can be undone, and the view after it. */
export interface Done {
  written: string[];
  view: SentView;
}

/** What the background tells a page without being asked. */
export type PageNews =
  | { news: 'view'; view: SentView }
  | { news: 'toggle' }
  | { news: 'hide' }
  | { news: 'undock' }
  /** A form of this account was sent, or cancelled, where nothing was written. */
  | { news: 'form'; account: string; written: string[] }
  | { news: 'setup'; setup: PageSetup | null };

/** Answers travel as values, so that a failure keeps its words on the way. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: string };

/** What the background says when the disk, or the browser's share of it, is full. */
export const DISK_FULL = 'disk full';
