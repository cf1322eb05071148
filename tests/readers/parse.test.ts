import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parse } from '@/lib/formats/field-schema';
import { parseValue } from '@/lib/readers/page/parse/parse-value';

const setting = { locale: 'en-US', zone: 'Asia/Tokyo', now: Date.parse('2026-11-22T14:00:00+09:00') };
const read = (text: string, parse: Parse, locale = 'en-US') => parseValue(text, parse, { ...setting, locale }).value;
const why = (text: string, parse: Parse, locale = 'en-US') => parseValue(text, parse, { ...setting, locale }).problem;

describe('numbers', () => {
  it.each([
    ['1,234', 'en-US', 1234],
    ['1.234', 'en-US', 1.234],
    ['1.234', 'de', 1234],
    ['1.234,56', 'de', 1234.56],
    ['1 234,5', 'fr', 1234.5],
    ['1\u202f234', 'en-US', 1234],
    ['１，２３４人', 'ja', 1234],
    ['$1,200.50', 'en-US', 1200.5],
    ['¥120,000', 'ja', 120_000],
    ['12万円', 'ja', 120_000],
    ['3億', 'ja', 300_000_000],
    ['38 users', 'en-US', 38],
    ['1.2k', 'en-US', 1200],
    ['-12', 'en-US', -12],
    ['−3', 'en-US', -3],
    ['(5)', 'en-US', -5],
    ['0', 'en-US', 0],
    ["1'234", 'de-CH', 1234],
    ['12,34,567', 'en-IN', 1_234_567],
  ])('%s in %s', (text, locale, value) => expect(read(text, 'number', locale)).toBe(value));
  it.each(['1,23', '1.2.3', 'twelve', 'Plan 9 from outer space is a film', '1,234.56.7', '12 of 40 seats are in use today by people'])(
    'not %s',
    (text) => expect(read(text, 'number')).toBeNull(),
  );
  it('whatever a language writes is read back in that language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        fc.constantFrom('en-US', 'ja', 'de', 'fr', 'en-IN', 'sv'),
        (value, locale) => {
          expect(read(new Intl.NumberFormat(locale).format(value), 'number', locale)).toBe(value);
        },
      ),
    );
  });
});

describe('blank', () => {
  it.each(['', ' ', '—', '-', 'N/A', 'なし', '未設定', '(none)', 'null'])('%s is unknown, never zero', (text) => {
    expect([read(text, 'number'), why(text, 'number')]).toEqual([null, 'blank']);
  });
  it('is not "no"', () => expect([read('', 'yesNo'), read('—', 'yesNo'), read('なし', 'yesNo')]).toEqual([null, null, false]));
});

describe('shares, pairs, durations, yes and no', () => {
  it.each([
    ['34 %', 0.34],
    ['34%', 0.34],
    ['34', 0.34],
    ['0.34', 0.34],
    ['100 %', 1],
    ['３４％', 0.34],
  ])('%s', (text, value) => expect(read(text, 'percent')).toBeCloseTo(value));
  it.each([
    ['6 / 8', 6, 8],
    ['6 of 8 steps', 6, 8],
    ['8件中6件', 6, 8],
  ])('%s', (text, one, two) => expect([read(text, 'first'), read(text, 'second')]).toEqual([one, two]));
  it.each([
    ['3h 20m', 200],
    ['1:30:00', 90],
    ['2時間30分', 150],
    ['90 min', 90],
  ])('%s', (text, minutes) => expect(read(text, 'duration')).toBe(minutes));
  it.each([
    ['Yes', true],
    ['はい', true],
    ['Enabled', true],
    ['有効', true],
    ['1', true],
    ['No', false],
    ['いいえ', false],
    ['無効', false],
    ['0', false],
    ['✓', true],
    ['perhaps', null],
  ])('%s', (text, value) => expect(read(text, 'yesNo')).toBe(value));
});

describe('dates', () => {
  it.each([
    ['2026-11-15', '2026-11-15'],
    ['２０２６／１１／０１', '2026-11-01'],
    ['2026年11月1日', '2026-11-01'],
    ['令和8年11月1日', '2026-11-01'],
    ['R8.11.1', '2026-11-01'],
    ['平成元年1月8日', '1989-01-08'],
    ['29.3.2024', '2024-03-29'],
    ['3/29/2024', '2024-03-29'],
    ['March 29th, 2024', '2024-03-29'],
    ['29 Mar 2024', '2024-03-29'],
    ['Fri, 29 March 2024', '2024-03-29'],
    ['2027-04-01 00:00', '2027-04-01'],
    ['3 days ago', '2026-11-19'],
    ['3日前', '2026-11-19'],
    ['昨日', '2026-11-21'],
    ['2 weeks ago', '2026-11-08'],
    ['in 2 days', '2026-11-24'],
  ])('%s', (text, value) => expect(read(text, 'date')).toBe(value));
  it('day and month follow the language, and stay open where it does not tell', () => {
    expect([read('3/4/2024', 'date', 'en-US'), read('3/4/2024', 'date', 'en-GB'), read('3/4/2024', 'date', 'de')]).toEqual([
      '2024-03-04',
      '2024-04-03',
      '2024-04-03',
    ]);
    expect(why('3/4/2024', 'date', 'en')).toMatch(/^which order: /);
  });
  it.each([
    ['Nov. 15, 2026, 2:32 p.m.', '2026-11-15T14:32:00+09:00'],
    ['2026-11-15T14:32:34Z', '2026-11-15T14:32:34+00:00'],
    ['15 Nov 2026 14:32 UTC', '2026-11-15T14:32:00+00:00'],
    ['2026年11月15日(日) 14時32分', '2026-11-15T14:32:00+09:00'],
    ['2026/11/15 午後2:32', '2026-11-15T14:32:00+09:00'],
    ['2026-11-15 09:05 JST', '2026-11-15T09:05:00+09:00'],
    ['11/15/2026, 12:05:00 AM', '2026-11-15T00:05:00+09:00'],
    ['an hour ago', '2026-11-22T13:00:00+09:00'],
    ['never', 'never'],
    ['未ログイン', 'never'],
  ])('%s', (text, value) => expect(read(text, 'time')).toBe(value));
  it.each(['2026-02-30', '13/13/2026', 'soon', '2026', '99年'])('not %s', (text) => expect(read(text, 'date')).toBeNull());
  it('a wall time in a zone with daylight saving gets the offset of that day', () => {
    const berlin = (text: string) => parseValue(text, 'time', { ...setting, zone: 'Europe/Berlin', locale: 'de' }).value;
    expect([berlin('1.7.2026 12:00'), berlin('1.12.2026 12:00')]).toEqual(['2026-07-01T12:00:00+02:00', '2026-12-01T12:00:00+01:00']);
  });
});
