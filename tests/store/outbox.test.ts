import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { database } from '@/lib/store/database';
import { appendEntries } from '@/lib/store/journal';
import { allRequests } from '@/lib/store/make-index';
import { nextTry } from '@/lib/store/next-try';
import { heads, noteTry, outboxRows, removeOutboxRows, retryRows } from '@/lib/store/outbox';
import type { OutboxRow } from '@/lib/store/rows';

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
    await appendEntries([note('1', 'c/1', 5)], { hooks: ['slack'] });
    await expect(
      appendEntries([note('2', 'c/1', 6), { ...note('3', 'c/1', 7), body: { status: 'odd' } } as never], { hooks: ['slack'] }),
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
    await expect(appendEntries([note('1', 'c/1', 5), note('2', 'c/1', 6)], { hooks: ['slack'] })).rejects.toMatchObject({ code: 'full' });
    IDBObjectStore.prototype.add = add;
    expect(await (await database()).count('entries')).toBe(0);
    expect(await outboxRows()).toEqual([]);
  });
  it('holds nothing where no webhook wants it', async () => {
    await appendEntries([note('1', 'c/1', 5)]);
    expect(await outboxRows()).toEqual([]);
  });
  it('offers one row for each account and webhook, in the order of the journal; what is behind another waits', async () => {
    await appendEntries([note('b', 'c/1', 9), note('a', 'c/1', 10), note('c', 'c/2', 8)], { hooks: ['one', 'two'] });
    expect(heads(await outboxRows()).map((row) => row.id)).toEqual(['c:one', 'c:two', 'b:one', 'b:two']);
  });
});

describe('a row', () => {
  it('that was delivered does not come back when its entry is written again', async () => {
    const entry = note('1', 'c/1', 5);
    expect(await appendEntries([entry, entry], { hooks: ['slack'] })).toEqual(['1']);
    await removeOutboxRows(['1:slack']);
    expect(await appendEntries([entry, note('2', 'c/1', 6)], { hooks: ['slack'] })).toEqual(['2']);
    expect((await outboxRows()).map((row) => row.id)).toEqual(['2:slack']);
  });
  it('that was dropped while it was tried stays dropped', async () => {
    await appendEntries([note('1', 'c/1', 5)], { hooks: ['slack'] });
    const [row] = (await outboxRows()) as [OutboxRow];
    await removeOutboxRows([row.id]);
    expect(await noteTry({ ...row, tries: 1 })).toBe(false);
    expect(await outboxRows()).toEqual([]);
  });
  it('is sent anew on demand; one that is gone is not', async () => {
    await appendEntries([note('1', 'c/1', 5)], { hooks: ['slack'] });
    const [row] = (await outboxRows()) as [OutboxRow];
    expect(await noteTry({ ...row, tries: 10, state: 'failed', nextAt: 99 })).toBe(true);
    await retryRows([row.id, 'gone:slack']);
    expect(await outboxRows()).toEqual([row]);
  });
});

describe('the next try', () => {
  const row: OutboxRow = {
    id: 'a:h',
    hook: 'h',
    account: 'c/1',
    entry: 'a',
    order: 1,
    tries: 0,
    nextAt: 0,
    state: 'waiting',
    problem: null,
  };
  const failed = { final: false, problem: 'HTTP 503', waitMs: null };
  const HOUR = 3_600_000;
  it('comes after pauses that double, spread by a quarter either way', () => {
    expect([0, 0.5, 1].map((random) => nextTry(row, failed, random, 1000).nextAt)).toEqual([23_500, 31_000, 38_500]);
    expect(nextTry({ ...row, tries: 3 }, failed, 0.5, 0).nextAt).toBe(240_000);
  });
  it.each([
    ['own', { ...row, tries: 9 }, null, 3 * HOUR],
    ['asked', row, 99_999_999_999_000, 3 * HOUR],
    ['endless', row, Number.POSITIVE_INFINITY, 3 * HOUR],
    ['asked for nothing', row, 0, 1000],
    ['asked for the past', row, -5, 1000],
    ['no number', row, Number.NaN, 30_000],
    ['asked within reason', row, 90_000, 90_000],
  ])('a pause that is %s has its bounds', (_, before, waitMs, wanted) =>
    expect(nextTry(before, { ...failed, waitMs }, 0.5, 0).nextAt).toBe(wanted),
  );
  it('is left to a person after ten, or where trying again does not help', () => {
    expect(nextTry({ ...row, tries: 8 }, failed, 0, 0)).toMatchObject({ tries: 9, state: 'waiting', problem: 'HTTP 503' });
    expect(nextTry({ ...row, tries: 9 }, failed, 0, 0)).toMatchObject({ tries: 10, state: 'failed' });
    expect(nextTry(row, { ...failed, final: true }, 0, 0).state).toBe('failed');
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
