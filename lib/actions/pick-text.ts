import type { Picked } from '@/lib/messages/log-messages';
import type { Kido } from './kido';
import { shownIn } from './shown-tabs';
import { stillShows } from './tab-state';

const KEY = 'picked';

/**
 * Keeps text that a person picked on a page, for the account that the tab shows at that very address; else for none.
 * @param page address of the page on which it was picked
 */
export async function pickText(kido: Kido, text: string, page: string, tabId: number | null): Promise<void> {
  const shown = tabId === null ? null : await shownIn(kido.session, tabId);
  const account = shown && (await stillShows(kido, shown, page)) ? shown.account : null;
  await kido.session.change<Picked>(KEY, (before) => {
    const picked = { text: text.slice(0, LONGEST), page, account };
    // Two pieces of one account before the side panel was there: both are kept.
    return before?.account === account ? { ...picked, text: `${before.text}\n${picked.text}`.slice(-LONGEST) } : picked;
  });
  void kido.host.tabs.announce({ news: 'picked' });
}

const LONGEST = 200_000;

export function lookPicked({ session }: Kido): Promise<Picked | null> {
  return session.read<Picked>(KEY);
}

/** Gives picked text once, to the account that its page showed. @param other whether text without an account is meant */
export async function takePicked({ session }: Kido, account: string, other: boolean): Promise<Picked | null> {
  let taken: Picked | null = null;
  await session.change<Picked>(KEY, (picked) => {
    if (!picked || !(picked.account === account || (other && picked.account === null))) return picked;
    taken = picked;
    return null;
  });
  return taken;
}
