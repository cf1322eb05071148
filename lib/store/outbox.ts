import type { Entry } from '@/lib/core/account/entry';
import { clock } from '@/lib/core/account/order-entries';
import { database } from './database';

/** One entry on its way to one webhook. */
export interface OutboxRow {
  /** The same for the same entry and webhook: a second arrival can be told from a second event. */
  id: string;
  hook: string;
  account: string;
  entry: string;
  /** Its place among the account's entries: they arrive in this order. */
  order: number;
  tries: number;
  /** Epoch ms of the next try. */
  nextAt: number;
  /** `failed`: a person has to look; what comes after it for the same account waits. */
  state: 'waiting' | 'failed';
  problem: string | null;
}

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

export async function putOutboxRow(row: OutboxRow): Promise<void> {
  await (await database()).put('outbox', row);
}

export async function removeOutboxRows(ids: string[]): Promise<void> {
  const tx = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
  await Promise.all(ids.map((id) => tx.store.delete(id)));
  await tx.done;
}
