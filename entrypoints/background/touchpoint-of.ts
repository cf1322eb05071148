import type { Entry, EntryOf } from '@/lib/core/account/entry';
import { orderEntries } from '@/lib/core/account/order-entries';
import { resolveAmendments } from '@/lib/core/account/resolve-amendments';
import { entriesOf } from '@/lib/store/journal';

/** A touchpoint as it stands after amendments, with the account's entries. Throws where there is none. */
export async function touchpointOf(account: string, id: string): Promise<{ entries: Entry[]; entry: EntryOf<'touchpoint'> }> {
  const entries = await entriesOf(account);
  const entry = resolveAmendments(orderEntries(entries)).entries.find((one) => one.id === id);
  if (entry?.kind !== 'touchpoint') throw new Error('no such touchpoint');
  return { entries, entry };
}
