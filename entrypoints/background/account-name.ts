import { parseAccountKey } from '@/lib/core/account/account-key';
import { accountRow, entriesOf } from '@/lib/store/journal';

/** What an account is called where its page showed a name, else its id. */
export async function accountName(account: string): Promise<string> {
  return (await accountRow(account))?.name ?? parseAccountKey(account)?.id ?? account;
}

/** Where an account was read last; null where no page of it was. */
export async function pageOf(account: string): Promise<string | null> {
  const last = (await entriesOf(account)).findLast((one) => one.kind === 'readings' && one.body.page !== undefined);
  return last?.kind === 'readings' ? (last.body.page ?? null) : null;
}
