import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Written } from '@/lib/core/view/sent-view';
import { closeDatabase } from '@/lib/store/database';
import { entriesOf } from '@/lib/store/journal';
import { aConsole, addressOf, connect, shown, visit } from './a-console';
import { Bench, own, pageAt } from './fake-host';
import { requestId } from './request-id';

let bench: Bench;
const account = 'acme/17';
const HERE = addressOf('17');
const page = pageAt(HERE);
const touchpoint = { status: 'held', type: 'call', day: '2026-11-20', notes: 'Hello' };

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  await bench.ask('account.open', { address: HERE, accountId: '17', visit }, page);
});

/** Each with who may ask it. */
const writers: [string, object, ReturnType<typeof pageAt>][] = [
  ['item.mark', { account, mark: { item: 'handoff-why', state: 'done' } }, page],
  ['stall.snooze', { account, snooze: { rule: 'noKickoff', untilDay: '2026-11-27' } }, page],
  ['touchpoint.plan', { account, play: 'kickoff', day: '2026-11-24' }, page],
  ['touchpoint.log', { account, touchpoint, ticks: ['handoff-why'] }, own()],
  ['fact.note', { account, metric: 'plan', value: 'Pro' }, own()],
  ['account.read', { address: HERE, accountId: '17', name: null, fields: [shown('seats', '40')], visit }, page],
];

describe('a question whose answer was lost', () => {
  it.each(writers)('%s, asked again with its id, writes once and says the same', async (name, body, from) => {
    const id = requestId();
    const first = await bench.ask<Partial<Written>>(name, body, from, id);
    const entries = await entriesOf(account);
    expect(entries.length).toBeGreaterThan(0);
    bench.browser.now += 60_000;
    bench.restart();
    const second = await bench.ask<Partial<Written>>(name, body, from, id);
    expect(await entriesOf(account)).toEqual(entries);
    // A reading is answered with the view alone.
    expect(second.written).toEqual(first.written);
    expect([undefined, entries.map((one) => one.id)]).toContainEqual(second.written);
    for (const entry of entries) expect(entry.id.startsWith(`${id}-`)).toBe(true);
  });

  it.each(writers)('%s, asked twice at once, writes once', async (name, body, from) => {
    const id = requestId();
    await bench.ask(name, body, from, id);
    const wanted = (await entriesOf(account)).map((one) => one.body);
    await bench.ask('account.erase', { account });
    bench.browser.now += 1000;
    await bench.ask('account.anew', { account });
    await bench.ask('account.open', { address: HERE, accountId: '17', visit: { ...visit, count: 2 } }, page);
    const again = requestId();
    const late = name === 'account.read' ? { ...body, visit: { ...visit, count: 2 } } : body;
    await Promise.all([bench.ask(name, late, from, again), bench.ask(name, late, from, again)]);
    expect(await entriesOf(account)).toHaveLength(wanted.length);
  });

  it('that wrote nothing the first time may write the second time', async () => {
    const id = requestId();
    await expect(bench.ask('touchpoint.plan', { account, play: 'party', day: '2026-11-24' }, page, id)).rejects.toThrow('no such play');
    const { written } = await bench.ask<Written>('touchpoint.plan', { account, play: 'kickoff', day: '2026-11-24' }, page, id);
    expect(written).toHaveLength(1);
  });
});

describe('a disk that fails', () => {
  const broken = (name: string) => {
    const factory = globalThis.indexedDB;
    const put = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function add(this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'entries') throw new DOMException('no', name);
      return put.apply(this, args);
    };
    return () => {
      IDBObjectStore.prototype.add = put;
      globalThis.indexedDB = factory;
    };
  };

  it.each(writers)('%s is answered with no, nothing is told, and goes through once there is room', async (name, body, from) => {
    const id = requestId();
    bench.browser.told = [];
    bench.browser.announced = [];
    const mend = broken('QuotaExceededError');
    try {
      await expect(bench.ask(name, body, from, id)).rejects.toThrow('disk full');
    } finally {
      mend();
    }
    expect(await entriesOf(account)).toEqual([]);
    expect(bench.browser.announced.filter((one) => one.news === 'account')).toEqual([]);
    await bench.ask(name, body, from, id);
    expect((await entriesOf(account)).length).toBeGreaterThan(0);
  });

  it('another failure is told in its own words, and what was kept is read anew', async () => {
    await bench.ask('fact.note', { account, metric: 'plan', value: 'Pro' });
    const mend = broken('UnknownError');
    try {
      await expect(bench.ask('fact.note', { account, metric: 'plan', value: 'Max' })).rejects.toThrow('no');
    } finally {
      mend();
    }
    const { folded } = await bench.kido.keeper.account(account);
    expect(folded.metrics.get('plan')?.moments.map((one) => one.value)).toEqual(['Pro']);
  });

  it('that cannot even be read answers no question about an account, and all of them afterwards', async () => {
    const factory = globalThis.indexedDB;
    bench.restart();
    await bench.running.ready;
    await closeDatabase();
    globalThis.indexedDB = {
      open: () => {
        throw new Error('the profile is locked');
      },
    } as unknown as IDBFactory;
    for (const [name, body, from] of writers) await expect(bench.ask(name, body, from), name).rejects.toThrow();
    globalThis.indexedDB = factory;
    for (const [name, body, from] of writers) expect(await bench.ask(name, body, from), name).toBeDefined();
  });
});
