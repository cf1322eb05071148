import { describe, expect, it } from 'vitest';
import type { MetricType } from '@/lib/readers/api/metric-types';
import { metricTypes } from '@/lib/readers/api/metric-types';
import { readPages } from '@/lib/readers/api/read-pages';
import { readWeek } from '@/lib/readers/api/read-time';
import { readValue } from '@/lib/readers/api/read-value';
import { setting, values } from './fake-api';

const read = (value: unknown, type: MetricType | null, locale = 'en-US') => {
  const parsed = readValue(value, type, { ...setting, locale });
  return parsed.problem ?? parsed.value;
};

describe('a value of a reply', () => {
  it.each<[unknown, string, unknown]>([
    [1113, 'en-US', 1113],
    [-2.5, 'de', -2.5],
    ['1113', 'de', 1113],
    ['1113.5', 'de', 1113.5],
    ['1113.50', 'ja', 1113.5],
    ['1e3', 'en-US', 1000],
    [' 1,113 ', 'en-US', 1113],
    ['1.113,5', 'de', 1113.5],
    ['１，１１３', 'ja', 1113],
    ['1.234', 'en-US', 1.234],
    ['1.234', 'de', 'which number: 1.234'],
    ['6/8', 'en-US', 'not a number: 6/8'],
    ['34%', 'en-US', 'not a number: 34%'],
    ['1113 of 2000', 'en-US', 'not a number: 1113 of 2000'],
    ['2026-11-01', 'en-US', 'not a number: 2026-11-01'],
    ['', 'en-US', 'blank'],
    ['  ', 'en-US', 'blank'],
    ['n/a', 'en-US', 'blank'],
    ['NaN', 'en-US', 'not a number: NaN'],
    ['1e999', 'en-US', expect.stringContaining('not a number')],
    [Number.NaN, 'en-US', 'not a number: NaN'],
    [false, 'en-US', 'not a number: false'],
    [null, 'en-US', 'blank'],
    [undefined, 'en-US', 'not in the reply'],
    [[], 'en-US', 'not a plain value: []'],
    [[5], 'en-US', 'not a plain value: [5]'],
    [[5, 6], 'en-US', 'several in the reply: 5, 6'],
    [{ a: 1 }, 'en-US', 'not a plain value: {"a":1}'],
  ])('number: %j in %s', (value, locale, wanted) => expect(read(value, 'number', locale)).toEqual(wanted));

  it.each<[unknown, unknown]>([
    [0.34, 0.34],
    [0, 0],
    [34, 0.34],
    ['34', 0.34],
    ['0.34', 0.34],
    ['34 %', 0.34],
    ['100％', 1],
    ['0.5%', 0.005],
    [1, 'which number: 1'],
    ['1', 'which number: 1'],
    [1.5, 'which number: 1.5'],
    [-3, 'not a number: -3'],
    ['6/8', 'not a number: 6/8'],
  ])('share: %j', (value, wanted) => expect(read(value, 'percent')).toEqual(wanted));

  it.each<[unknown, unknown]>([
    [true, true],
    [false, false],
    [1, true],
    [0, false],
    [2, 'neither yes nor no: 2'],
    ['true', true],
    ['FALSE', false],
    ['0', false],
    ['はい', true],
    ['perhaps', 'neither yes nor no: perhaps'],
    ['', 'blank'],
  ])('yes or no: %j', (value, wanted) => expect(read(value, 'yesNo')).toEqual(wanted));

  it.each<[unknown, unknown]>([
    ['Pro', 'Pro'],
    [17, '17'],
    ['n/a', 'blank'],
    [true, 'not a text: true'],
    [{ name: 'Pro' }, 'not a plain value: {"name":"Pro"}'],
    ['席'.repeat(3000), '席'.repeat(2000)],
  ])('text: %j', (value, wanted) => expect(read(value, 'text')).toEqual(wanted));

  it.each<[unknown, unknown]>([
    ['2026-11-01', '2026-11-01'],
    ['2026-11-01T00:00:00Z', '2026-11-01'],
    ['2026-10-31T15:00:00Z', '2026-11-01'],
    ['2026-10-31T14:59:59.999Z', '2026-10-31'],
    ['November 1st, 2026', '2026-11-01'],
    ['2026年11月1日', '2026-11-01'],
    ['20261101', '2026-11-01'],
    [20_261_101, '2026-11-01'],
    ['20261301', 'no such day: 20261301'],
    [1_793_491_200, '2026-11-01'],
    [1_793_491_200_000, '2026-11-01'],
    ['1793491200', '2026-11-01'],
    [0, 'not a date: 0'],
    [45_962, 'not a date: 45962'],
    [-1, 'not a date: -1'],
    ['2026-02-30', 'no such day: 2026-02-30'],
    ['2026-11', 'not a date: 2026-11'],
    ['soon', 'not a date: soon'],
    ['never', 'never'],
    [true, 'not a date: true'],
    ['', 'blank'],
  ])('date: %j', (value, wanted) => expect(read(value, 'date')).toEqual(wanted));

  it.each<[unknown, unknown]>([
    ['2026-11-01T10:00:00+02:00', '2026-11-01T10:00:00+02:00'],
    ['2026-11-01 10:00:00', '2026-11-01T10:00:00+09:00'],
    [1_793_527_200.4, '2026-11-01T10:00:00Z'],
    ['2026-11-01', '2026-11-01'],
    ['never', 'never'],
    ['10:00', 'not a date: 10:00'],
  ])('time: %j', (value, wanted) => expect(read(value, 'time')).toEqual(wanted));

  it('numbers by name are all numbers, or unknown', () => {
    expect(read({ Sato: 3, Mori: '1,200' }, 'perName')).toEqual({ Sato: 3, Mori: 1200 });
    expect(read(JSON.parse('{"__proto__": 3}'), 'perName')).toEqual(JSON.parse('{"__proto__": 3}'));
    expect(read({ Sato: 3, Mori: 'many' }, 'perName')).toBe('not a number: Mori: many');
    expect(read({ Sato: { n: 3 } }, 'perName')).toBe('not a plain value: {"Sato":{"n":3}}');
    expect([read(3, 'perName'), read([3], 'perName')]).toEqual(['not a plain value: 3', 'not a plain value: [3]']);
  });

  it('of a type that nobody tells is taken for what it is, and told', async () => {
    expect([read('6/8', null), read(3, null), read(true, null), read('n/a', null)]).toEqual(['6/8', 3, true, 'blank']);
    const { problems } = await readPages({ map: '{"metric": "stickers", "value": 3}' }, { ...values, pages: [{}] }, setting, '');
    expect(problems).toEqual([{ code: 'not in the playbook', metric: null, detail: 'stickers' }]);
  });

  it('may say how its text is read', async () => {
    const map =
      '[{"metric": "setupDone", "value": body.s, "parse": "first"}, {"metric": "setupTotal", "value": body.s, "parse": "second"}]';
    const { readings } = await readPages({ map }, { ...values, pages: [{ s: '6/8' }] }, setting, '');
    expect(readings.map((one) => one.value)).toEqual([6, 8]);
  });

  it('is read by the playbook, else by the console’s field of that metric', () => {
    const field = (metric: string, parse: 'number' | 'first' | 'date') => ({ metric, parse, find: [{ label: metric }] });
    const types = metricTypes(
      [{ id: 'seats', type: 'number' }],
      [field('seats', 'date'), field('badges', 'first'), field('since', 'date')],
    );
    expect([...types]).toEqual([
      ['seats', 'number'],
      ['badges', 'number'],
      ['since', 'date'],
    ]);
  });
});

describe('the week of a row', () => {
  it.each<[unknown, unknown]>([
    ['2026-11-02', '2026-11-02'],
    ['2026-11-02T00:00:00Z', '2026-11-02'],
    ['2026-11-01T15:00:00Z', '2026-11-02'],
    [1_793_577_600, '2026-11-02'],
    ['2026-W45', '2026-11-02'],
    ['2026W01', '2025-12-29'],
    ['2026-W54', null],
    ['W45', null],
    ['never', null],
    ['', null],
    [null, null],
    [['2026-11-02'], null],
  ])('%j', (value, wanted) => expect(readWeek(value, setting).value).toBe(wanted));
});
