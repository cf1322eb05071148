import { type Browser, browser } from 'wxt/browser';
import { accountKey, parseAccountKey } from '@/lib/core/account/account-key';
import type { ConsoleFile } from '@/lib/formats/console-file';
import { type FramedPage, framedPage } from '@/lib/messages/framed-pages';
import { matchAddress } from '@/lib/readers/page/match-address';
import { readConsoles } from '@/lib/settings/settings-store';
import { hasAccess } from './registration';

/** Who sent a message: one of Kido's own pages, on its own or framed by a console's, or a page of a configured console that may be read. */
export type Asker =
  | { kind: 'extension'; tabId: number | null; frame: FramedPage | null }
  | { kind: 'page'; tabId: number; origin: string; consoles: ConsoleFile[] };

/** Decides by what the browser says of the sender, never by what the message says. */
export async function whoAsks(sender: Browser.runtime.MessageSender): Promise<Asker | null> {
  if (sender.id !== browser.runtime.id || !sender.url) return null;
  const tabId = sender.tab?.id;
  if (sender.url.startsWith(browser.runtime.getURL('/'))) {
    const frame = framedPage(sender.url, sender.frameId ?? 0);
    return frame === undefined ? null : { kind: 'extension', tabId: tabId ?? null, frame };
  }
  if (tabId === undefined || (sender.frameId ?? 0) !== 0) return null;
  const { origin } = new URL(sender.url);
  const consoles: ConsoleFile[] = [];
  for (const { console } of await readConsoles()) {
    if (console.origins.includes(origin) && (await hasAccess(console))) consoles.push(console);
  }
  return { kind: 'page', tabId, origin, consoles };
}

/** The console whose account pages an address belongs to; the address must be of the sender's own origin. */
export function consoleAt(asker: Extract<Asker, { kind: 'page' }>, address: string): ConsoleFile | null {
  if (!URL.canParse(address) || new URL(address).origin !== asker.origin) return null;
  return asker.consoles.find((console) => matchAddress(console, address) !== null) ?? null;
}

/** The account's key, if address and id fit: an id in the address must be the id that the page names. */
export function accountAt(asker: Extract<Asker, { kind: 'page' }>, address: string, accountId: string): string {
  const console = consoleAt(asker, address);
  if (!console) throw new Error('not an account page of a known console');
  const urlId = matchAddress(console, address)?.urlId ?? null;
  if (console.account.id === 'url' && urlId !== accountId) throw new Error('address and account disagree');
  return accountKey({ console: console.id, id: accountId });
}

/** A page may speak only of accounts of its own console. */
export function mayTouch(asker: Asker, account: string): void {
  const name = parseAccountKey(account);
  if (!name) throw new Error('no such account');
  if (asker.kind === 'page' && !asker.consoles.some((console) => console.id === name.console))
    throw new Error('account of another console');
}
