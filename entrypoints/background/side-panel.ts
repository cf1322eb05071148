import { type Browser, browser } from 'wxt/browser';

/** Opens the side panel of a tab's window; only while a person's click or key is under way. */
export function openSidePanel(tab: Browser.tabs.Tab | undefined): void {
  if ('sidePanel' in browser && tab?.windowId !== undefined) void browser.sidePanel.open({ windowId: tab.windowId });
  else if ('sidebarAction' in browser) void (browser.sidebarAction as { open(): Promise<void> }).open();
}
