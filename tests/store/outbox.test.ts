import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { database } from '@/lib/store/database';
import { appendEntries } from '@/lib/store/journal';
import { heads, outboxRows } from '@/lib/store/outbox';
import { allRequests } from '@/lib/store/search';

const note = (id: string, account: string, hlc: number, more: object = {}): Entry =>
  ({
    id,
    v: 1,
    account,
    at: 1,
    hlc,
    by: '',
    device: '',
    kind: 'touchpoint',
    body: { status: 'held', type: 'call', day: '2026-11-20', ...more },
  }) as Entry;

beforeEach(async () => {
  const db = await database();
  for (const store of ['entries', 'outbox', 'requests', 'notes'] as const) await db.clear(store);
});

describe('the outbox', () => {
  it('is written with the entry or not at all', async () => {
    await appendEntries([note('1', 'c/1', 5)], ['slack']);
    await expect(
      appendEntries([note('2', 'c/1', 6), { ...note('3', 'c/1', 7), body: { status: 'odd' } } as never], ['slack']),
    ).rejects.toThrow();
    expect((await outboxRows()).map((row) => row.id)).toEqual(['1:slack']);
  });
  it('of a batch that meets a full disk in the middle nothing stays', async () => {
    const { add } = IDBObjectStore.prototype;
    let calls = 0;
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...given: Parameters<typeof add>) {
      calls += 1;
      if (calls === 2) throw new DOMException('no room', 'QuotaExceededError');
      return add.apply(this, given);
    };
    await expect(appendEntries([note('1', 'c/1', 5), note('2', 'c/1', 6)], ['slack'])).rejects.toThrow('no room');
    IDBObjectStore.prototype.add = add;
    expect(await (await database()).count('entries')).toBe(0);
    expect(await outboxRows()).toEqual([]);
  });
  it('holds nothing where no webhook wants it', async () => {
    await appendEntries([note('1', 'c/1', 5)]);
    expect(await outboxRows()).toEqual([]);
  });
  it('offers one row for each account and webhook, in the order of the journal; what is behind another waits', async () => {
    await appendEntries([note('b', 'c/1', 9), note('a', 'c/1', 10), note('c', 'c/2', 8)], ['one', 'two']);
    expect(heads(await outboxRows()).map((row) => row.id)).toEqual(['c:one', 'c:two', 'b:one', 'b:two']);
  });
});

describe('feature requests in the store', () => {
  it('follow the journal: made with a touchpoint, changed by what is told, gone with a retraction', async () => {
    await appendEntries([note('1', 'c/1', 5, { requests: [{ text: 'CSV export' }] })]);
    const tell = (id: string, kind: string, body: object) => ({ ...note(id, 'c/1', 6), kind, body }) as Entry;
    await appendEntries([tell('2', 'request', { request: 'csv export', status: 'planned' })]);
    expect(await allRequests()).toMatchObject([{ text: 'CSV export', status: 'planned' }]);
    await appendEntries([tell('3', 'retraction', { target: '1' })]);
    expect(await allRequests()).toEqual([]);
  });
});
