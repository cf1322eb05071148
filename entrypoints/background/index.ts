import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { placeOf } from '@/lib/core/describe-issue';
import { messageOf } from '@/lib/core/message-of';
import { frameMayAsk } from '@/lib/messages/framed-pages';
import { type Answer, DISK_FULL } from '@/lib/messages/page-requests';
import { extensionRequestSchemas, pageRequestSchemas } from '@/lib/messages/request-schemas';
import { closeStorageToPages } from '@/lib/settings/settings-store';
import { answerExtension } from './answer-extension';
import { answerPage, checkAccount } from './answer-page';
import { putDock } from './dock-desk';
import { isOutboxAlarm, runOutbox } from './outbox-desk';
import { keepPicked } from './picked';
import { registerPages } from './registration';
import { forgetTab, tabAccount, tellPages, tellTab } from './tabs';
import { tellAll } from './tell-all';
import { whoAsks } from './who-asks';

export default defineBackground(() => {
  browser.runtime.onMessage.addListener(((message: unknown, sender: Browser.runtime.MessageSender) => {
    if (message === null || typeof message !== 'object' || !('request' in message)) return undefined;
    // Chrome opens the side panel only while it still sees the click, so this cannot wait for anything.
    if (message.request === 'sidepanel.open') openSidePanel(sender.tab);
    return answer(message as { request: unknown; body: unknown }, sender);
  }) as never);

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: QUICK_NOTE, title: browser.i18n.getMessage('quickNote'), contexts: ['selection'] });
    await registerPages();
    if (reason === 'install' && import.meta.env.MODE !== 'e2e') await browser.runtime.openOptionsPage();
  });
  browser.runtime.onStartup.addListener(() => void registerPages().then(runOutbox));
  browser.permissions.onAdded.addListener(() => void registerPages().then(tellAll));
  browser.permissions.onRemoved.addListener(() => void registerPages().then(tellAll));
  // A policy may arrive after the browser has started.
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void registerPages().then(tellAll);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (isOutboxAlarm(name)) void runOutbox();
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') void putDock(tabId).catch(() => undefined);
  });
  browser.action.onClicked.addListener((tab) => openSidePanel(tab));
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, pageUrl }, tab) => {
    if (menuItemId !== QUICK_NOTE || !selectionText) return;
    openSidePanel(tab);
    void notePicked(selectionText, pageUrl ?? '', tab?.id);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'log-touchpoint') {
      openSidePanel(tab);
      void tellPages({ news: 'focusLog' });
    } else if (tab?.id !== undefined) void tellTab(tab.id, { news: command === 'hide-panel' ? 'hide' : 'toggle' });
  });
  void closeStorageToPages();
});

const QUICK_NOTE = 'quick-note';

/** Selected text waits for the side panel, under the account that the tab shows and under no other. */
async function notePicked(text: string, page: string, tabId: number | undefined): Promise<void> {
  const shown = tabId === undefined ? null : await tabAccount(tabId);
  await keepPicked({ text, page, account: shown?.account ?? null });
  void tellPages({ news: 'picked' });
}

function openSidePanel(tab: Browser.tabs.Tab | undefined): void {
  if ('sidePanel' in browser && tab?.windowId !== undefined) void browser.sidePanel.open({ windowId: tab.windowId });
  else if ('sidebarAction' in browser) void (browser.sidebarAction as { open(): Promise<void> }).open();
}

/** Checks sender, name and shape, in that order; answers with a value or with words, never with a stack. */
async function answer(message: { request: unknown; body: unknown }, sender: Browser.runtime.MessageSender): Promise<Answer<unknown>> {
  try {
    const asker = await whoAsks(sender);
    const name = String(message.request);
    if (!asker) return { ok: false, error: 'not allowed' };
    const own = asker.kind === 'extension' && Object.hasOwn(extensionRequestSchemas, name);
    const schemas: Record<
      string,
      { safeParse(body: unknown): { success: boolean; data?: unknown; error?: { issues: { path: PropertyKey[]; message: string }[] } } }
    > = own ? extensionRequestSchemas : pageRequestSchemas;
    if (asker.kind === 'extension' && asker.frame && !frameMayAsk(asker.frame, name)) return { ok: false, error: `not allowed: ${name}` };
    if (!Object.hasOwn(schemas, name)) return { ok: false, error: `not allowed: ${name}` };
    const parsed = schemas[name]?.safeParse(message.body);
    if (!parsed?.success) {
      const issue = parsed?.error?.issues[0];
      return { ok: false, error: `${name} ${placeOf(issue?.path ?? [])}: ${issue?.message ?? 'not readable'}` };
    }
    checkAccount(parsed.data, asker);
    const handlers = (own ? answerExtension : answerPage) as Record<string, (body: unknown, asker: unknown) => Promise<unknown>>;
    return { ok: true, value: await handlers[name]?.(parsed.data, asker) };
  } catch (error) {
    return { ok: false, error: isDiskFull(error) ? DISK_FULL : messageOf(error) };
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
