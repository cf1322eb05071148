import { parseAccountKey } from '@/lib/core/account/account-key';
import { recordOf } from '@/lib/formats/preferences';
import type { ErasedWords } from '@/lib/store/erase';
import { eraseAccount as eraseInStore, eraseWords as eraseWordsInStore, openErased } from '@/lib/store/erase';
import { announceSettings } from './announce-settings';
import type { Kido } from './kido';
import { forgetInHealth } from './note-drift';
import { forgetTab, shownTabs } from './shown-tabs';

/** Erases all that is kept of an account: on disk, in memory, and in what a tab shows. Stays so until it is begun anew. */
export async function eraseAccount(kido: Kido, account: string): Promise<{ entries: number }> {
  const { entries } = await eraseAccounts(kido, [account]);
  return { entries };
}

/** Erases accounts, one after another: stopped in the middle, those that were reached are gone. */
export async function eraseAccounts(kido: Kido, accounts: string[]): Promise<{ entries: number }> {
  const { preferences } = await kido.standpoint.now();
  let entries = 0;
  for (const account of accounts) {
    if (!parseAccountKey(account)) throw new Error('no such account');
    entries += (await eraseInStore(account, kido.host.now(), preferences.author)).entries;
    await forgetInMemory(kido, account);
    // A form that stands open for it, and what its visits have read.
    await kido.session.forget((_, value) => recordOf(value).account === account);
    await forgetInHealth(kido, account);
    for (const { tabId, account: shown } of await shownTabs(kido.session)) {
      if (shown !== account) continue;
      await forgetTab(kido.session, tabId);
      void kido.host.tabs.tell(tabId, { news: 'erased', account });
    }
  }
  announceSettings(kido);
  return { entries };
}

/** Erases a person's name and words from an account. What names nobody and may be theirs is left, and told. */
export async function eraseWords(kido: Kido, account: string, person: string): Promise<ErasedWords> {
  const { preferences } = await kido.standpoint.now();
  const done = await eraseWordsInStore(account, person, kido.host.now(), preferences.author);
  await forgetInMemory(kido, account);
  await kido.keeper.publish(account);
  return done;
}

/** Begins anew with an account that was erased: what is read from now on is kept again. */
export async function beginAnew(kido: Kido, account: string): Promise<null> {
  await openErased(account, kido.host.now());
  kido.keeper.forget(account);
  announceSettings(kido);
  return null;
}

async function forgetInMemory({ keeper, session }: Kido, account: string): Promise<void> {
  keeper.forget(account);
  await session.change(`fresh:${account}`, () => null);
  await session.change(`held:${account}`, () => null);
  await session.change<{ account: string | null }>('picked', (picked) => (picked?.account === account ? null : picked));
}
