import type { EntryBody } from '@/lib/core/account/entry';
import { metricOf } from '@/lib/core/playbook/by-role';
import type { RequestRow } from '@/lib/messages/export-messages';
import { allRequests } from '@/lib/store/make-index';
import { accountName } from './account-name';
import type { Kido } from './kido';

/** Feature requests of all accounts, each with its account's contract value as last known. */
export async function requestRows({ keeper, standpoint }: Kido): Promise<RequestRow[]> {
  const requests = await allRequests();
  const { playbook } = await standpoint.now();
  const metric = metricOf(playbook, 'contractValue');
  const sizes = new Map<string, { name: string; value: number | null }>();
  for (const account of new Set(requests.map((one) => one.account))) {
    const { folded } = await keeper.account(account);
    const value = metric && folded.metrics.get(metric.id)?.moments.findLast((one) => one.value !== null)?.value;
    sizes.set(account, { name: await accountName(account), value: typeof value === 'number' ? value : null });
  }
  return requests.map((one) => ({ ...one, ...(sizes.get(one.account) ?? { name: one.account, value: null }) }));
}

/** Says of some accounts' request what became of it. Answers with the entries, so that it can be undone. */
export async function tellRequest(
  { keeper }: Kido,
  { accounts, told }: { accounts: string[]; told: EntryBody<'request'> },
  id: string,
): Promise<{ written: { account: string; id: string }[] }> {
  const written: { account: string; id: string }[] = [];
  for (const [at, account] of [...new Set(accounts)].entries()) {
    // Each account has an id of its own: entries are known by theirs over all accounts.
    const done = await keeper.write(account, `${id}-a${at}`, () => [{ kind: 'request', body: told }]);
    written.push(...done.written.map((one) => ({ account, id: one })));
  }
  return { written };
}
