import { z } from 'zod';
import { bodySchemas } from '@/lib/core/account/entry';
import type { Lang } from '@/lib/core/text';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { PageConfig } from '@/lib/formats/page-config';
import { type PanelPlace, panelPlaceSchema } from '@/lib/formats/preferences';
import { answers } from './message';
import { account, accountId, address, consoleId, day, entryId } from './shapes';
import { teachMessages } from './teach-messages';

/** What a content script is given when it starts. `config` is how to read, never how to ask an API. */
export interface PageSetup<Words = unknown> {
  config: PageConfig;
  /** Words of buttons and headings, in the one language that is needed. */
  words: Words;
  /** The panel's style sheet: it need not be parsed as a script in every page. */
  styles: string;
  lang: Lang;
  theme: 'auto' | 'light' | 'dark';
  place: PanelPlace;
  canOpenSidePanel: boolean;
}

/** A field as it stands on the page. The background works out what it means. */
const foundSchema = z.strictObject({
  metric: z.string().max(100),
  shown: z.string().max(2000).nullable(),
  where: z.string().max(500),
  problem: z.string().max(500).nullable(),
  lang: z.string().max(35).optional(),
});

/** The entries that an action wrote, so that it can be undone, and the view after it. */
export interface Done {
  written: string[];
  view: PanelView;
}

/** What a page of a console may ask. Its page may be hostile: nothing is taken that does not fit. */
export const pageMessages = {
  ...teachMessages,
  'page.setup': answers<PageSetup | null>().to(z.strictObject({ address })),
  'account.open': answers<PanelView>().to(z.strictObject({ address, accountId })),
  'account.read': answers<PanelView>().to(
    z.strictObject({ address, accountId, name: z.string().max(500).nullable(), fields: z.array(foundSchema).max(200) }),
  ),
  /** `address`: the one that was left. */
  'account.left': answers<null>().to(z.strictObject({ address })),
  'account.view': answers<PanelView>().to(z.strictObject({ account })),
  'api.ask': answers<PanelView>().to(z.strictObject({ account, again: z.boolean() })),
  'item.mark': answers<Done>().to(z.strictObject({ account, mark: bodySchemas.item })),
  'stall.snooze': answers<Done>().to(z.strictObject({ account, snooze: bodySchemas.snooze })),
  'touchpoint.plan': answers<Done>().to(z.strictObject({ account, play: z.string().max(100), day })),
  'play.done': answers<Done>().to(z.strictObject({ account, play: z.string().max(100) })),
  'judgement.state': answers<Done>().to(z.strictObject({ account })),
  'entry.retract': answers<Done>().to(z.strictObject({ account, ids: z.array(entryId).min(1).max(50) })),
  'handover.text': answers<string>().to(z.strictObject({ account })),
  'panel.place': answers<null>().to(z.strictObject({ console: consoleId, place: panelPlaceSchema })),
  'sidepanel.open': answers<null>().to(z.strictObject({ address })),
} as const;
export type PageMessages = typeof pageMessages;

/** What the background tells a page without being asked. */
export type PageNews =
  | { news: 'view'; view: PanelView }
  | { news: 'toggle' }
  | { news: 'hide' }
  | { news: 'undock' }
  | { news: 'untaught' }
  | { news: 'setup'; setup: PageSetup | null };
