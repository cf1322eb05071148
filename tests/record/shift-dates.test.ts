import { describe, expect, it } from 'vitest';
import { shiftDates } from './shift-dates';

const shifted = (text: string, days: number, dayFirst = false, languages = ['en-US']) =>
  shiftDates(text, days, dayFirst, languages)
    .map((run) => run.text)
    .join('');

describe('dates of a recording', () => {
  it.each([
    ['2026-03-01', '2026-02-22'],
    ['2026-11-20T01:05:00Z', '2026-11-13T01:05:00Z'],
    ['2026/3/1', '2026/2/22'],
    ['2026年1月3日', '2025年12月27日'],
    ['２０２６／０１／０３', '２０２５／１２／２７'],
    ['令和9年4月1日', '令和9年3月25日'],
    ['令和元年5月3日', '平成31年4月26日'],
    ['March 29th, 2024', 'March 22nd, 2024'],
    ['Mar 3, 2024', 'Feb 25, 2024'],
    ['MARCH 3, 2024', 'FEBRUARY 25, 2024'],
    ['3 Mar 2024', '25 Feb 2024'],
    ['29.3.2024', '22.3.2024'],
    ['01.03.24', '23.02.24'],
    ['3/1/2024', '2/23/2024'],
    ['from 2026-03-08 to 2026-03-15', 'from 2026-03-01 to 2026-03-08'],
  ])('moves %s by a week, in its own form', (before, after) => {
    expect(shifted(before, -7)).toBe(after);
  });

  it('takes day and month in the order of the language where both could be either', () => {
    expect(shifted('03/04/2025', -7, true)).toBe('27/03/2025');
    expect(shifted('03/04/2025', -7, false)).toBe('02/25/2025');
  });

  it('knows the months of the page’s language', () => {
    expect(shifted('3. März 2024', -7, true, ['de'])).toBe('25. Februar 2024');
    expect(shifted('3 de marzo de 2024', -7, true, ['es'])).toBe('25 de febrero de 2024');
  });

  it.each(['1480', '31.2.2026', '2026-13-40', '10.1.2', '6 / 8', 'May', '192.168.10.1'])('leaves %s, which is no date', (text) => {
    expect(shifted(text, -7)).toBe(text);
  });
});
