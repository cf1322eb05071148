import { IDBFactory } from 'fake-indexeddb';
import type { Host } from '@/lib/actions/host';
import { type Running, start } from '@/lib/actions/start';
import type { DiscoveredPage } from '@/lib/formats/discovered-page';
import type { Sender } from '@/lib/messages/dispatch';
import type { ExtensionNews } from '@/lib/messages/extension-messages';
import type { Answer } from '@/lib/messages/message';
import type { PageNews } from '@/lib/messages/page-messages';
import type { FoundPage } from '@/lib/readers/page/locate-page';
import type { Area } from '@/lib/store/area';
import { closeDatabase } from '@/lib/store/database';
import { requestId } from './request-id';

/** The extension's own id and address, as the fake browser says. */
export const OWN = { id: 'kido', url: 'chrome-extension://kido/' };
/** A Friday noon in Tokyo. */
export const NOW = Date.parse('2026-11-20T12:00:00+09:00');

/** A storage area in memory; values are copied on the way in and out, as browsers do. */
export function memoryArea(stored: Record<string, unknown> = {}): Area & { stored: Record<string, unknown> } {
  return {
    stored,
    get: async (key) => structuredClone(stored[key]),
    set: async (key, value) => void (stored[key] = structuredClone(value)),
    remove: async (key) => void delete stored[key],
    keys: async () => Object.keys(stored),
  };
}

/** A browser that lives in memory: what it was told is kept, what it answers is set by the test. */
export class FakeBrowser {
  now = NOW;
  /** Match patterns that may be read. */
  access = new Set<string>();
  registered: string[] = [];
  /** What pages were told, by tab. */
  told: { tab: number; news: PageNews }[] = [];
  announced: ExtensionNews[] = [];
  alarms = new Map<string, number>();
  tabs = new Map<number, string>();
  opened: string[] = [];
  put: { tab: number; script: string }[] = [];
  /** What looks find, by address. */
  found = new Map<string, FoundPage>();
  discovered: DiscoveredPage = {
    title: '',
    accountId: null,
    ambiguous: false,
    locale: null,
    fields: [],
    writing: { lang: '', texts: [], labels: [] },
  };
  policy: unknown = {};
  memory = memoryArea();
  local = memoryArea();
  /** Requests that went out. */
  requests: { url: string; init: RequestInit }[] = [];
  reply: (url: string, init: RequestInit) => Response | Promise<Response> = () => new Response('{}');
  /** Runs while a tab is looked at: what a page's own script would send then. */
  whileOpen: (tab: number) => Promise<void> = async () => undefined;
  private nextTab = 100;

  readonly host: Host = {
    now: () => this.now,
    random: () => 0.5,
    wait: async () => undefined,
    fetch: (async (url: string | URL | Request, init: RequestInit = {}) => {
      this.requests.push({ url: String(url), init });
      return this.reply(String(url), init);
    }) as typeof fetch,
    tabs: {
      tell: async (tab, news) => void this.told.push({ tab, news }),
      announce: async (news) => void this.announced.push(news),
      address: async (tab) => this.tabs.get(tab) ?? null,
      open: async (address) => {
        this.nextTab += 1;
        this.opened.push(address);
        this.tabs.set(this.nextTab, address);
        return this.nextTab;
      },
      go: async (tab, address) => void this.tabs.set(tab, address),
      close: async (tab) => void this.tabs.delete(tab),
      loaded: (tab) => this.whileOpen(tab),
    },
    access: {
      has: async (patterns) => patterns.every((pattern) => this.access.has(pattern)),
      register: async (patterns) => void (this.registered = patterns),
      drop: async (patterns) => patterns.forEach((pattern) => void this.access.delete(pattern)),
    },
    look: {
      discover: async () => this.discovered,
      locate: async (_, __, address) => {
        const page = this.found.get(address);
        if (!page) throw new Error('the page could not be looked at');
        return page;
      },
      put: async (tab, script) => void this.put.push({ tab, script }),
    },
    memory: this.memory,
    local: this.local,
    managed: async () => this.policy,
    alarm: {
      set: async (name, at) => void this.alarms.set(name, at),
      clear: async (name) => void this.alarms.delete(name),
    },
    face: {
      language: () => 'en-US',
      shortcuts: async () => [],
      openSettings: async () => undefined,
      page: (name) => `${OWN.url}${name}`,
      canOpenSidePanel: true,
      styles: { panel: '', teach: '', dock: '' },
    },
  };
}

/** Kido on a fake browser, on an empty store. Stopping and starting again keeps store and areas, as a browser does. */
export class Bench {
  browser = new FakeBrowser();
  running: Running = start(this.browser.host);

  static async empty(): Promise<Bench> {
    await closeDatabase();
    globalThis.indexedDB = new IDBFactory();
    return new Bench();
  }

  /** The background is stopped and starts again; what only lived in its memory is gone. */
  restart(): void {
    this.running = start(this.browser.host);
  }

  get kido() {
    return this.running.kido;
  }

  /** Asks and gives the value. @throws Error with the words of the refusal */
  async ask<T = unknown>(request: string, body: unknown, sender: Sender = own(), id = requestId()): Promise<T> {
    const answer = (await this.running.answer({ request, body, id }, sender, OWN)) as Answer<T>;
    if (!answer.ok) throw new Error(answer.error);
    return answer.value;
  }
}

/** One of Kido's own pages, in a tab of its own or in the side panel. */
export function own(change: Partial<Sender> = {}): Sender {
  return {
    id: OWN.id,
    url: `${OWN.url}sidepanel.html`,
    origin: 'chrome-extension://kido',
    tabId: null,
    tabUrl: null,
    frameId: null,
    document: null,
    isActive: true,
    isPrivate: false,
    ...change,
  };
}

/** The page of an account in a tab. */
export function pageAt(address: string, tabId = 7, change: Partial<Sender> = {}): Sender {
  return {
    id: OWN.id,
    url: address,
    origin: new URL(address).origin,
    tabId,
    tabUrl: address,
    frameId: 0,
    document: `document ${tabId} ${address}`,
    isActive: true,
    isPrivate: false,
    ...change,
  };
}
