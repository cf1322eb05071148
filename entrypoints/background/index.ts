import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { accessChanged, registerPages } from '@/lib/actions/announce-settings';
import { pickText } from '@/lib/actions/pick-text';
import { OUTBOX_ALARM } from '@/lib/actions/send-outbox';
import { type Running, start } from '@/lib/actions/start';
import { addressMoved, tabClosed } from '@/lib/actions/tab-moved';
import { BACKUP_ALARM, backUpIfDue, planBackup } from '@/lib/actions/weekly-backup';
import { browserHost, closeStorageToPages } from './browser-host';
import { senderOf } from './sender';
import { openSidePanel } from './side-panel';

const QUICK_NOTE = 'quick-note';

export default defineBackground(() => {
  const kido = start(browserHost());
  listenToMessages(kido);
  listenToTabs(kido);
  listenToPeople(kido);
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: QUICK_NOTE, title: browser.i18n.getMessage('quickNote'), contexts: ['selection'] });
    await registerPages(kido.kido);
    if (reason === 'install' && import.meta.env.MODE !== 'e2e') await browser.runtime.openOptionsPage();
  });
  browser.runtime.onStartup.addListener(() => void registerPages(kido.kido));
  browser.permissions.onAdded.addListener(() => void accessChanged(kido.kido));
  browser.permissions.onRemoved.addListener(() => void accessChanged(kido.kido));
  // A policy may arrive after the browser has started.
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void accessChanged(kido.kido);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === OUTBOX_ALARM) void kido.ready.then(() => kido.outbox.run());
    if (name === BACKUP_ALARM) void backUpIfDue(kido.kido);
  });
  void closeStorageToPages();
  // An update or a crash leaves no alarm behind: what waits is looked at at every start.
  void kido.ready.then(() => kido.outbox.run());
  void planBackup(kido.kido);
});

function listenToMessages({ answer }: Running): void {
  const own = { id: browser.runtime.id, url: browser.runtime.getURL('/') };
  browser.runtime.onMessage.addListener((message: unknown, sender: Browser.runtime.MessageSender) => {
    if (!isQuestion(message)) return undefined;
    // Chrome opens the side panel only while it still sees the click, so this cannot wait for anything.
    if (message.request === 'sidepanel.open') openSidePanel(sender.tab);
    return answer(message, senderOf(sender), own);
  });
}

function listenToTabs({ kido }: Running): void {
  browser.tabs.onRemoved.addListener((tabId) => void tabClosed(kido, tabId));
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (status === 'complete' || url !== undefined) void addressMoved(kido, tabId, url ?? null, status === 'complete');
  });
}

function listenToPeople({ kido }: Running): void {
  const { tabs } = kido.host;
  browser.action.onClicked.addListener((tab) => openSidePanel(tab));
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, pageUrl }, tab) => {
    if (menuItemId !== QUICK_NOTE || !selectionText) return;
    openSidePanel(tab);
    void pickText(kido, selectionText, pageUrl ?? '', tab?.id ?? null);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'log-touchpoint') {
      openSidePanel(tab);
      void tabs.announce({ news: 'focusLog' });
    } else if (tab?.id !== undefined) void tabs.tell(tab.id, { news: command === 'hide-panel' ? 'hide' : 'toggle' });
  });
}

function isQuestion(message: unknown): message is { request: unknown; body: unknown } {
  return message !== null && typeof message === 'object' && 'request' in message && 'body' in message;
}
