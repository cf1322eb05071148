import { parseAccountKey } from '@/lib/core/account/account-key';
import { opensFor } from '@/lib/readers/page/stored-address';
import { accountRow } from '@/lib/store/journal';
import type { Kido } from './kido';
import { consoleOf } from './read-page';

/** What an account is called where its page showed a name, else its id. */
export async function accountName(account: string): Promise<string> {
  return (await accountRow(account))?.name ?? parseAccountKey(account)?.id ?? account;
}

/** Where an account was read last, if that is a page of its console still: what was restored or imported opens nothing else. */
export async function pageOf(kido: Kido, account: string): Promise<string | null> {
  const { entries } = await kido.keeper.account(account);
  const console = await consoleOf(kido, account);
  const last = entries.findLast((one) => one.kind === 'readings' && one.body.page !== undefined);
  const page = last?.kind === 'readings' ? (last.body.page ?? null) : null;
  return page !== null && console !== null && opensFor(console, page) ? page : null;
}
