import { parseAccountKey } from '@/lib/core/account/account-key';
import type { EntryBody, EntryKind, EntryOf } from '@/lib/core/account/entry';
import type { Done, SentView } from '@/lib/messages/page-requests';
import { deviceName, readPreferences } from '@/lib/settings/settings-store';
import { appendEntries } from '@/lib/store/journal';
import { newEntry } from '@/lib/store/new-entry';
import { viewOf } from './desk';
import { hooksFor, runOutbox } from './outbox-desk';
import { tabsOf, tellPages, tellTab } from './tabs';

/** Makes an entry of this installation's author. */
export async function entry<K extends EntryKind>(kind: K, account: string, body: EntryBody<K>): Promise<EntryOf<K>> {
  const [{ preferences }, device] = await Promise.all([readPreferences(), deviceName()]);
  return newEntry(kind, account, body, preferences.author, device, Date.now());
}

/** Writes entries, then tells every place that shows the account. Answers after they are on disk. */
export async function write(account: string, entries: EntryOf<EntryKind>[]): Promise<Done> {
  if (!parseAccountKey(account)) throw new Error('no such account');
  const hooks = await hooksFor(entries);
  await appendEntries(entries, hooks);
  // Readings come all day, and most people have no webhook: nothing is looked through for them.
  if (hooks.length > 0) void runOutbox();
  return { written: entries.map((one) => one.id), view: await publish(account) };
}

/** Sends the account's view to the tabs that show it, and word of it to Kido's own pages. */
export async function publish(account: string): Promise<SentView> {
  const view = await viewOf(account);
  const tabs = await tabsOf(account);
  void Promise.all(tabs.map((tab) => tellTab(tab, { news: 'view', view })));
  void tellPages({ news: 'account', account });
  return view;
}
