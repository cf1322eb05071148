import { describe, expect, it } from 'vitest';
import { addBusinessDays, businessDaysBetween, isBusinessDay, workCalendar } from '@/lib/core/business-days';
import { addMonths, formatDay, parseDay, weekday, weekOf } from '@/lib/core/day';
import { isoDay } from '@/lib/core/iso-day';
import { messageOf } from '@/lib/core/message-of';
import { once } from '@/lib/core/once';
import { fill, inLang } from '@/lib/core/text';
import { textSchema } from '@/lib/core/text-schema';

const on = (iso: string) => parseDay(iso) as number;

describe('days of a week', () => {
  it.each([
    ['2026-11-16', 1],
    ['2026-11-21', 6],
    ['2026-11-22', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1969-12-28', 7],
    ['1900-01-01', 1],
  ])('%s is the %ith', (iso, wanted) => expect(weekday(on(iso))).toBe(wanted));
  it.each([
    ['2026-11-16', 1, '2026-11-16'],
    ['2026-11-22', 1, '2026-11-16'],
    ['2026-11-22', 7, '2026-11-22'],
    ['2026-11-21', 7, '2026-11-15'],
    ['2026-11-17', 3, '2026-11-11'],
  ])('the week of %s that starts on %i starts on %s', (iso, start, wanted) => expect(formatDay(weekOf(on(iso), start))).toBe(wanted));
  it.each([
    ['2026-11-22T10:00', '2026-11-22'],
    ['+012026-01-02', '+012026-01-02'],
  ])('%s names %s', (text, wanted) => expect(formatDay(on(text))).toBe(wanted));
  it.each(['x2026-11-22', '2026-1-2', '2026-00-10', '2026-04-31', '20261122'])('%s names no day', (text) => {
    expect(parseDay(text)).toBeNull();
    expect(isoDay.safeParse(text).success).toBe(false);
  });
  it('a day as a file has it ends with the day', () => {
    expect([isoDay.safeParse('2026-11-22').success, isoDay.safeParse('2026-11-22T10:00').success]).toEqual([true, false]);
  });
  it('no months are no change', () => expect(addMonths(on('2026-11-30'), 0)).toBe(on('2026-11-30')));
});

describe('business days', () => {
  const calendar = workCalendar({ weekend: [6, 7], holidays: ['2026-11-23', '2026-11-21', 'soon'] });
  it('are those that are neither of the weekend nor a holiday', () => {
    expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map((iso) => isBusinessDay(on(iso), calendar))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(calendar.holidays.size).toBe(2);
  });
  it.each([
    [0, '2026-11-20'],
    [1, '2026-11-24'],
    [2, '2026-11-25'],
    [-1, '2026-11-19'],
    [-5, '2026-11-13'],
  ])('%i on from a Friday is %s', (count, wanted) => expect(formatDay(addBusinessDays(on('2026-11-20'), count, calendar))).toBe(wanted));
  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-23', 0],
    ['2026-11-20', '2026-11-24', 1],
    ['2026-11-24', '2026-11-20', -1],
    ['2026-11-16', '2026-11-23', 4],
    ['2026-11-22', '2026-11-23', 0],
    ['2026-11-23', '2026-11-30', 5],
    ['2026-11-13', '2026-11-27', 9],
  ])('from %s to %s are %i', (from, to, wanted) => expect(businessDaysBetween(on(from), on(to), calendar)).toBe(wanted));
});

describe('what is worked out once', () => {
  it('is worked out when it is first asked for, and kept, also where it is nothing', () => {
    let times = 0;
    const count = once(() => {
      times += 1;
      return undefined;
    });
    expect(times).toBe(0);
    expect([count(), count(), times]).toEqual([undefined, undefined, 1]);
  });
  it('stands for something meanwhile where it leads back to itself', () => {
    const self: () => number = once(() => self() + 1, 5);
    expect([self(), self()]).toEqual([6, 6]);
  });
});

describe('texts', () => {
  it('are read in a language, else in it without its region, else in English', () => {
    const text = { en: 'a', ja: 'b', 'zh-Hans': 'c' };
    expect(['en', 'ja', 'ja-JP', 'zh-Hans', 'zh', 'fr', 'toString'].map((lang) => inLang(text, lang))).toEqual([
      'a',
      'b',
      'b',
      'c',
      'a',
      'a',
      'a',
    ]);
    expect(inLang(undefined, 'en')).toBeUndefined();
  });
  it('are filled in each language; what has no value stays', () => {
    expect(fill({ en: '{a} and {b}, {a}', ja: '{b}と{c}' }, { a: 1, b: { en: 'x', ja: 'y' } })).toEqual({ en: '1 and x, 1', ja: 'yと{c}' });
    expect(fill({ en: 'plain' }, { a: 1 })).toEqual({ en: 'plain' });
    expect(fill({ en: '{a}' }, { a: '' })).toEqual({ en: '' });
  });
  it('have an English form and languages by their tags', () => {
    const good = (value: unknown) => textSchema.safeParse(value).success;
    expect([good({ en: 'a' }), good({ en: 'a', 'zh-Hans': 'b' }), good({ en: 'a', fil: 'b' })]).toEqual([true, true, true]);
    expect(
      [{ ja: 'a' }, { en: '' }, { en: 'a', ja: '' }, { en: 'a', JA: 'b' }, { en: 'a', english: 'b' }, { en: 'a', 'x-y': 'b' }, 'a'].map(
        good,
      ),
    ).toEqual(new Array(7).fill(false));
    expect(textSchema.safeParse({ en: 'a', JA: 'b' }).error?.issues[0]).toMatchObject({ path: ['JA'] });
  });
  it('of what was thrown are its message, else the thing itself', () =>
    expect([messageOf(new Error('a')), messageOf('b'), messageOf(3)]).toEqual(['a', 'b', '3']));
});
