import { browser } from 'wxt/browser';
import type { ExtensionNews } from '@/lib/messages/extension-requests';
import type { PageNews } from '@/lib/messages/page-requests';
import { noted, type TabNote } from './tab-note';

/** What each tab shows. Kept in session storage: a background that was stopped must not forget it. */
type TabNotes = Record<string, TabNote>;

let queue: Promise<unknown> = Promise.resolve();

async function read(): Promise<TabNotes> {
  return ((await browser.storage.session.get('tabs')).tabs as TabNotes | undefined) ?? {};
}

function change(tabId: number, next: (known: TabNote | null) => TabNote | null): Promise<void> {
  const run = queue.then(async () => {
    const { [String(tabId)]: known, ...others } = await read();
    const note = next(known ?? null);
    await browser.storage.session.set({ tabs: note ? { ...others, [tabId]: note } : others });
  });
  queue = run.catch(() => undefined);
  return run;
}

/** Notes what a tab's document says of itself. Writes follow each other. */
export function noteTab(tabId: number, word: TabNote): Promise<void> {
  return change(tabId, (known) => noted(known, word));
}

/** Forgets a tab that is closed, or whose page may no longer be read. */
export function forgetTab(tabId: number): Promise<void> {
  return change(tabId, () => null);
}

/** What a tab shows. */
export async function tabAccount(tabId: number): Promise<{ account: string; address: string } | null> {
  await queue;
  const note = (await read())[tabId];
  return note?.account ? { account: note.account, address: note.address } : null;
}

/** Every tab in which a panel may be open, with the account it shows. */
export async function shownTabs(): Promise<{ tabId: number; account: string }[]> {
  await queue;
  return Object.entries(await read()).flatMap(([id, { account }]) => (account ? [{ tabId: Number(id), account }] : []));
}

/** Tabs that show an account. */
export async function tabsOf(account: string): Promise<number[]> {
  return (await shownTabs()).filter((shown) => shown.account === account).map(({ tabId }) => tabId);
}

/** Tells a tab; one that is gone or was never Kido's does not answer, and need not. */
export async function tellTab(tabId: number, news: PageNews): Promise<void> {
  await browser.tabs.sendMessage(tabId, news).catch(() => undefined);
}

/** Tells Kido's own pages; none may be open. */
export async function tellPages(news: ExtensionNews): Promise<void> {
  await browser.runtime.sendMessage(news).catch(() => undefined);
}
