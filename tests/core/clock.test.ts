import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryClock, highestClock, isAhead, nextClock } from '@/lib/core/account/clock';
import { type Entry, entrySchema } from '@/lib/core/account/entry';
import { foldAccount } from '@/lib/core/account/fold-account';
import { clock, orderEntries } from '@/lib/core/account/order-entries';
import { LAST_INSTANT } from '@/lib/core/instant';

const NOW = Date.parse('2026-11-20T03:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A time in the year 287396: a whole number, and far beyond any calendar. */
const FAR = 9_007_199_254_740_991;

const entry = (id: string, hlc: number | undefined, kind: string, body: unknown, at = NOW): Entry =>
  entrySchema.parse({ id, account: 'a/1', at, ...(hlc !== undefined && { hlc }), kind, body });
const tick = (id: string, hlc: number | undefined, state = 'done', at = NOW) => entry(id, hlc, 'item', { item: 'x', state }, at);

describe('the clock of a machine', () => {
  it('is its wall clock, and above what was seen', () => {
    expect(nextClock(0, NOW)).toBe(NOW);
    expect(nextClock(NOW, NOW)).toBe(NOW + 1);
    expect(nextClock(NOW + 5, NOW)).toBe(NOW + 6);
  });
  it('follows a colleague’s clock that is two hours ahead, and a wall clock that was put back', () => {
    expect(nextClock(NOW + 2 * HOUR, NOW)).toBe(NOW + 2 * HOUR + 1);
    expect(nextClock(NOW + DAY, NOW)).toBe(NOW + DAY + 1);
  });
  it('does not follow what lies more than a day ahead', () => {
    expect(nextClock(NOW + DAY + 1, NOW)).toBe(NOW);
    expect(nextClock(LAST_INSTANT, NOW)).toBe(NOW);
    expect(nextClock(FAR, NOW)).toBe(NOW);
  });
  it('is always a time that an entry may carry', () => {
    const anything = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, NOW, LAST_INSTANT, FAR, -FAR, Number.NaN));
    fc.assert(
      fc.property(anything, anything, (latest, now) => {
        const time = nextClock(latest, now);
        expect(Number.isInteger(time) && time >= 0 && time <= LAST_INSTANT).toBe(true);
        expect(() => tick('x', entryClock([], latest, now))).not.toThrow();
      }),
    );
  });
});

describe('the clock of an entry', () => {
  it('is never below any entry of its account, after a restart that forgot what was seen', () => {
    const restored = [tick('a', NOW + 3 * HOUR), tick('b', undefined, 'open', NOW + 2 * HOUR)];
    expect(highestClock(restored)).toBe(NOW + 3 * HOUR);
    expect(entryClock(restored, 0, NOW)).toBe(NOW + 3 * HOUR + 1);
    expect(entryClock(restored, 0, 0)).toBe(NOW + 3 * HOUR + 1);
  });
  it('lets an undo come after what it undoes, also where that is years ahead', () => {
    const ahead = NOW + 4000 * DAY;
    const wrong = tick('z', ahead, 'done');
    const undone = tick('a', entryClock([wrong], NOW, NOW), 'open');
    expect(foldAccount('a/1', [wrong, undone]).items.get('x')?.state).toBe('open');
    const back = entry('b', entryClock([wrong, undone], NOW, NOW), 'retraction', { target: 'a' });
    expect(foldAccount('a/1', [wrong, undone, back]).items.get('x')?.state).toBe('done');
    const again = entry('a2', entryClock([wrong, undone, back], NOW, NOW), 'retraction', { target: 'b' });
    expect(foldAccount('a/1', [wrong, undone, back, again]).items.get('x')?.state).toBe('open');
  });
  it('takes a wrong clock no further than its own account', () => {
    expect(entryClock([tick('z', LAST_INSTANT)], NOW, NOW)).toBe(LAST_INSTANT);
    expect(entryClock([], LAST_INSTANT, NOW)).toBe(NOW);
  });
  it('stays at the very top, where the ids decide', () => {
    const top = tick('01A', LAST_INSTANT);
    const undo = tick('01B', entryClock([top], NOW, NOW), 'open');
    expect(clock(undo)).toBe(LAST_INSTANT);
    expect(orderEntries([undo, top]).map((one) => one.id)).toEqual(['01A', '01B']);
    expect(foldAccount('a/1', [undo, top]).items.get('x')?.state).toBe('open');
  });
  it('keeps the order of writing, whatever the wall clock does and whatever arrives meanwhile', () => {
    const step = fc.record({
      now: fc.integer({ min: 0, max: 2 * NOW }),
      /** An entry of another machine or a backup that arrives before. */
      arrives: fc.option(fc.integer({ min: 0, max: LAST_INSTANT - 1000 }), { nil: null }),
      restarts: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        const held: Entry[] = [];
        let latest = 0;
        steps.forEach(({ now, arrives, restarts }, at) => {
          if (arrives !== null) held.push(tick(`other${at}`, arrives));
          const time = entryClock(held, restarts ? 0 : latest, now);
          const mine = tick(`mine${at}`, time);
          held.push(mine);
          latest = Math.max(latest, time);
          expect(orderEntries(held).at(-1)).toBe(mine);
        });
      }),
    );
  });
});

describe('a time outside what a date can hold', () => {
  const at = (time: unknown) =>
    entrySchema.safeParse({ id: 'a', account: 'a/1', at: time, kind: 'item', body: { item: 'x', state: 'done' } });
  const wrong = [-1, 0.5, LAST_INSTANT + 1, 9e15, FAR, Number.NaN, Number.POSITIVE_INFINITY, '1969-12-31T23:59:59Z', 'yesterday', null];
  it('is refused as time, clock and age of a reading', () => {
    const reading = (seenAt: unknown) =>
      entrySchema.safeParse({
        id: 'a',
        account: 'a/1',
        at: NOW,
        kind: 'readings',
        body: { readings: [{ metric: 'm', value: 1, source: 'page', seenAt }] },
      });
    for (const time of wrong) {
      expect([time, at(time).success]).toEqual([time, false]);
      expect([time, reading(time).success]).toEqual([time, false]);
      const hlc = entrySchema.safeParse({ id: 'a', account: 'a/1', at: NOW, hlc: time, kind: 'item', body: { item: 'x', state: 'done' } });
      expect([time, hlc.success]).toEqual([time, false]);
    }
    for (const time of [0, NOW, LAST_INSTANT]) {
      expect([at(time).success, reading(time).success]).toEqual([true, true]);
      expect(() => new Date(time).toISOString()).not.toThrow();
    }
    expect(at('2026-11-20T12:00:00+09:00').data?.at).toBe(NOW);
  });
  it('a restore can tell what lies more than a day ahead', () => {
    expect(isAhead(tick('a', NOW + DAY), NOW)).toBe(false);
    expect(isAhead(tick('a', NOW + DAY + 1), NOW)).toBe(true);
    expect(isAhead(tick('a', undefined, 'done', NOW + DAY + 1), NOW)).toBe(true);
  });
  it('a day that is in no calendar is no day of an entry', () => {
    const touchpoint = (day: string) => () => entry('a', NOW, 'touchpoint', { status: 'held', day });
    expect(touchpoint('2026-02-28')).not.toThrow();
    expect(touchpoint('2026-02-29')).toThrow(/no such day/);
    expect(touchpoint('2026-13-01')).toThrow(/no such day/);
  });
});
