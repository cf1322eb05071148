import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/store/database';
import { draftOf, putDraft } from '@/lib/store/drafts';
import { entriesOf } from '@/lib/store/journal';
import { requestId } from '../actions/request-id';
import { ACCOUNT, bench, emptyStore, mark, NOW } from './a-keeper';

beforeEach(emptyStore);

describe('views of one background', () => {
  it('are counted upwards, whatever the account, so that of two the newer is known', async () => {
    const { keeper } = bench();
    const first = await keeper.view(ACCOUNT);
    const second = await keeper.view('sample/b');
    const { view: third } = await keeper.note(ACCOUNT, () => mark('done'));
    expect(first.turn.count).toBeGreaterThan(0);
    expect(second.turn.count).toBeGreaterThan(first.turn.count);
    expect(third.turn.count).toBeGreaterThan(second.turn.count);
    expect(new Set([first, second, third].map((one) => one.turn.life)).size).toBe(1);
    expect(first.turn.life).not.toBe('');
  });

  it('of a later background are told apart: it counts from the start', async () => {
    const first = await bench().keeper.view(ACCOUNT);
    const second = await bench().keeper.view(ACCOUNT);
    expect(second.turn.life).not.toBe(first.turn.life);
  });

  it('are counted when they are begun: one that was begun later knows at least as much', async () => {
    let goOn: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (goOn = resolve));
    let asked = 0;
    const surroundings = { name: null, pageAt: null, apiAt: null, hasApi: false, trouble: null, drifts: [] };
    const { keeper } = bench({
      surroundings: async () => {
        asked += 1;
        if (asked === 1) await slow;
        return surroundings;
      },
    });
    const early = keeper.view(ACCOUNT);
    const late = await keeper.view(ACCOUNT);
    goOn();
    expect((await early).turn.count).toBeLessThan(late.turn.count);
  });
});

describe('an assessment', () => {
  it('is made anew when the zone or the playbook is another, and not otherwise', async () => {
    const made = bench();
    const known = await made.standpoint.now();
    let standpoint = known;
    made.needs.standpoint = async () => standpoint;
    const assess = async () => {
      await made.keeper.view(ACCOUNT);
      return made.keeper.counts.assessments;
    };
    expect(await assess()).toBe(1);
    standpoint = { ...known, lang: 'ja' };
    expect(await assess()).toBe(1);
    standpoint = { ...known, zone: 'Pacific/Kiritimati' };
    expect(await assess()).toBe(2);
    standpoint = { ...known, zone: 'Pacific/Kiritimati', playbook: { ...known.playbook } };
    expect(await assess()).toBe(3);
    expect(await assess()).toBe(3);
  });

  it('holds for the moment it was made, and not for one before it: a clock that was put back by a second', async () => {
    const { keeper, clock } = bench();
    await keeper.view(ACCOUNT);
    clock.now = NOW - 1000;
    await keeper.view(ACCOUNT);
    expect(keeper.counts.assessments).toBe(2);
  });

  it('tells today in the zone that was chosen', async () => {
    const made = bench();
    const known = await made.standpoint.now();
    const today = async (zone: string) => {
      made.needs.standpoint = async () => ({ ...known, zone });
      return (await made.keeper.view(ACCOUNT)).today;
    };
    expect(await today('Pacific/Kiritimati')).toBe('2026-11-20');
    made.clock.now = Date.parse('2026-11-20T12:00:00Z');
    expect(await today('Pacific/Kiritimati')).toBe('2026-11-21');
    expect(await today('Pacific/Pago_Pago')).toBe('2026-11-20');
  });
});

describe('values that are held', () => {
  const seen = (metric: string, value: number, seenAt: number) => ({ metric, value, source: 'page' as const, where: '', seenAt });

  it('count as of the latest of them, over what was written before', async () => {
    const { keeper, clock } = bench();
    const readings = [seen('seats', 40, NOW)];
    await keeper.note(ACCOUNT, () => [{ kind: 'readings', body: { readings } }]);
    clock.now = NOW + 5000;
    await keeper.hold(ACCOUNT, [seen('seats', 41, NOW + 4000), seen('intendedUsers', 9, NOW - 60_000)]);
    const { folded, written, held } = await keeper.account(ACCOUNT);
    expect(folded.metrics.get('seats')?.moments.map((one) => [one.value, one.seenAt])).toEqual([
      [40, NOW],
      [41, NOW + 4000],
    ]);
    expect(written.metrics.get('seats')?.moments.map((one) => one.value)).toEqual([40]);
    expect(held.map((one) => one.metric)).toEqual(['seats', 'intendedUsers']);
  });

  it('that are none fold nothing anew and write nothing', async () => {
    const made = bench();
    const kept: unknown[] = [];
    made.needs.keepHeld = async (_, readings) => void kept.push(readings);
    void (await made.keeper.account(ACCOUNT)).folded;
    await made.keeper.hold(ACCOUNT, []);
    void (await made.keeper.account(ACCOUNT)).folded;
    expect(made.keeper.counts.folds).toBe(1);
    expect(kept).toEqual([]);
    await made.keeper.hold(ACCOUNT, [seen('seats', 1, NOW)]);
    await made.keeper.hold(ACCOUNT, []);
    expect(kept).toEqual([[seen('seats', 1, NOW)], []]);
  });

  it('of an account that was never written are no entries', async () => {
    const { keeper } = bench();
    const { held, entries } = await keeper.account(ACCOUNT);
    expect(held).toEqual([]);
    expect(entries).toEqual([]);
  });
});

describe('what goes with a writing', () => {
  it('the draft it came from is done with; without one no draft is touched', async () => {
    const { keeper } = bench();
    const put = { account: ACCOUNT, writer: 'a-window', seq: 1, base: 0, at: NOW, fields: { text: 'half' } };
    const { rev } = await putDraft(put);
    await keeper.write(ACCOUNT, requestId(), () => mark('done'));
    expect((await draftOf(ACCOUNT)).draft?.fields).toEqual({ text: 'half' });
    await keeper.write(ACCOUNT, requestId(), () => mark('open'), null, { account: ACCOUNT, writer: 'a-window', seq: 1, rev });
    expect((await draftOf(ACCOUNT)).draft).toBeNull();
  });

  it('nothing to write touches no store and no clock, and no webhook is asked about', async () => {
    const asked: unknown[] = [];
    const made = bench({ hooksFor: async (entries) => (asked.push(entries), ['slack']) });
    await made.keeper.note(ACCOUNT, () => []);
    expect(asked).toEqual([]);
    expect(made.posts).toBe(0);
  });

  it('where no webhook wants it nothing is posted', async () => {
    const made = bench();
    await made.keeper.note(ACCOUNT, () => mark('done'));
    expect(made.posts).toBe(0);
    expect(await (await database()).count('outbox')).toBe(0);
  });
});

describe('what is kept in memory', () => {
  it('of one account may be forgotten while the others stay', async () => {
    const { keeper } = bench();
    await keeper.note(ACCOUNT, () => mark('done'));
    await keeper.note('sample/b', () => mark('done'));
    await (await database()).clear('entries');
    keeper.forget(ACCOUNT);
    expect((await keeper.account(ACCOUNT)).entries).toEqual([]);
    expect((await keeper.account('sample/b')).entries).toHaveLength(1);
  });

  it('holds forty accounts, and what was asked for last stays', async () => {
    const { keeper } = bench();
    for (let at = 0; at < 40; at += 1) await keeper.account(`sample/${at}`);
    await keeper.account('sample/0');
    expect(keeper.counts.loads).toBe(40);
    await keeper.account('sample/40');
    await keeper.account('sample/0');
    expect(keeper.counts.loads).toBe(41);
    await keeper.account('sample/1');
    expect(keeper.counts.loads).toBe(42);
  });

  it('is not what the disk did not take', async () => {
    const { keeper } = bench({ hooksFor: async () => Promise.reject(new Error('no webhooks can be read')) });
    await expect(keeper.note(ACCOUNT, () => mark('done'))).rejects.toThrow('no webhooks');
    expect((await keeper.account(ACCOUNT)).entries).toEqual([]);
    expect(await entriesOf(ACCOUNT)).toEqual([]);
  });
});
