import { z } from 'zod';
import { bodySchemas } from '@/lib/core/account/entry';
import type { Lang } from '@/lib/core/text';
import type { SentView, Written } from '@/lib/core/view/sent-view';
import type { PageConfig } from '@/lib/formats/page-config';
import { type PanelPlace, panelPlaceSchema } from '@/lib/formats/preferences';
import { formPageMessages } from './form-messages';
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

const name = z.string().max(500).nullable();

/**
 * Which of its visits a document speaks of. `document` is made by the script when it starts and is known to no page;
 * `count` grows with each account that comes and goes there. A late word of an older visit says nothing of a newer one.
 */
const visit = z.strictObject({ document: z.string().min(8).max(40), count: z.number().int().min(0) });
export type VisitMark = z.infer<typeof visit>;

/** What a page of a console may ask. Its page may be hostile: nothing is taken that does not fit. */
export const pageMessages = {
  ...teachMessages,
  ...formPageMessages,
  'page.setup': answers<PageSetup | null>().to(z.strictObject({ address })),
  'account.open': answers<SentView>().to(z.strictObject({ address, accountId, name: name.default(null), visit })),
  /** `fields` are those that are certain by now. `isRecord` false: the page shows nothing of a record; `NO_ACCOUNT`, as a rule. */
  'account.read': answers<SentView>().to(
    z.strictObject({ address, accountId, name, fields: z.array(foundSchema).max(200), isRecord: z.boolean().default(true), visit }),
  ),
  /** `address` is the one that was left, or that no longer names the account. `why`: what a page that stays there shows instead. */
  'account.left': answers<null>().to(z.strictObject({ address, visit, why: z.string().max(1000).optional() })),
  'account.view': answers<SentView>().to(z.strictObject({ account })),
  'api.ask': answers<SentView>().to(z.strictObject({ account, again: z.boolean() })),
  'item.mark': answers<Written>().to(z.strictObject({ account, mark: bodySchemas.item })),
  'stall.snooze': answers<Written>().to(z.strictObject({ account, snooze: bodySchemas.snooze })),
  'touchpoint.plan': answers<Written>().to(z.strictObject({ account, play: z.string().max(100), day })),
  'play.done': answers<Written>().to(z.strictObject({ account, play: z.string().max(100) })),
  'judgement.state': answers<Written>().to(z.strictObject({ account })),
  'entry.retract': answers<Written>().to(z.strictObject({ account, ids: z.array(entryId).min(1).max(50) })),
  'handover.text': answers<string>().to(z.strictObject({ account })),
  'panel.place': answers<null>().to(z.strictObject({ console: consoleId, place: panelPlaceSchema })),
  'sidepanel.open': answers<null>().to(z.strictObject({ address })),
} as const;
export type PageMessages = typeof pageMessages;

/** What the background tells a page without being asked. */
export type PageNews =
  | { news: 'view'; view: SentView }
  | { news: 'toggle' }
  | { news: 'hide' }
  | { news: 'undock' }
  /** An account was erased: nothing of it is shown any more. */
  | { news: 'erased'; account: string }
  /** A form of this account was sent, or cancelled, where nothing was written. */
  | { news: 'form'; account: string; written: string[] }
  | { news: 'setup'; setup: PageSetup | null };
