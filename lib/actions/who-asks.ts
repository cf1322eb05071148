import { accountKey, parseAccountKey } from '@/lib/core/account/account-key';
import { type ConsoleFile, pagePatterns } from '@/lib/formats/console-file';
import { originOf } from '@/lib/formats/web-address';
import type { Sender } from '@/lib/messages/dispatch';
import { type FramedPage, framedPage } from '@/lib/messages/framed-pages';
import { matchAddress } from '@/lib/readers/page/match-address';
import { isSameName } from '@/lib/readers/page/same-name';
import type { Kido } from './kido';
import { isProbe } from './probes';
import { shownIn } from './shown-tabs';

/** A page of a configured console that may be read. */
export interface PageAsker {
  kind: 'page';
  tabId: number;
  origin: string;
  /** Address of the tab, where the browser tells it. */
  tabUrl: string | null;
  document: string | null;
  consoles: ConsoleFile[];
}

/** One of Kido's own pages; `connect` and `form` are those that a console's page may frame. */
export interface OwnAsker {
  kind: 'extension' | FramedPage;
  tabId: number | null;
  document: string | null;
}

export type Asker = PageAsker | OwnAsker;

/** Decides who sent a message by what the browser says of the sender, never by what the message says. Null: nobody we know. */
export async function whoAsks(kido: Kido, sender: Sender, own: { id: string; url: string }): Promise<Asker | null> {
  if (sender.id !== own.id || sender.url === null || sender.isPrivate) return null;
  const { tabId, document } = sender;
  if (sender.url.startsWith(own.url)) {
    // A sandboxed page of ours would have our address and the origin of nobody.
    if (sender.origin !== undefined && !own.url.startsWith(`${sender.origin}/`)) return null;
    const frame = framedPage(sender.url, sender.frameId ?? 0);
    return frame === undefined ? null : { kind: frame ?? 'extension', tabId, document };
  }
  if (tabId === null || sender.frameId !== 0 || !sender.isActive || !URL.canParse(sender.url)) return null;
  const { origin } = new URL(sender.url);
  // A sandboxed document has the address of its page and the origin of nobody.
  if (origin === 'null' || (sender.origin !== undefined && sender.origin !== origin)) return null;
  // A dry run looks at pages in tabs of its own; what registered scripts say there is nobody's visit.
  if (await isProbe(kido.session, tabId)) return null;
  const consoles: ConsoleFile[] = [];
  for (const { console } of await kido.settings.consoles()) {
    if (console.origins.includes(origin) && (await kido.host.access.has(pagePatterns(console)))) consoles.push(console);
  }
  return { kind: 'page', tabId, origin, tabUrl: sender.tabUrl, document, consoles };
}

/** The console whose account pages an address belongs to; the address must be of the sender's own origin. */
export function consoleAt(asker: PageAsker, address: string): ConsoleFile | null {
  if (originOf(address) !== asker.origin) return null;
  return asker.consoles.find((console) => matchAddress(console, address) !== null) ?? null;
}

/**
 * The account's key, if address and id fit: the tab must stand at that address, and an id in the address must be the id
 * that the page names. Where the page is checked for the id, the address may name the same record by its name.
 * @throws Error
 */
export function accountAt(
  asker: PageAsker,
  address: string,
  accountId: string,
  name: string | null = null,
): { account: string; console: ConsoleFile } {
  const console = consoleAt(asker, address);
  if (!console) throw new Error('not an account page of a known console');
  if (asker.tabUrl !== null && !isSamePlace(asker.tabUrl, address)) throw new Error('the tab shows another address');
  const urlId = matchAddress(console, address)?.urlId ?? null;
  const isSlug = urlId !== null && name !== null && console.account.check?.some((one) => one.holds === 'id') && isSameName(urlId, name);
  if (console.account.id === 'url' && urlId !== accountId && !isSlug) throw new Error('address and account disagree');
  return { account: accountKey({ console: console.id, id: accountId }), console };
}

/** The browser may lag behind a single-page console in what stands behind the host, but never in the host itself. */
function isSamePlace(tabUrl: string, address: string): boolean {
  return originOf(tabUrl) === originOf(address);
}

/**
 * Whether an asker may speak of an account: a page only of the one that its own tab shows, and a framed page no more than that.
 * @throws Error
 */
export async function mayTouch(kido: Kido, asker: Asker, account: string): Promise<void> {
  const name = parseAccountKey(account);
  if (!name) throw new Error('no such account');
  if (asker.kind === 'extension') return;
  const shown = asker.tabId === null ? null : await shownIn(kido.session, asker.tabId);
  if (shown?.account !== account) throw new Error('not the account that this tab shows');
  if (asker.kind === 'page' && shown.sender !== null && asker.document !== null && shown.sender !== asker.document)
    throw new Error('not the page that this tab shows');
  if (asker.kind === 'page' && !asker.consoles.some((console) => console.id === name.console))
    throw new Error('account of another console');
}

/** Questions that name an account are checked against the sender before anything else. */
export async function checkAccount(kido: Kido, body: unknown, asker: Asker): Promise<void> {
  if (body !== null && typeof body === 'object' && 'account' in body && typeof body.account === 'string')
    await mayTouch(kido, asker, body.account);
}
