import { parseAccountKey } from '@/lib/core/account/account-key';
import type { Account } from '@/lib/core/account/fold-account';
import type { Surroundings } from '@/lib/core/view/make-view';
import { driftOf } from '@/lib/readers/page/drift';
import { accountRow } from '@/lib/store/journal';
import { freshnessOf } from './fresh';
import type { Kido } from './kido';
import { consoleOf } from './read-page';

/** What stands beside an account's assessment: its name, how fresh its values are, what is wrong with reading it. */
export async function surroundingsOf(kido: Kido, account: string, folded: Account): Promise<Surroundings> {
  const name = parseAccountKey(account);
  const [row, console, fresh] = await Promise.all([accountRow(account), consoleOf(kido, account), freshnessOf(kido, account, folded)]);
  const drifts = name ? driftOf(await kido.settings.health(name.console), account) : [];
  return { name: row?.name ?? null, hasApi: (console?.api.length ?? 0) > 0, drifts, ...fresh };
}
