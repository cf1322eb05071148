import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { entriesOf } from '@/lib/store/journal';
import { aConsole, connect } from './a-console';
import { Bench, NOW } from './fake-host';
import { requestId } from './request-id';

let bench: Bench;
const account = 'acme/17';
const put = (text: string, seq: number, base: number, writer = 'one-window') =>
  bench.ask<{ kept: boolean; rev: number }>('draft.put', { account, writer, seq, base, fields: { text } });
const draft = () => bench.ask<{ draft: unknown; rev: number }>('draft.get', { account });
const heard = () => bench.browser.announced.flatMap((news) => (news.news === 'draft' ? [[news.account, news.writer]] : []));
const touchpoint = { status: 'held', type: 'call', day: '2026-11-20', notes: 'Hello' };

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  bench.browser.announced = [];
});

describe('a draft', () => {
  it('is kept as typed with its time, and other windows hear of it', async () => {
    const { rev } = await put('half', 1, 0);
    expect(await draft()).toEqual({ draft: { account, at: NOW, fields: { text: 'half' } }, rev });
    expect(heard()).toEqual([[account, 'one-window']]);
  });

  it('that another window overtook is not kept, and nobody hears of it', async () => {
    await put('half', 1, 0);
    bench.browser.announced = [];
    expect(await put('other', 1, 0, 'two-window')).toMatchObject({ kept: false, draft: { fields: { text: 'half' } } });
    expect(heard()).toEqual([]);
    expect(await draft()).toMatchObject({ draft: { fields: { text: 'half' } } });
  });

  it('that is dropped is gone, and other windows hear of it', async () => {
    const { rev } = await put('half', 1, 0);
    bench.browser.announced = [];
    expect(await bench.ask('draft.drop', { account, writer: 'one-window', seq: 1, rev })).toMatchObject({ removed: true });
    expect(heard()).toEqual([[account, 'one-window']]);
    expect(await draft()).toMatchObject({ draft: null });
  });

  it('ends with the touchpoint that it became, once, also when the answer was lost', async () => {
    const { rev } = await put('Hello', 1, 0);
    bench.browser.announced = [];
    const id = requestId();
    const body = { account, touchpoint, ticks: [], draft: { account, writer: 'one-window', seq: 1, rev } };
    await bench.ask('touchpoint.log', body, undefined, id);
    expect(heard()).toEqual([[account, 'one-window']]);
    expect(await draft()).toMatchObject({ draft: null });
    await bench.ask('touchpoint.log', body, undefined, id);
    expect(await entriesOf(account)).toHaveLength(1);
    expect(await draft()).toMatchObject({ draft: null });
  });

  it('stays where a touchpoint is logged without it, or changed', async () => {
    await put('half', 1, 0);
    bench.browser.announced = [];
    const { written } = await bench.ask<{ written: string[] }>('touchpoint.log', { account, touchpoint, ticks: [] });
    await bench.ask('touchpoint.amend', { account, id: written[0], touchpoint: { ...touchpoint, notes: 'Hello again' } });
    expect(await draft()).toMatchObject({ draft: { fields: { text: 'half' } } });
    expect(heard()).toEqual([]);
  });

  it('stays where the touchpoint was refused', async () => {
    const { rev } = await put('half', 1, 0);
    const done = { account, writer: 'one-window', seq: 1, rev };
    await expect(
      bench.ask('touchpoint.log', { account, touchpoint: { ...touchpoint, day: 'soon' }, ticks: [], draft: done }),
    ).rejects.toThrow('day');
    expect(await draft()).toMatchObject({ draft: { fields: { text: 'half' } } });
  });
});
