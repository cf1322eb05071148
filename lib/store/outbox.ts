import type { Entry } from '@/lib/core/account/entry';
import { clock } from '@/lib/core/account/order-entries';
import { database } from './database';
import type { OutboxRow } from './rows';

/** A new row, to be sent at once. */
export function outboxRow(hook: string, entry: Entry): OutboxRow {
  const { id, account } = entry;
  return { id: `${id}:${hook}`, hook, account, entry: id, order: clock(entry), tries: 0, nextAt: 0, state: 'waiting', problem: null };
}

/** All rows, in the order in which they are to arrive. */
export async function outboxRows(): Promise<OutboxRow[]> {
  const rows = await (await database()).getAll('outbox');
  return rows.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The first row of each webhook and account: what is behind another must not overtake it. */
export function heads(rows: OutboxRow[]): OutboxRow[] {
  const first = new Map<string, OutboxRow>();
  for (const row of rows) {
    const key = `${row.hook} ${row.account}`;
    if (!first.has(key)) first.set(key, row);
  }
  return [...first.values()];
}

/**
 * Notes how a try went. A row that was removed meanwhile stays removed.
 * @returns false where it is not there any more
 */
export async function noteTry(row: OutboxRow): Promise<boolean> {
  const tx = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
  const isThere = (await tx.store.getKey(row.id)) !== undefined;
  if (isThere) await tx.store.put(row);
  await tx.done;
  return isThere;
}

/** Has rows sent again at once, as if they had never been tried; those that are gone stay gone. */
export async function retryRows(ids: string[]): Promise<void> {
  const tx = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
  for (const id of ids) {
    const row = await tx.store.get(id);
    if (row) await tx.store.put({ ...row, state: 'waiting', tries: 0, nextAt: 0 });
  }
  await tx.done;
}

/** Removes rows: they arrived, or nobody is to have them. */
export async function removeOutboxRows(ids: string[]): Promise<void> {
  const tx = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
  await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
}
