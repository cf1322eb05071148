import { exportMessages } from './export-messages';
import { formMessages } from './form-messages';
import { hookMessages } from './hook-messages';
import { logMessages } from './log-messages';
import { pageMessages } from './page-messages';
import { settingsMessages } from './settings-messages';
import { setupMessages } from './setup-messages';

/** What Kido's own pages may ask. Never open to a content script. */
export const extensionMessages = {
  ...pageMessages,
  ...logMessages,
  ...settingsMessages,
  ...setupMessages,
  ...exportMessages,
  ...hookMessages,
  ...formMessages,
} as const;
export type ExtensionMessages = typeof extensionMessages;

/** What the background tells Kido's own pages. */
export type ExtensionNews =
  | { news: 'account'; account: string }
  | { news: 'tab'; tabId: number }
  | { news: 'settings' }
  | { news: 'focusLog' }
  | { news: 'picked' }
  | { news: 'outbox' }
  /** A draft was stored or is done with; `writer` is the window that said so. */
  | { news: 'draft'; account: string; writer: string };
