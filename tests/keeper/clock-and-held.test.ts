import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { clock } from '@/lib/core/account/order-entries';
import { database } from '@/lib/store/database';
import { appendEntries, entriesOf } from '@/lib/store/journal';
import { entry } from '../core/make-account';
import { ACCOUNT, bench, emptyStore, mark, NOW } from './a-keeper';

const DAY = 86_400_000;

beforeEach(emptyStore);

describe('the clock', () => {
  const written = async () => (await entriesOf(ACCOUNT)).at(-1) as Entry;

  it('an undo comes after what it undoes, though the machine’s clock was put back and the background restarted', async () => {
    const first = bench();
    const { written: ids } = await first.keeper.note(ACCOUNT, () => mark('done'));
    const second = bench();
    second.clock.now = NOW - 3 * 3_600_000;
    const done = await second.keeper.note(ACCOUNT, () => [{ kind: 'retraction', body: { target: ids[0] ?? '' } }]);
    expect(done.view.checklist.find((item) => item.id === 'handoff-why')?.state).toBe('open');
  });

  it('follows a colleague’s clock that is two hours ahead, and a restored backup’s', async () => {
    const ahead = { ...entry('item', { item: 'handoff-why', state: 'done' }), hlc: NOW + 2 * 3_600_000 };
    await appendEntries([ahead], {});
    const { keeper } = bench();
    const done = await keeper.note(ACCOUNT, () => mark('open'));
    expect(clock(await written())).toBeGreaterThan(NOW + 2 * 3_600_000);
    expect(done.view.checklist.find((item) => item.id === 'handoff-why')?.state).toBe('open');
  });

  it('one entry from the end of time does not stop writing: not here, not for other accounts', async () => {
    const last = 8.64e15 - 1;
    await (await database()).put('entries', { ...entry('item', { item: 'handoff-why', state: 'done' }), hlc: last, at: NOW });
    const { keeper } = bench();
    for (let time = 0; time < 3; time += 1) await keeper.note(ACCOUNT, () => mark('open'));
    expect(await entriesOf(ACCOUNT)).toHaveLength(4);
    await keeper.note('sample/b', () => mark('done'));
    expect(clock((await entriesOf('sample/b'))[0] as Entry)).toBeLessThan(NOW + DAY);
  });

  it('another account’s clock is none of this one’s business', async () => {
    const { keeper } = bench();
    await appendEntries([{ ...entry('item', { item: 'x', state: 'done' }), account: 'sample/b', hlc: NOW + 3_600_000 }], {});
    await keeper.account('sample/b');
    await keeper.note(ACCOUNT, () => mark('done'));
    expect(clock(await written())).toBe(NOW);
  });
});

describe('values that are held', () => {
  const seats = (value: number) => ({ metric: 'seats', value, source: 'page' as const, where: 'field Seats', seenAt: NOW });

  it('count at once and are not on disk; what is written is told apart', async () => {
    const { keeper } = bench();
    await keeper.hold(ACCOUNT, [seats(40)]);
    const now = await keeper.account(ACCOUNT);
    expect(now.folded.metrics.get('seats')?.moments.at(-1)?.value).toBe(40);
    expect(now.written.metrics.get('seats')).toBeUndefined();
    expect(await entriesOf(ACCOUNT)).toEqual([]);
  });

  it('outlive the background, until they are written', async () => {
    await bench().keeper.hold(ACCOUNT, [seats(40)]);
    const next = bench().keeper;
    expect((await next.account(ACCOUNT)).folded.metrics.get('seats')?.moments.at(-1)?.value).toBe(40);
    expect(await next.takeHeld(ACCOUNT)).toEqual([seats(40)]);
    expect((await bench().keeper.account(ACCOUNT)).folded.metrics.get('seats')).toBeUndefined();
  });

  it('are given once, to be written', async () => {
    const { keeper } = bench();
    await keeper.hold(ACCOUNT, [seats(40)]);
    expect(await keeper.takeHeld(ACCOUNT)).toEqual([seats(40)]);
    expect(await keeper.takeHeld(ACCOUNT)).toEqual([]);
    expect((await keeper.account(ACCOUNT)).folded.metrics.get('seats')).toBeUndefined();
  });
});

describe('forgetting', () => {
  it('what was erased or restored is read anew', async () => {
    const { keeper } = bench();
    await keeper.note(ACCOUNT, () => mark('done'));
    await (await database()).clear('entries');
    expect((await keeper.account(ACCOUNT)).entries).toHaveLength(1);
    keeper.forget(ACCOUNT);
    expect((await keeper.account(ACCOUNT)).entries).toEqual([]);
    keeper.forget();
    expect((await keeper.account(ACCOUNT)).entries).toEqual([]);
    expect(keeper.counts.loads).toBe(3);
  });
});
