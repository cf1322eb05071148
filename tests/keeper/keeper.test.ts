import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { clock } from '@/lib/core/account/order-entries';
import type { Reading } from '@/lib/core/account/reading';
import type { PanelView } from '@/lib/core/view/panel-view';
import { Keeper } from '@/lib/keeper/keeper';
import type { KeeperNeeds } from '@/lib/keeper/keeper-needs';
import { type Standpoint, StandpointKeeper } from '@/lib/keeper/setting';
import { closeDatabase, database } from '@/lib/store/database';
import { appendEntries, entriesOf } from '@/lib/store/journal';
import { Settings } from '@/lib/store/settings';
import { memoryArea } from '../actions/fake-host';
import { requestId } from '../actions/request-id';
import { entry } from '../core/make-account';

const NOW = Date.parse('2026-11-20T12:00:00+09:00');
const DAY = 86_400_000;
const ACCOUNT = 'sample/a';

interface Bench {
  keeper: Keeper;
  needs: KeeperNeeds;
  clock: { now: number };
  published: { view: PanelView; except: number | null }[];
  posts: number;
  standpoint: StandpointKeeper;
}

const memory = new Map<string, Reading[]>();

function bench(change: Partial<KeeperNeeds> = {}): Bench {
  const settings = new Settings(memoryArea(), async () => ({}));
  const standpoint = new StandpointKeeper(settings, () => 'en');
  const clock = { now: NOW };
  const made: Omit<Bench, 'keeper' | 'needs'> = { clock, published: [], posts: 0, standpoint };
  const needs: KeeperNeeds = {
    now: () => clock.now,
    standpoint: (): Promise<Standpoint> => standpoint.now(),
    device: async () => 'here',
    hooksFor: async () => [],
    held: async (account) => memory.get(account) ?? [],
    keepHeld: async (account, readings) => void memory.set(account, readings),
    surroundings: async () => ({ name: 'Acme', pageAt: null, apiAt: null, hasApi: false, trouble: null, drifts: [] }),
    publish: (view, except) => void made.published.push({ view, except }),
    posted: () => void (result.posts += 1),
    ...change,
  };
  const result: Bench = { ...made, keeper: new Keeper(needs), needs };
  return result;
}

beforeEach(async () => {
  memory.clear();
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
});

const mark = (state: 'done' | 'open', item = 'handoff-why') => [{ kind: 'item' as const, body: { item, state } }];

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
