import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { StandpointKeeper } from '@/lib/keeper/setting';
import { closeDatabase, database } from '@/lib/store/database';
import { entriesOf } from '@/lib/store/journal';
import { Settings } from '@/lib/store/settings';
import { memoryArea } from '../actions/fake-host';
import { requestId } from '../actions/request-id';
import { ACCOUNT, bench, emptyStore, mark, NOW } from './a-keeper';

beforeEach(emptyStore);

describe('handing out', () => {
  it('loads, folds and assesses an account once, until an entry is appended', async () => {
    const { keeper } = bench();
    for (let time = 0; time < 5; time += 1) {
      const now = await keeper.account(ACCOUNT);
      void now.folded;
      void now.assessment;
      await keeper.view(ACCOUNT);
    }
    expect(keeper.counts).toMatchObject({ loads: 1, folds: 1, assessments: 1 });
    await keeper.note(ACCOUNT, () => mark('done'));
    expect(keeper.counts).toMatchObject({ loads: 1, folds: 2, assessments: 2 });
  });

  it('what two listeners ask for at the same moment is loaded once', async () => {
    const { keeper } = bench();
    await Promise.all([keeper.view(ACCOUNT), keeper.view(ACCOUNT), keeper.account(ACCOUNT)]);
    expect(keeper.counts).toMatchObject({ loads: 1, assessments: 1 });
  });

  it('assesses anew after ten minutes, when the day has turned, and when the clock was put back', async () => {
    const { keeper, clock } = bench();
    const at = async (now: number) => {
      clock.now = now;
      await keeper.view(ACCOUNT);
      return keeper.counts.assessments;
    };
    expect(await at(NOW)).toBe(1);
    expect(await at(NOW + 9 * 60_000)).toBe(1);
    expect(await at(NOW + 10 * 60_000)).toBe(2);
    const midnight = Date.parse('2026-11-21T00:00:00Z');
    expect(await at(midnight - 60_000)).toBe(3);
    expect(await at(midnight + 60_000)).toBe(process.env.TZ === 'Asia/Tokyo' ? 3 : 4);
    const before = keeper.counts.assessments;
    expect(await at(NOW)).toBe(before + 1);
  });

  it('a setting that has changed is seen at once', async () => {
    const settings = new Settings(memoryArea(), async () => ({}));
    const standpoint = new StandpointKeeper(settings, () => 'en');
    const { keeper } = bench({ standpoint: () => standpoint.now() });
    expect((await keeper.view(ACCOUNT)).lang).toBe('en');
    await settings.changePreferences({ lang: 'ja' });
    standpoint.forget();
    expect((await keeper.view(ACCOUNT)).lang).toBe('ja');
  });

  it('forgets the account used longest ago, and loads it again when asked', async () => {
    const { keeper } = bench();
    for (let at = 0; at < 41; at += 1) await keeper.account(`sample/${at}`);
    await keeper.account('sample/40');
    expect(keeper.counts.loads).toBe(41);
    await keeper.account('sample/0');
    expect(keeper.counts.loads).toBe(42);
  });

  it('a load that failed is tried again', async () => {
    const { keeper } = bench();
    const factory = globalThis.indexedDB;
    await closeDatabase();
    globalThis.indexedDB = {
      open: () => {
        throw new Error('no disk');
      },
    } as unknown as IDBFactory;
    await expect(keeper.account(ACCOUNT)).rejects.toThrow();
    globalThis.indexedDB = factory;
    expect((await keeper.account(ACCOUNT)).entries).toEqual([]);
  });
});

describe('writing', () => {
  it('makes entries of this author, device and time, on disk before it answers, and tells once', async () => {
    const { keeper, published } = bench();
    const id = requestId();
    const done = await keeper.write(ACCOUNT, id, () => [...mark('done'), ...mark('done', 'handoff-success')], 7);
    expect(done.written).toEqual([`${id}-0`, `${id}-1`]);
    expect(await entriesOf(ACCOUNT)).toMatchObject([
      { id: `${id}-0`, at: NOW, device: 'here', kind: 'item', hlc: NOW },
      { id: `${id}-1`, at: NOW, hlc: NOW + 1 },
    ]);
    expect(published.map((one) => one.except)).toEqual([7]);
    expect(published[0]?.view).toEqual(done.view);
    expect(done.view.checklist.find((item) => item.id === 'handoff-why')?.state).toBe('done');
  });

  it('asked again with the same id it writes nothing, tells nobody, and answers the same', async () => {
    const { keeper, published } = bench();
    const id = requestId();
    const first = await keeper.write(ACCOUNT, id, () => mark('done'));
    let asked = 0;
    const second = await keeper.write(ACCOUNT, id, () => {
      asked += 1;
      return mark('open');
    });
    expect(second.written).toEqual(first.written);
    expect(asked).toBe(0);
    expect(await entriesOf(ACCOUNT)).toHaveLength(1);
    expect(published).toHaveLength(1);
  });

  it('a second asking while the first is still under way writes once', async () => {
    const { keeper } = bench();
    const id = requestId();
    const [first, second] = await Promise.all([
      keeper.write(ACCOUNT, id, () => mark('done')),
      keeper.write(ACCOUNT, id, () => mark('done')),
    ]);
    expect(second.written).toEqual(first.written);
    expect(await entriesOf(ACCOUNT)).toHaveLength(1);
  });

  it('writers of one account take turns: each decides on what the one before has written', async () => {
    const { keeper } = bench();
    const seen: number[] = [];
    const one = () =>
      keeper.note(ACCOUNT, ({ entries }) => {
        seen.push(entries.length);
        return mark('done');
      });
    await Promise.all([one(), one(), one()]);
    expect(seen).toEqual([0, 1, 2]);
  });

  it('one that refuses does not keep the next from writing, and writes nothing itself', async () => {
    const { keeper, published } = bench();
    const no = keeper.note(ACCOUNT, () => {
      throw new Error('not ready');
    });
    const yes = keeper.note(ACCOUNT, () => mark('done'));
    await expect(no).rejects.toThrow('not ready');
    expect((await yes).written).toHaveLength(1);
    expect(published).toHaveLength(1);
  });

  it('nothing to write is nothing written, and nobody is told', async () => {
    const { keeper, published } = bench();
    const done = await keeper.note(ACCOUNT, () => []);
    expect(done.written).toEqual([]);
    expect(published).toEqual([]);
  });

  it('of a name that is no account nothing is written', async () => {
    const { keeper } = bench();
    await expect(keeper.note('nonsense', () => mark('done'))).rejects.toThrow('no such account');
    expect(await (await database()).count('entries')).toBe(0);
  });

  it('what no version could read is refused; what was kept is read from the disk again', async () => {
    const { keeper } = bench();
    await keeper.note(ACCOUNT, () => mark('done'));
    await expect(keeper.note(ACCOUNT, () => [{ kind: 'item', body: { item: '', state: 'done' } }])).rejects.toThrow();
    expect((await keeper.account(ACCOUNT)).entries).toHaveLength(1);
    expect(keeper.counts.loads).toBe(2);
  });

  it('notes the entries for webhooks with them, and says so', async () => {
    const made = bench({ hooksFor: async (entries: Entry[]) => (entries.some((one) => one.kind === 'item') ? ['slack'] : []) });
    await made.keeper.note(ACCOUNT, () => mark('done'));
    expect(made.posts).toBe(1);
    expect(await (await database()).getAll('outbox')).toMatchObject([{ hook: 'slack', account: ACCOUNT }]);
  });
});
