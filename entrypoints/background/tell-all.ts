import { parseAccountKey } from '@/lib/core/account/account-key';
import type { ConsoleFile } from '@/lib/formats/console-file';
import { readConsoles } from '@/lib/settings/settings-store';
import { setupFor } from './page-setup';
import { hasAccess } from './registration';
import { forgetTab, shownTabs, tellPages, tellTab } from './tabs';

/** New settings reach every open page at once. Pages of a console that may no longer be read lose their panel. */
export async function tellAll(): Promise<void> {
  void tellPages({ news: 'settings' });
  const readable = new Map<string, ConsoleFile>();
  for (const { console } of await readConsoles()) if (await hasAccess(console)) readable.set(console.id, console);
  // Without access the browser does not tell a tab's address any more; what was shown there is known from the tab itself.
  for (const { tabId, account } of await shownTabs()) {
    const console = readable.get(parseAccountKey(account)?.console ?? '');
    void tellTab(tabId, { news: 'setup', setup: console ? await setupFor(console) : null });
    if (!console) await forgetTab(tabId);
  }
}
