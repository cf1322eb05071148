import { parseAccountKey } from '@/lib/core/account/account-key';
import { type ConsoleFile, pagePatterns } from '@/lib/formats/console-file';
import type { Kido } from './kido';
import { setupFor } from './page-setup';
import { forgetTab, shownTabs } from './shown-tabs';

/** Kido's own pages learn that something in the settings has changed. */
export function announceSettings({ host, settings, standpoint }: Kido): void {
  settings.forget();
  standpoint.forget();
  void host.tabs.announce({ news: 'settings' });
}

/**
 * New settings of pages reach every open one at once: what is read, words, look. Pages of a console that may no longer
 * be read lose their panel.
 */
export async function announceSetup(kido: Kido): Promise<void> {
  const { host, session } = kido;
  announceSettings(kido);
  const readable = new Map<string, ConsoleFile>();
  for (const { console } of await kido.settings.consoles())
    if (await host.access.has(pagePatterns(console))) readable.set(console.id, console);
  // Without access the browser does not tell a tab's address any more; what was shown there is known from the tab itself.
  for (const { tabId, account } of await shownTabs(session)) {
    const console = readable.get(parseAccountKey(account)?.console ?? '');
    void host.tabs.tell(tabId, { news: 'setup', setup: console ? await setupFor(kido, console) : null });
    if (!console) await forgetTab(session, tabId);
  }
}

/** The script of account pages runs on exactly the consoles that may be read. */
export async function registerPages({ host, settings }: Kido): Promise<void> {
  const matches = new Set<string>();
  for (const { console } of await settings.consoles()) {
    const patterns = pagePatterns(console);
    if (await host.access.has(patterns)) for (const pattern of patterns) matches.add(pattern);
  }
  await host.access.register([...matches].sort());
}

/** Access was given or taken back, or the company's policy has changed. */
export async function accessChanged(kido: Kido): Promise<void> {
  kido.settings.forget();
  await registerPages(kido);
  await announceSetup(kido);
}
