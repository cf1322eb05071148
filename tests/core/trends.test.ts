import { describe, expect, it } from 'vitest';
import { compare } from '@/lib/core/conditions/compare';
import type { Comparison, Condition } from '@/lib/core/conditions/condition-schema';
import { belowHalf, gini, median } from '@/lib/core/conditions/unevenness';
import { weeksMeant } from '@/lib/core/conditions/weeks';
import { day, playbook, readings, weekly } from './make-account';
import { evidence, SOME_WORDS, truth } from './situation-of';

const use = (weeks: (number | null)[]) => [weekly('coreActions', weeks)];

describe('a comparison', () => {
  it.each<[Comparison, boolean, boolean, boolean]>([
    ['=', false, true, false],
    ['!=', true, false, true],
    ['<', true, false, false],
    ['<=', true, true, false],
    ['>', false, false, true],
    ['>=', false, true, true],
  ])('%s of less, equal and more, in numbers and words', (is, less, equal, more) => {
    expect([compare(1, is, 2), compare(2, is, 2), compare(3, is, 2)]).toEqual([less, equal, more]);
    expect([compare('a', is, 'b'), compare('b', is, 'b'), compare('c', is, 'b')]).toEqual([less, equal, more]);
  });
  it('has no answer for what is not known, has another kind, is no number or has no order', () => {
    for (const is of ['=', '!=', '<', '<=', '>', '>='] as const) {
      for (const [left, right] of [
        [null, 1],
        [1, null],
        ['1', 1],
        [Number.NaN, 1],
        [{ a: 1 }, { a: 1 }],
      ] as const)
        expect([is, compare(left, is, right)]).toEqual([is, null]);
    }
    expect([compare(true, '=', true), compare(true, '!=', true), compare(true, '>', false)]).toEqual([true, false, null]);
  });
});

describe('the change over weeks', () => {
  it.each<[(number | null)[], number, number | null]>([
    [[50, 100], 1, -0.5],
    [[150, 100], 1, 0.5],
    [[50, 1, 100], 2, -0.5],
    [[0, 0], 1, 0],
    [[5, 0], 1, null],
    [[null, 5], 1, null],
    [[5, null], 1, null],
    [[5], 1, null],
  ])('of %j over %i is %j', (weeks, changeOverWeeks, wanted) => {
    const condition: Condition = { metric: 'coreActions', changeOverWeeks, is: '=', value: wanted ?? 0 };
    expect(truth(condition, use(weeks))).toBe(wanted === null ? null : true);
    expect(evidence(condition, use(weeks))[0]?.value).toBe(wanted);
  });
  it('tells both values, the week, and what is missing', () => {
    const condition: Condition = { metric: 'coreActions', changeOverWeeks: 1, is: '<', value: -0.2 };
    expect(evidence(condition, use([50, 100]))).toEqual([
      {
        about: 'coreActions',
        kind: 'change',
        value: -0.5,
        base: 100,
        is: '<',
        limit: -0.2,
        source: 'api',
        where: '',
        seenAt: expect.any(Number),
        week: '2026-11-09',
      },
    ]);
    expect(evidence(condition, use([1, 2, 4]), 2)[0]).toMatchObject({ value: -0.5, base: 4, week: '2026-11-02' });
    expect(evidence(condition, use([null, 2]))[0]).toMatchObject({ value: null, missing: 'no data' });
    expect(evidence(condition, use([5, 0]))[0]?.missing).toMatch(SOME_WORDS);
    expect(evidence(condition, use([5]))[0]?.missing).toMatch(SOME_WORDS);
    expect(evidence(condition, use([5]))[0]?.missing).not.toBe(evidence(condition, use([5, 0]))[0]?.missing);
    expect(evidence(condition, use([50, 100]))[0]).not.toHaveProperty('missing');
  });
});

describe('the own median', () => {
  const condition = (days: number, value: number, is: Comparison = '='): Condition => ({
    metric: 'coreActions',
    againstMedianOfDays: days,
    is,
    value,
  });
  it('needs four known weeks before, within the days, and is not of the week itself', () => {
    expect(truth(condition(28, 0.5), use([5, 10, 10, 10, 10]))).toBe(true);
    expect(truth(condition(27, 0.5), use([5, 10, 10, 10, 10]))).toBeNull();
    expect(truth(condition(35, 0.5), use([5, 10, 10, null, 10, 10]))).toBe(true);
    expect(truth(condition(28, 0.5), use([5, 10, 10, null, 10, 10]))).toBeNull();
    expect(truth(condition(28, 0.5), use([5, 10, 10, 10, 10, 900, 900, 900]))).toBe(true);
    expect(truth(condition(28, 0.5), use([5, 10, 10, 10]))).toBeNull();
  });
  it('is the middle, or half between two, in whatever order they came', () => {
    expect(truth(condition(28, 0.5), use([5, 30, 8, 12, 1]))).toBe(true);
    expect(truth(condition(35, 0.5), use([5, 30, 1, 12, 10, 8]))).toBe(true);
    expect(evidence(condition(28, 1), use([5, 30, 8, 12, 1]))[0]).toMatchObject({
      kind: 'median',
      base: 10,
      value: 0.5,
      week: '2026-11-09',
    });
  });
  it('of nothing, or of a week that is not known, gives no answer', () => {
    expect(truth(condition(28, 1, '<'), use([5, 0, 0, 0, 0]))).toBeNull();
    expect(truth(condition(28, 1, '<'), use([null, 5, 5, 5, 5]))).toBeNull();
    expect(truth(condition(28, 1, '<'), use([0, 5, 5, 5, 5]))).toBe(true);
  });
});

describe('the pace', () => {
  const band = { ...playbook, pace: { coreActions: [10, 20, null, 40, 50] } };
  const pace = (contractAgo: number, weeks: (number | null)[], back = 0, weeksInARow = 1) =>
    truth({ pace: 'coreActions', weeksInARow }, [...use(weeks), readings({ contractDate: day(-contractAgo) })], back, band);
  // The last complete week began on Monday the 9th, 11 days before today.
  it.each<[string, number, number, boolean | null]>([
    ['below the band of its week', 11, 9, true],
    ['on the band', 11, 10, false],
    ['a day before the second week', 17, 15, false],
    ['in the second week', 18, 15, true],
    ['before the contract', 10, 1, null],
    ['where the band has a gap', 25, 1, null],
    ['behind the end of the band', 46, 1, null],
  ])('%s', (_, ago, value, wanted) => expect(pace(ago, [value])).toBe(wanted));
  it('must be missed in every week; one that is not known leaves it open', () => {
    expect(pace(18, [15, 9], 0, 2)).toBe(true);
    expect(pace(18, [15, 11], 0, 2)).toBe(false);
    expect(pace(18, [15, null], 0, 2)).toBeNull();
    expect(pace(18, [null, 11], 0, 2)).toBe(false);
    expect(pace(18, [99, 9], 2)).toBe(true);
    expect(truth({ pace: 'coreActions', weeksInARow: 1 }, use([1]), 0, band)).toBeNull();
  });
  it('tells value and band of each week, and where there is none', () => {
    const list = [...use([15, 9, 1]), readings({ contractDate: day(-18) })];
    const found = evidence({ pace: 'coreActions', weeksInARow: 3 }, list, 0, band);
    expect(found).toMatchObject([
      { kind: 'pace', is: '<', value: 15, limit: 20, base: 20, week: '2026-11-09' },
      { kind: 'pace', value: 9, limit: 10, base: 10, week: '2026-11-02' },
      { value: 1, limit: null, base: null, missing: expect.stringMatching(SOME_WORDS), week: '2026-10-26' },
    ]);
    expect(found[0]).not.toHaveProperty('missing');
  });
});

describe('unevenness', () => {
  it.each<[number[], number | null]>([
    [[1, 3], 0.25],
    [[3, 1], 0.25],
    [[0, 1], 0.5],
    [[1, 1, Number.NaN, -5], 0],
    [[1, -1], null],
    [[], null],
  ])('of %j is %j', (values, wanted) => expect(gini(values)).toBe(wanted));
  it.each<[number[], number | null]>([
    [[], null],
    [[4], 4],
    [[9, 1], 5],
    [[9, 1, 2], 2],
  ])('the median of %j is %j', (values, wanted) => expect(median(values)).toBe(wanted));
  it('names who is below half the median, the least first, then by name', () => {
    expect(belowHalf({ a: 10, b: 10, f: 4, d: 5, e: 0, c: 4, g: 20, h: 10, i: 10 })).toEqual(['e', 'c', 'f']);
    expect(belowHalf({ z: 0, y: 0 })).toEqual(['y', 'z']);
    expect(belowHalf({})).toEqual([]);
  });
});

describe('weeks in a row', () => {
  it('are a number or a threshold, whole, from one to a year', () => {
    const meant = (weeks: number) => weeksMeant({ threshold: 'w' }, { ...playbook, thresholds: { w: weeks } });
    expect([meant(0), meant(1), meant(2.9), meant(52), meant(53), meant(-4)]).toEqual([1, 1, 2, 52, 52, 1]);
    expect([weeksMeant(3, playbook), weeksMeant({ threshold: 'none' }, playbook)]).toEqual([3, 1]);
  });
  it('begin with the last complete one, or so many weeks back', () => {
    const condition: Condition = { weeksInARow: 2, of: { metric: 'coreActions', is: '>', value: 5 } };
    expect(truth(condition, use([9, 9, 1]))).toBe(true);
    expect([truth(condition, use([9, 9, 1]), 1), truth(condition, use([9, 9, 1]), 2)]).toEqual([true, false]);
    expect([truth(condition, use([9, null])), truth(condition, use([null, 1]))]).toEqual([null, false]);
    expect(evidence(condition, use([9, 8, 7]), 2).map((one) => [one.value, one.week])).toEqual([
      [8, '2026-11-02'],
      [7, '2026-10-26'],
    ]);
  });
});
