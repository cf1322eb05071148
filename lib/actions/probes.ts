import type { DiscoveredPage } from '@/lib/formats/discovered-page';
import type { PageConfig } from '@/lib/formats/page-config';
import type { DiscoverySetting } from '@/lib/readers/page/discover/discover';
import type { FoundPage } from '@/lib/readers/page/locate-page';
import type { Kido } from './kido';
import type { Session } from './session';

/** Tabs that Kido opened to look at a page once: nothing that happens there is a visit, and nothing of it is written. */
const KEY = 'probes';

/** Whether a tab is one that Kido opened to look. */
export async function isProbe(session: Session, tabId: number): Promise<boolean> {
  return ((await session.read<number[]>(KEY)) ?? []).includes(tabId);
}

/** Opens an address in a tab nobody is shown, works on it, and closes it, whatever happens. */
export async function inOwnTab<T>(kido: Kido, address: string, work: (tabId: number) => Promise<T>): Promise<T> {
  const { tabs } = kido.host;
  // The tab is known as a probe before the first script runs in it: it opens empty, and is sent on.
  const tabId = await tabs.open('about:blank', false);
  await kido.session.change<number[]>(KEY, (before) => [...(before ?? []), tabId]);
  try {
    await tabs.go(tabId, address);
    await tabs.loaded(tabId);
    return await work(tabId);
  } finally {
    await tabs.close(tabId).catch(() => undefined);
    await forgetProbe(kido.session, tabId);
  }
}

/** A tab is gone. */
export function forgetProbe(session: Session, tabId: number): Promise<void> {
  return session.change<number[]>(KEY, (before) => (before ?? []).filter((id) => id !== tabId));
}

/** What an address shows, found without a configuration. */
export function discoverAt(kido: Kido, address: string, setting: DiscoverySetting): Promise<DiscoveredPage> {
  return inOwnTab(kido, address, (tabId) => kido.host.look.discover(tabId, setting));
}

/** What a console's fields find at an address. */
export function locateAt(kido: Kido, address: string, config: PageConfig): Promise<FoundPage> {
  return inOwnTab(kido, address, (tabId) => kido.host.look.locate(tabId, config, address));
}
