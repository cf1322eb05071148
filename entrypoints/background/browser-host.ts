import { type Browser, browser } from 'wxt/browser';
import baseCss from '@/components/basic/base.css?inline';
import tokens from '@/components/basic/tokens.css?inline';
import dockCss from '@/components/connect/dock.css?inline';
import panelCss from '@/components/panel/panel.css?inline';
import teachCss from '@/components/teach/teach.css?inline';
import type { Host, HostTabs } from '@/lib/actions/host';
import type { Area } from '@/lib/store/area';
import { discoverTab, loaded, locateTab } from './look';
import { register } from './registration';

/** The browser, as Kido's actions need it. */
export function browserHost(): Host {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    fetch: (...request) => fetch(...request),
    tabs,
    access: {
      has: (origins) => browser.permissions.contains({ origins }),
      register,
      drop: async (origins) => void (await browser.permissions.remove({ origins })),
    },
    look: {
      discover: discoverTab,
      locate: locateTab,
      put: async (tabId, script) => {
        await browser.scripting.executeScript({ target: { tabId }, files: [`/${script}.js`] });
      },
    },
    memory: area(browser.storage.session),
    local: area(browser.storage.local),
    managed: () => browser.storage.managed.get(null),
    alarm: {
      set: (name, when) => browser.alarms.create(name, { when }),
      clear: async (name) => void (await browser.alarms.clear(name)),
    },
    face: {
      language: () => browser.i18n.getUILanguage(),
      shortcuts: async () =>
        (await browser.commands.getAll()).flatMap(({ name, shortcut }) => (name && shortcut ? [{ name, keys: shortcut }] : [])),
      openSettings: () => browser.runtime.openOptionsPage(),
      page: (name) => browser.runtime.getURL(`/${name}` as '/options.html'),
      canOpenSidePanel: 'sidePanel' in browser,
      styles: {
        panel: `${tokens}\n${baseCss}\n${panelCss}`,
        teach: `${tokens}\n${baseCss}\n${teachCss}`,
        dock: `${tokens}\n${baseCss}\n${dockCss}`,
      },
    },
  };
}

const tabs: HostTabs = {
  tell: async (tabId, news) => void (await browser.tabs.sendMessage(tabId, news).catch(() => undefined)),
  announce: async (news) => void (await browser.runtime.sendMessage(news).catch(() => undefined)),
  address: async (tabId) => (await browser.tabs.get(tabId).catch(() => null))?.url ?? null,
  open: async (url, active) => {
    const { id } = await browser.tabs.create({ url, active });
    if (id === undefined) throw new Error('the browser opened no tab');
    return id;
  },
  go: async (tabId, url) => void (await browser.tabs.update(tabId, { url })),
  close: (tabId) => browser.tabs.remove(tabId),
  loaded,
};

function area(storage: Browser.storage.StorageArea): Area {
  return {
    get: async (key) => (await storage.get(key))[key],
    set: (key, value) => storage.set({ [key]: value }),
    remove: (key) => storage.remove(key),
    keys: async () => Object.keys(await storage.get(null)),
  };
}

/** Keeps settings away from content scripts where the browser can; Firefox cannot yet, and so nothing secret lies there. */
export async function closeStorageToPages(): Promise<void> {
  const local = browser.storage.local as { setAccessLevel?: (access: { accessLevel: string }) => Promise<void> };
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
