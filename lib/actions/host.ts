import type { DiscoveredPage } from '@/lib/formats/discovered-page';
import type { PageConfig } from '@/lib/formats/page-config';
import type { ExtensionNews } from '@/lib/messages/extension-messages';
import type { PageNews } from '@/lib/messages/page-messages';
import type { DiscoverySetting } from '@/lib/readers/page/discover/discover';
import type { FoundPage } from '@/lib/readers/page/locate-page';
import type { Area } from '@/lib/store/area';

/** All that Kido's actions need of a browser. Tests give one that lives in memory. */
export interface Host {
  /** Epoch ms UTC. */
  now(): number;
  random(): number;
  wait(ms: number): Promise<void>;
  fetch: typeof fetch;
  tabs: HostTabs;
  access: HostAccess;
  look: HostLook;
  /** Lives while the browser runs, and no longer. */
  memory: Area;
  /** Stays; content scripts of some browsers can read it. */
  local: Area;
  /** What the company fixed; refused or empty where there is nothing. */
  managed(): Promise<unknown>;
  alarm: { set(name: string, at: number): Promise<void>; clear(name: string): Promise<void> };
  face: HostFace;
}

export interface HostTabs {
  /** Tells a page's script; one that is gone does not answer, and need not. */
  tell(tabId: number, news: PageNews): Promise<void>;
  /** Tells Kido's own pages; none may be open. */
  announce(news: ExtensionNews): Promise<void>;
  /** Address of a tab, where it may be known; null for a tab that is gone. */
  address(tabId: number): Promise<string | null>;
  /** Opens a tab and answers with its id. */
  open(address: string, active: boolean): Promise<number>;
  /** Sends a tab to an address. */
  go(tabId: number, address: string): Promise<void>;
  close(tabId: number): Promise<void>;
  /** Waits until a tab's page has loaded. */
  loaded(tabId: number): Promise<void>;
}

export interface HostAccess {
  has(patterns: string[]): Promise<boolean>;
  /** Runs the script of account pages on exactly these patterns. */
  register(patterns: string[]): Promise<void>;
  /** Gives access back. */
  drop(patterns: string[]): Promise<void>;
}

export interface HostLook {
  /** What a tab's page shows, found without a configuration, once it has settled. */
  discover(tabId: number, setting: DiscoverySetting): Promise<DiscoveredPage>;
  /** What a console's fields find on a tab's page, once it has settled. */
  locate(tabId: number, config: PageConfig, address: string): Promise<FoundPage>;
  /** Puts one of Kido's scripts into a tab's page. */
  put(tabId: number, script: 'teach' | 'dock'): Promise<void>;
}

/** What belongs to the look and the frame of the extension itself. */
export interface HostFace {
  /** The browser's language, BCP 47. */
  language(): string;
  shortcuts(): Promise<{ name: string; keys: string }[]>;
  openSettings(): Promise<void>;
  /** Address of one of the extension's own pages. */
  page(name: string): string;
  canOpenSidePanel: boolean;
  /** Style sheets of what is drawn into pages. */
  styles: { panel: string; teach: string; dock: string };
}
