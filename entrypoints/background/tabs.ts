import { browser } from 'wxt/browser';
import type { ExtensionNews } from '@/lib/messages/extension-requests';
import type { PageNews } from '@/lib/messages/page-requests';

/** Which account each tab shows. Kept in session storage: a background that was stopped must not forget it. */
type TabAccounts = Record<string, { account: string; address: string }>;

let queue: Promise<unknown> = Promise.resolve();

async function read(): Promise<TabAccounts> {
  return ((await browser.storage.session.get('tabs')).tabs as TabAccounts | undefined) ?? {};
}

/** Notes what a tab shows now; null when it left the account. Writes follow each other, the last one holds. */
export function noteTab(tabId: number, shown: { account: string; address: string } | null): Promise<void> {
  const run = queue.then(async () => {
    const { [String(tabId)]: _, ...others } = await read();
    await browser.storage.session.set({ tabs: shown ? { ...others, [tabId]: shown } : others });
  });
  queue = run.catch(() => undefined);
  return run;
}

/** What a tab shows. */
export async function tabAccount(tabId: number): Promise<{ account: string; address: string } | null> {
  await queue;
  return (await read())[tabId] ?? null;
}

/** Every tab in which a panel may be open, with the account it showed last. */
export async function shownTabs(): Promise<{ tabId: number; account: string }[]> {
  await queue;
  return Object.entries(await read()).map(([id, shown]) => ({ tabId: Number(id), account: shown.account }));
}

/** Tabs that show an account. */
export async function tabsOf(account: string): Promise<number[]> {
  await queue;
  return Object.entries(await read())
    .filter(([, shown]) => shown.account === account)
    .map(([id]) => Number(id));
}

/** Tells a tab; one that is gone or was never Kido's does not answer, and need not. */
export async function tellTab(tabId: number, news: PageNews): Promise<void> {
  await browser.tabs.sendMessage(tabId, news).catch(() => undefined);
}

/** Tells Kido's own pages; none may be open. */
export async function tellPages(news: ExtensionNews): Promise<void> {
  await browser.runtime.sendMessage(news).catch(() => undefined);
}
