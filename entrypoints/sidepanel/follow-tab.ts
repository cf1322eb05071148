import { browser } from 'wxt/browser';
import { ask } from '@/lib/messages/ask';
import type { ExtensionNews } from '@/lib/messages/extension-messages';
import { hear } from '@/lib/messages/hear';
import type { TabState } from '@/lib/messages/log-messages';

/** Follows the active tab of this window and tells what it shows; a late answer never displaces a newer one. */
export function followTab(onState: (state: TabState, tabId: number) => void, onNews: (news: ExtensionNews) => void): () => void {
  let turn = 0;
  let windowId: number | undefined;
  // In a window of its own the panel stays with one tab: `sidepanel.html?tab=12`.
  const wanted = new URL(location.href).searchParams.get('tab');
  const pinned = wanted === null ? null : Number(wanted);
  const activeTab = async () => {
    windowId ??= (await browser.windows.getCurrent()).id;
    return (await browser.tabs.query({ active: true, windowId }))[0];
  };
  const look = async () => {
    turn += 1;
    const mine = turn;
    const tab = pinned === null ? await activeTab() : await browser.tabs.get(pinned).catch(() => undefined);
    if (!tab || tab.id === undefined) return;
    const state = await ask('tab.state', { tabId: tab.id, address: tab.url ?? null }).catch(() => null);
    if (state && mine === turn) onState(state, tab.id);
  };
  const stop = hear<ExtensionNews>((news) => {
    if (news.news === 'tab' || news.news === 'settings' || news.news === 'account') void look();
    onNews(news);
  });
  const changed = () => void look();
  const updated = (_: number, change: { url?: string; status?: string }) => {
    if (change.url !== undefined || change.status === 'complete') changed();
  };
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener(updated);
  void look();
  return () => {
    browser.tabs.onActivated.removeListener(changed);
    browser.tabs.onUpdated.removeListener(updated);
    stop();
  };
}
