import { describe, expect, it } from 'vitest';
import { dayIn, halfWidth } from '@/lib/core/note/day-words';

// A Sunday, a Wednesday and a Saturday.
const SUNDAY = '2026-11-22';
const WEDNESDAY = '2026-11-25';
const SATURDAY = '2026-11-28';

describe('a day in words', () => {
  it.each([
    ['today', WEDNESDAY, '2026-11-25'],
    ['tonight', WEDNESDAY, '2026-11-25'],
    ['今日', WEDNESDAY, '2026-11-25'],
    ['本日', WEDNESDAY, '2026-11-25'],
    ['yesterday', WEDNESDAY, '2026-11-24'],
    ['昨日', WEDNESDAY, '2026-11-24'],
    ['Tomorrow', WEDNESDAY, '2026-11-26'],
    ['day after tomorrow', WEDNESDAY, '2026-11-27'],
    ['あさって', WEDNESDAY, '2026-11-27'],
  ])('%s on %s is %s', (words, today, wanted) => expect(dayIn(words, today)?.day).toBe(wanted));

  it.each([
    // The next such weekday never is today.
    ['wed', WEDNESDAY, '2026-12-02'],
    ['thursday', WEDNESDAY, '2026-11-26'],
    ['tues', WEDNESDAY, '2026-12-01'],
    ['thurs', SATURDAY, '2026-12-03'],
    ['on sun', SATURDAY, '2026-11-29'],
    ['by sat', SATURDAY, '2026-12-05'],
    ['sat', SUNDAY, '2026-11-28'],
    ['日曜', SUNDAY, '2026-11-29'],
    ['土曜日', SUNDAY, '2026-11-28'],
    // A week begins on Monday: on a Sunday this week is the one that ends.
    ['this mon', SUNDAY, '2026-11-16'],
    ['this sun', SUNDAY, '2026-11-22'],
    ['next sun', SUNDAY, '2026-11-29'],
    ['next mon', WEDNESDAY, '2026-11-30'],
    ['Next Friday', WEDNESDAY, '2026-12-04'],
    ['this fri', WEDNESDAY, '2026-11-27'],
    ['next week', WEDNESDAY, '2026-11-30'],
    ['今週の月曜', WEDNESDAY, '2026-11-23'],
    ['来週日', WEDNESDAY, '2026-12-06'],
    ['再来週の火曜日', WEDNESDAY, '2026-12-08'],
    ['来週', WEDNESDAY, '2026-11-30'],
    ['来週中', WEDNESDAY, '2026-11-30'],
    ['再来週', WEDNESDAY, '2026-12-07'],
    ['来週末', WEDNESDAY, '2026-12-04'],
    // This week without a day ends on its Friday.
    ['今週中', WEDNESDAY, '2026-11-27'],
    ['今週末', WEDNESDAY, '2026-11-27'],
  ])('%s on %s is %s', (words, today, wanted) => expect(dayIn(words, today)?.day).toBe(wanted));

  it.each([
    ['in 3 days', '2026-11-28'],
    ['in a day', '2026-11-26'],
    ['in an week', '2026-12-02'],
    ['in 2 weeks', '2026-12-09'],
    ['in 2 months', '2027-01-24'],
    ['3日後', '2026-11-28'],
    ['2週間後', '2026-12-09'],
    ['2か月後', '2027-01-24'],
    ['1ヶ月後', '2026-12-25'],
  ])('%s on a Wednesday, the 25th, is %s', (words, wanted) => expect(dayIn(words, WEDNESDAY)?.day).toBe(wanted));

  it.each([
    // Ahead: today counts, what has passed is next year's; behind it is the other way about.
    ['11/25', '2026-11-25', '2026-11-25'],
    ['11/24', '2027-11-24', '2026-11-24'],
    ['11/26', '2026-11-26', '2025-11-26'],
    ['25/12', '2026-12-25', '2025-12-25'],
    ['12/12', '2026-12-12', '2025-12-12'],
    ['13/1', '2027-01-13', '2026-01-13'],
    ['1月9日', '2027-01-09', '2026-01-09'],
    ['jan 9', '2027-01-09', '2026-01-09'],
    ['Sept. 1st', '2027-09-01', '2026-09-01'],
    ['2nd March', '2027-03-02', '2026-03-02'],
    ['december 31', '2026-12-31', '2025-12-31'],
    ['2026/1/9', '2026-01-09', '2026-01-09'],
    ['2026.01.09', '2026-01-09', '2026-01-09'],
    ['2026年1月9日', '2026-01-09', '2026-01-09'],
  ])('%s is %s ahead and %s behind', (words, ahead, behind) => {
    expect(dayIn(words, WEDNESDAY)?.day).toBe(ahead);
    expect(dayIn(words, WEDNESDAY, true)?.day).toBe(behind);
  });
  it('that there is not every year is taken from a year that has it', () => {
    expect(dayIn('2/29', '2027-12-01')?.day).toBe('2028-02-29');
    expect(dayIn('2/29', '2029-01-01', true)?.day).toBe('2028-02-29');
    expect(dayIn('2/29', WEDNESDAY)).toBeNull();
  });
  it.each([
    '2026-13-01',
    '2026-02-30',
    '2026-2',
    '0/5',
    '32/13',
    'wedlock',
    'in days',
    'xtoday',
    'nextweek',
    'todayish',
    '11/25-27',
    'mayhem 3x',
  ])('%s names none', (words) => expect(dayIn(words, WEDNESDAY)).toBeNull());
  it('is the first of several, with its place, whatever way it is named', () => {
    expect(dayIn('call 12/1 or tomorrow', WEDNESDAY)).toEqual({ day: '2026-12-01', from: 5, to: 9 });
    expect(dayIn('tomorrow or 12/1', WEDNESDAY)).toEqual({ day: '2026-11-26', from: 0, to: 8 });
    expect(dayIn('x ２０２６／１２／１ y', WEDNESDAY)).toEqual({ day: '2026-12-01', from: 2, to: 11 });
    // A longer name that begins at the same place goes before its beginning.
    expect(dayIn('next week mon', WEDNESDAY)).toMatchObject({ day: '2026-11-30', from: 0, to: 9 });
  });
  it('is not known while today is not', () => expect(dayIn('tomorrow', 'soon')).toBeNull());
});

describe('half width', () => {
  it.each([
    ['！～', '!~'],
    ['ＡＺａｚ０９', 'AZaz09'],
    ['　', ' '],
    ['｟ア日', '｟ア日'],
    ['', ''],
  ])('%s is %s, sign by sign', (wide, half) => {
    expect(halfWidth(wide)).toBe(half);
    expect(halfWidth(wide)).toHaveLength(wide.length);
  });
});
