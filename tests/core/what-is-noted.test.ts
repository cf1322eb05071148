import { describe, expect, it } from 'vitest';
import { entrySchema } from '@/lib/core/account/entry';
import { foldAccount } from '@/lib/core/account/fold-account';
import type { Reading } from '@/lib/core/account/reading';
import { whatToWrite } from '@/lib/core/account/what-to-write';
import { parseDay } from '@/lib/core/day';
import { NOW } from './make-account';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NO_WEEK = Number.POSITIVE_INFINITY;

const reading = (metric: string, value: Reading['value'], seenAt = NOW, more: Partial<Reading> = {}): Reading => ({
  metric,
  value,
  source: 'page',
  where: '',
  seenAt,
  ...more,
});
const noted = (...readings: Reading[]) =>
  foldAccount(
    'a/1',
    readings.map((one, at) =>
      entrySchema.parse({ id: `e${at}`, account: 'a/1', at: one.seenAt, kind: 'readings', body: { readings: [one] } }),
    ),
  );
const decide = (before: Reading[], seen: Reading[], weekFrom = NO_WEEK) => {
  const { write, hold } = whatToWrite(noted(...before), seen, NOW, weekFrom);
  return [write.map((one) => one.metric), hold.map((one) => one.metric)];
};
/** A page that was noted so many times today, last so long ago. */
const busy = (times: number, lastAgo: number) =>
  Array.from({ length: times }, (_, at) => reading('clock', at, NOW - lastAgo - at * MINUTE));

describe('a change on a page', () => {
  it('waits 2^k minutes after the k-th note of the last 24 hours', () => {
    const waits = (times: number, lastAgo: number) => decide(busy(times, lastAgo), [reading('clock', 'x')])[1]?.length === 1;
    // A text waits no longer than 15 minutes while it is quiet, and the clock is not quiet after four changes.
    expect([waits(1, 2 * MINUTE - 1), waits(1, 2 * MINUTE)]).toEqual([true, false]);
    expect([waits(2, 4 * MINUTE - 1), waits(2, 4 * MINUTE)]).toEqual([true, false]);
    expect([waits(6, 64 * MINUTE - 1), waits(6, 64 * MINUTE)]).toEqual([true, false]);
  });
  it('counts notes of the page alone, of the last 24 hours, at one time once', () => {
    const old = busy(3, 24 * HOUR);
    expect(decide([...old, reading('clock', 9, NOW - 2 * MINUTE)], [reading('clock', 1)])[0]).toEqual(['clock']);
    const api = Array.from({ length: 5 }, (_, at) => reading('use', at, NOW - at * MINUTE, { source: 'api' }));
    expect(decide([...api, reading('clock', 9, NOW - 2 * MINUTE)], [reading('clock', 1)])[0]).toEqual(['clock']);
    const together = ['a', 'b', 'c', 'd'].map((metric) => reading(metric, 1, NOW - 2 * MINUTE));
    expect(decide(together, [reading('a', 2)])[0]).toEqual(['a']);
    expect(decide(busy(1, -HOUR), [reading('clock', 'x')])[0]).toEqual(['clock']);
  });
  it('of a quiet value waits 15 minutes at most, unless a number only moved', () => {
    const before = [...busy(6, 15 * MINUTE), reading('plan', 'Pro', NOW - 5 * HOUR), reading('seats', 5, NOW - 5 * HOUR)];
    expect(decide(before, [reading('plan', 'Team')])[0]).toEqual(['plan']);
    expect(decide(before, [reading('seats', 6)])[1]).toEqual(['seats']);
    expect(decide(before, [reading('seats', null, NOW, { problem: 'blank' })])[0]).toEqual(['seats']);
    expect(decide([...busy(6, 15 * MINUTE - 1), reading('plan', 'Pro', NOW - 5 * HOUR)], [reading('plan', 'Team')])[1]).toEqual(['plan']);
    const changes = (count: number) => Array.from({ length: count + 1 }, (_, at) => reading('plan', `v${at}`, NOW - (9 - at) * HOUR));
    expect(decide([...busy(9, 15 * MINUTE), ...changes(2)], [reading('plan', 'x')])[0]).toEqual(['plan']);
    expect(decide([...busy(9, 15 * MINUTE), ...changes(3)], [reading('plan', 'x')])[1]).toEqual(['plan']);
  });
});

describe('what says the same', () => {
  const before = [reading('seats', 5, NOW - 6 * HOUR), reading('plan', 'Pro', NOW - 6 * HOUR + 1)];
  it('is noted again after six hours, without what was noted since', () => {
    expect(decide(before, [reading('seats', 5), reading('plan', 'Pro')])).toEqual([['seats'], []]);
    expect(decide(before, [reading('plan', 'Pro')])).toEqual([[], []]);
  });
  it('takes a change of the page along', () => {
    expect(decide([...before, ...busy(6, MINUTE)], [reading('seats', 5), reading('plan', 'Team')])).toEqual([['seats', 'plan'], []]);
  });
  it('is another where its place, its problem or its value differs, and from each source apart', () => {
    const same = (more: Partial<Reading>, was: Partial<Reading> = {}) =>
      decide([reading('seats', 5, NOW - HOUR, was)], [reading('seats', 5, NOW, more)])[0]?.length === 0;
    expect([
      same({}),
      same({ where: 'field' }),
      same({ problem: 'x' }),
      same({ value: { a: 1 } }, { value: { a: 1 } }),
      same({ problem: null }),
    ]).toEqual([true, false, false, true, true]);
    expect(same({ source: 'api' })).toBe(false);
  });
  it('of a week that is over is never noted again', () => {
    const week = (iso: string) =>
      decide(
        [reading('use', 1, NOW - 9 * HOUR, { source: 'api', week: iso })],
        [reading('use', 1, NOW, { source: 'api', week: iso })],
        parseDay('2026-11-16') as number,
      )[0];
    expect([week('2026-11-15'), week('2026-11-16')]).toEqual([[], ['use']]);
  });
  it('or nothing at all is nothing to note', () => expect(decide(before, [])).toEqual([[], []]));
});
