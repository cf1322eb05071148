import { accountKey, parseAccountKey } from '@/lib/core/account/account-key';
import { accessPatterns } from '@/lib/formats/console-file';
import { originOf } from '@/lib/formats/web-address';
import type { TabState } from '@/lib/messages/log-messages';
import { matchAddress } from '@/lib/readers/page/match-address';
import { isErased } from '@/lib/store/erased-marks';
import type { Kido } from './kido';
import { consoleOf } from './read-page';
import { type Shown, shownIn, whyIn } from './shown-tabs';

/** What the side panel of a tab shows. @param address the tab's now; null where the browser does not tell it */
export async function tabState(kido: Kido, tabId: number, address: string | null): Promise<TabState> {
  const shown = await shownIn(kido.session, tabId);
  if (shown && (await stillShows(kido, shown, address))) return { state: 'account', view: await kido.keeper.view(shown.account) };
  const origin = originOf(address);
  const console = (await kido.settings.consoles()).find((one) => origin !== null && one.console.origins.includes(origin))?.console;
  if (!console || !origin) return { state: 'noConsole', origin: origin?.startsWith('http') ? origin : null };
  if (!(await kido.host.access.has(accessPatterns(console))))
    return { state: 'noAccess', console: console.id, name: console.name, origin, patterns: accessPatterns(console) };
  const id = address === null ? null : (matchAddress(console, address)?.urlId ?? null);
  const account = id !== null && console.account.id === 'url' ? accountKey({ console: console.id, id }) : null;
  if (account !== null && (await isErased(account))) return { state: 'erased', console: console.name, account };
  const why = await whyIn(kido.session, tabId, address);
  if (why === null) return { state: address !== null && SIGN_IN.test(pathOf(address)) ? 'signIn' : 'noAccount', console: console.name };
  const [code, ...seen] = why.split(': ');
  const detail = { console: console.name, ...(seen.length > 0 && { seen: seen.join(': ') }) };
  if (code === 'sign in') return { state: 'signIn', ...detail };
  return { state: code === 'two accounts' ? 'twoAccounts' : code === 'not told' ? 'notTold' : 'noRecord', ...detail };
}

/** Pages that ask who is there, by their address. */
const SIGN_IN = /(?:^|[/#._-])(?:log-?_?in|sign-?_?in|signin|sso|auth(?:enticate|orize)?)(?:[/?#._-]|$)/i;

function pathOf(address: string): string {
  const { pathname, hash } = new URL(address);
  return pathname + hash;
}

/**
 * Whether a tab at an address still shows the account that its page last told of. Where the id stands in the address it
 * decides; where it stands on the page only the very same address does.
 */
export async function stillShows(kido: Kido, shown: Shown, address: string | null): Promise<boolean> {
  const name = parseAccountKey(shown.account);
  const console = await consoleOf(kido, shown.account);
  if (!name || !console) return false;
  const match = matchAddress(console, address ?? shown.address);
  if (match === null) return false;
  if (console.account.id === 'url' && match.urlId === name.id) return true;
  // Under its number or its name in the address: the page has said that it is the same.
  return address === null || address === shown.address;
}
