import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { foldAccount } from '@/lib/core/account/fold-account';
import { formatDay } from '@/lib/core/day';
import { day, entry, NOW, playbook, readings, weekly } from './make-account';
import { reading, SOME_WORDS, situation } from './situation-of';

const HOUR = 3_600_000;
const metric = (id: string, entries: Entry[], now = NOW) => situation(entries, playbook, now).metric(id);
const at = (id: string, value: unknown, seenAt: number, more: Record<string, unknown> = {}) => reading(id, value, { seenAt, ...more });

describe('the value that is used', () => {
  it('is unknown with a reason where nothing is known, and where there is no such metric', () => {
    expect(metric('seats', [])).toEqual({ metric: 'seats', value: null, reading: null, candidates: [], missing: 'not read yet' });
    expect(metric('nothing', [readings({ nothing: 5 })])).toEqual({
      metric: 'nothing',
      value: null,
      reading: null,
      candidates: [],
      missing: expect.stringMatching(SOME_WORDS),
    });
    expect(metric('seats', [readings({ seats: null })])).toMatchObject({ value: null, candidates: [], missing: 'blank' });
    expect(metric('seats', [reading('seats', null)])).toMatchObject({ value: null, missing: 'not read yet' });
  });
  it('is nothing that was seen later', () => {
    const list = [at('seats', 5, NOW), at('seats', 6, NOW + 1)];
    expect([metric('seats', list, NOW - 1).value, metric('seats', list).value, metric('seats', list, NOW + 1).value]).toEqual([null, 5, 6]);
  });
  it('is that of the preferred source until it is 48 hours older than the newest', () => {
    const used = (older: number) =>
      metric('activeUsers', [at('activeUsers', 1, NOW), at('activeUsers', 2, NOW - older, { source: 'api' })]).value;
    expect([used(0), used(48 * HOUR), used(48 * HOUR + 1)]).toEqual([2, 2, 1]);
  });
  it('is the newest of sources without preference, and all that are known stand by it', () => {
    const sources = ['page', 'api', 'person', 'import'].map((source, hours) => at('seats', hours, NOW - hours * HOUR, { source }));
    const used = metric('seats', sources.toReversed());
    expect(used).toMatchObject({ value: 0, reading: { source: 'page' } });
    expect(used.candidates.map((one) => one.value)).toEqual([0, 1, 2, 3]);
    const partly = metric('seats', [
      at('seats', null, NOW, { source: 'api', problem: 'gone' }),
      at('seats', 'many', NOW - HOUR),
      ...sources.slice(3),
    ]);
    expect(partly).toMatchObject({ value: 3, candidates: [{ value: 3 }] });
    const none = metric('seats', [
      at('seats', null, NOW - HOUR, { problem: 'older' }),
      at('seats', null, NOW, { source: 'api', problem: 'newer' }),
    ]);
    expect(none).toMatchObject({ value: null, missing: 'newer', reading: { source: 'api' } });
  });
  it.each<[string, unknown, unknown]>([
    ['seats', 'many', null],
    ['seats', true, null],
    ['seats', 0, 0],
    ['setupShare', 'half', null],
    ['plan', 7, 7],
    ['lastLogin', new Date(NOW + 24 * HOUR).toISOString(), new Date(NOW + 24 * HOUR).toISOString()],
    ['lastLogin', new Date(NOW + 24 * HOUR + 1).toISOString(), null],
    ['lastLogin', 'soon', null],
    ['lastLogin', 'never', 'never'],
    ['lastLogin', day(-1), day(-1)],
    // The contract may be signed for a day to come.
    ['contractDate', day(90), day(90)],
  ])('of %s %j is %j: what cannot be is not believed', (id, value, wanted) => {
    const used = metric(id, [reading(id, value)]);
    expect(used.value).toBe(wanted);
    expect(used.missing === undefined).toBe(wanted !== null);
  });
  it('names what was not believed', () => {
    expect(metric('seats', [reading('seats', 'many')]).missing).toContain('many');
    expect(metric('lastLogin', [reading('lastLogin', 'soon')]).missing).toContain('soon');
    expect(metric('lastLogin', [reading('lastLogin', '2030-01-01')]).missing).toContain('2030-01-01');
  });
});

describe('a share', () => {
  const share = (values: Record<string, unknown>) => metric('activeShare', [readings(values)]);
  it('is unknown while a part or the whole is, where the whole is none, and where the part is more', () => {
    expect(share({ activeUsers: 4, seats: 10 })).toMatchObject({ value: 0.4, parts: [{ value: 4 }, { value: 10 }], candidates: [] });
    expect(share({ activeUsers: 10, seats: 10 }).value).toBe(1);
    expect(share({ activeUsers: 0, seats: 10 }).value).toBe(0);
    expect(share({ activeUsers: null, seats: 10 }).missing).toBe('blank: activeUsers');
    expect(share({ activeUsers: 4 }).missing).toBe('not read yet: seats');
    expect(share({ activeUsers: 0, seats: 0 })).toMatchObject({ value: null, missing: expect.stringContaining('seats') });
    expect(share({ activeUsers: 4, seats: -2 })).toMatchObject({ value: null, missing: expect.stringContaining('-2') });
    expect(share({ activeUsers: 11, seats: 10 })).toMatchObject({
      value: null,
      missing: expect.stringMatching(/activeUsers.*11.*seats.*10/),
    });
  });
  it('that is stated counts while it cannot be worked out', () => {
    expect(share({ activeShare: 0.7 }).value).toBe(0.7);
    expect(share({ activeShare: 0.7, activeUsers: 4, seats: 10 }).value).toBe(0.4);
    expect(share({ activeShare: null }).missing).toBe('not read yet: activeUsers');
  });
  it('of a week takes the whole of that week, else the one known now', () => {
    const m = situation([weekly('activeUsers', [30, 20]), readings({ seats: 40 })]);
    expect([m.weekly('activeShare', 1).value, m.weekly('activeShare', 2).value, m.weekly('activeShare', 3).value]).toEqual([
      0.75,
      0.5,
      null,
    ]);
    const own = situation([weekly('activeUsers', [30]), weekly('seats', [60]), readings({ seats: 40 })]);
    expect(own.weekly('activeShare', 1).value).toBe(0.5);
    const stated = situation([weekly('activeUsers', [30]), weekly('activeShare', [0.9]), readings({ seats: 40 })]);
    expect(stated.weekly('activeShare', 1).value).toBe(0.9);
  });
});

describe('the value of a week', () => {
  const week = (iso: string, value: unknown, more: Record<string, unknown> = {}) =>
    reading('coreActions', value, { source: 'api', week: iso, ...more });
  it('is that of the complete week so many weeks back', () => {
    const m = situation([weekly('coreActions', [1, 2, null]), week('2026-11-16', 9)]);
    expect([1, 2, 3, 4].map((back) => m.weekly('coreActions', back).value)).toEqual([1, 2, null, null]);
    expect(m.weekly('coreActions', 3).missing).toBe('no data');
    expect(m.weekly('coreActions', 4)).toEqual({
      metric: 'coreActions',
      value: null,
      reading: null,
      candidates: [],
      missing: expect.stringMatching(SOME_WORDS),
    });
    expect(situation([week('2026-11-09', null)]).weekly('coreActions', 1).missing).toMatch(SOME_WORDS);
    expect(formatDay(m.weekBack(2))).toBe('2026-11-02');
    expect(m.weekly('nothing', 1).value).toBeNull();
  });
  it('may begin on any of its days, and the last word on it counts', () => {
    for (const [iso, value] of [
      ['2026-11-08', null],
      ['2026-11-09', 5],
      ['2026-11-15', 5],
    ] as const)
      expect(situation([week(iso, 5)]).weekly('coreActions', 1).value).toBe(value);
    const twice = [week('2026-11-09', 7, { seenAt: NOW - HOUR }), week('2026-11-09', 6, { seenAt: NOW - 2 * HOUR })];
    expect(situation(twice).weekly('coreActions', 1).value).toBe(7);
  });
  it('is what was seen on one of its days where no figure of the week is there', () => {
    const seen = (daysAgo: number, value: unknown = 5) => reading('coreActions', value, { seenAt: NOW - daysAgo * 24 * HOUR });
    const found = (...list: Entry[]) => situation(list).weekly('coreActions', 1).value;
    // Friday noon: Sunday is 5 days ago, the Monday of the week before 11.
    expect([found(seen(4)), found(seen(5)), found(seen(11)), found(seen(12))]).toEqual([null, 5, 5, null]);
    expect(found(seen(7, 1), seen(6, 2))).toBe(2);
    expect(found(seen(7, 1), seen(6, null))).toBe(1);
    expect(found(seen(7, 1), seen(-1, 3))).toBe(1);
  });
  it('waits in the first three days of a week for the week that has just ended, if there was one before', () => {
    const lag = (iso: string, ...weeks: string[]) =>
      situation(
        weeks.map((one) => week(one, 5)),
        playbook,
        Date.parse(iso),
      ).lag('coreActions');
    expect(lag('2026-11-16T00:00:00+09:00', '2026-11-02')).toBe(1);
    expect(lag('2026-11-18T23:59:59+09:00', '2026-11-02')).toBe(1);
    expect(lag('2026-11-19T00:00:00+09:00', '2026-11-02')).toBe(0);
    expect(lag('2026-11-17T00:00:00+09:00', '2026-11-09', '2026-11-02')).toBe(0);
    expect(lag('2026-11-17T00:00:00+09:00', '2026-10-26')).toBe(0);
    expect(lag('2026-11-17T00:00:00+09:00')).toBe(0);
  });
  it('is the value of now as well, unless its source said something since', () => {
    const now = (...list: Entry[]) => metric('coreActions', list).value;
    expect(now(week('2026-11-09', 5))).toBe(5);
    expect(now(week('2026-11-02', 5))).toBeNull();
    const api = (value: number, daysAgo: number) => reading('coreActions', value, { source: 'api', seenAt: NOW - daysAgo * 24 * HOUR });
    expect(now(week('2026-11-09', 5), api(9, 4))).toBe(9);
    expect(now(week('2026-11-09', 5), api(9, 5))).toBe(5);
    const page = reading('coreActions', 7, { seenAt: NOW });
    expect(
      metric('coreActions', [week('2026-11-09', 5), page])
        .candidates.map((one) => one.value)
        .toSorted(),
    ).toEqual([5, 7]);
  });
});

describe('what took place', () => {
  it('is held, up to today, and the last time of a play is the last that somebody came to', () => {
    const touchpoint = (id: string, offset: number, more: Record<string, unknown>) =>
      entry('touchpoint', { play: id, day: day(offset), status: 'held', ...more });
    const list = [
      touchpoint('kickoff', -9, { outcome: 'done' }),
      touchpoint('kickoff', -5, { outcome: 'noShow' }),
      touchpoint('kickoff', -4, { status: 'planned' }),
      touchpoint('briefing', 0, {}),
      touchpoint('completion', 1, {}),
      touchpoint('completion', -1, { status: 'canceled' }),
    ];
    const m = situation(list);
    expect(m.held.map((one) => one.day)).toEqual([day(-9), day(-5), day(0)]);
    expect([m.heldPlay('kickoff')?.day, m.heldPlay('briefing')?.day, m.heldPlay('completion')]).toEqual([day(-9), day(0), null]);
    expect(foldAccount('sample/a', list).touchpoints).toHaveLength(6);
  });
});
