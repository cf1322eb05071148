import type { Entry } from '@/lib/core/account/entry';
import { orderEntries } from '@/lib/core/account/order-entries';
import { resolveAmendments } from '@/lib/core/account/resolve-amendments';

/**
 * Everything that is known of each account, as JSON for other programs: entries as they stand after amendments and
 * retractions, oldest first, with times as ISO 8601. A backup keeps what is behind them as well; this does not.
 */
export function everythingFile(entries: Entry[], accountOf: (key: string) => { id: string; name: string }, now: number): string {
  const byAccount = new Map<string, Entry[]>();
  for (const entry of entries) {
    const own = byAccount.get(entry.account);
    if (own) own.push(entry);
    else byAccount.set(entry.account, [entry]);
  }
  const accounts = [...byAccount].map(([key, own]) => ({
    key,
    ...accountOf(key),
    entries: resolveAmendments(orderEntries(own)).entries.map(({ id, kind, at, by, body }) => ({
      id,
      kind,
      at: new Date(at).toISOString(),
      by,
      body,
    })),
  }));
  return `${JSON.stringify({ kido: 'export/1', madeAt: new Date(now).toISOString(), accounts }, null, 2)}\n`;
}
