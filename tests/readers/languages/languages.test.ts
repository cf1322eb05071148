import { describe, expect, it } from 'vitest';
import { foldText, isBlank } from '@/lib/readers/page/fold-text';
import { parseValue } from '@/lib/readers/page/parse/parse-value';
import { east, others } from './cases-east';
import { north } from './cases-north';
import { type Case, traps, west } from './cases-west';

const setting = { zone: 'Asia/Tokyo', now: Date.parse('2026-11-22T14:00:00+09:00') };
const read = ([parse, text]: Case, locale: string) => parseValue(text, parse, { ...setting, locale });

describe.each(Object.entries({ ...west, ...north, ...east, ...others }))('%s', (locale, cases) => {
  it.each(cases)('%s: %s', (...one) => {
    const { value, problem } = read(one, locale);
    expect({ value, known: problem === null }).toEqual({ value: one[2], known: one[2] !== null });
  });
});

describe.each(Object.keys({ ...west, ...north, ...east }))('traps in %s', (locale) => {
  it.each(traps)('%s: %s', (...one) => expect(read(one, locale).value).toBe(one[2]));
});

describe('where the language is not known', () => {
  it.each<Case>([
    ['date', '15. März 2026', '2026-03-15'],
    ['date', '15 novembre 2026', '2026-11-15'],
    ['date', 'vor 3 Tagen', '2026-11-19'],
    ['date', '15 lis 2026', null],
    ['date', '15 listopada 2026', null],
    ['date', '3/4/2026', null],
    ['date', '13/4/2026', '2026-04-13'],
    ['time', 'nie', null],
    ['time', 'mai', null],
    ['yesNo', 'nie', null],
    ['yesNo', 'an', null],
    ['yesNo', 'Nein', false],
    ['number', '1,234', null],
    ['number', '1.234', null],
    ['number', '1.234,5', 1234.5],
    ['number', '12,5', 12.5],
    ['number', '5 mil', null],
  ])('%s: %s', (...one) => expect(read(one, '').value).toBe(one[2]));
  it('says why', () => {
    const why = (parse: Case[0], text: string, locale = '') => read([parse, text, null], locale).problem;
    expect(why('date', '15 lis 2026')).toMatch(/^which language: /);
    expect(why('number', '1,234')).toMatch(/^which sign: /);
    expect(why('date', '3/4/2026')).toMatch(/^which order: /);
    expect(why('date', '01.04.27', 'de')).toMatch(/^which order: /);
    expect(why('number', '1.2 mil', 'en')).toMatch(/^which language: /);
  });
});

describe('what the console says of its dates and numbers', () => {
  const told = (text: string, parse: Case[0], more: object) => parseValue(text, parse, { ...setting, locale: 'en-US', ...more }).value;
  it('goes before its language', () => {
    expect(told('03/04/2026', 'date', { dates: 'day/month' })).toBe('2026-04-03');
    expect(told('03/04/2026', 'date', { dates: 'open' })).toBeNull();
    expect(told('25/04/2026', 'date', { dates: 'open' })).toBe('2026-04-25');
    expect(told('1.234', 'number', { numbers: '1.234,5' })).toBe(1234);
    expect(told('1,234', 'number', { numbers: 'open' })).toBeNull();
    expect(told('1,234.5', 'number', { numbers: 'open' })).toBe(1234.5);
  });
});

it('what a form control says when nothing is set is blank, and names are not', () => {
  for (const text of ['—', '(none)', '<leer>', 'Keine', 'N/A', '--- 未設定 ---', 'Aucun', '없음'])
    expect([text, isBlank(foldText(text))]).toEqual([text, text !== '<leer>']);
  for (const text of ['Tom', 'Inga', 'ND', 'Leer', 'Ka', 'Bran']) expect([text, isBlank(text)]).toEqual([text, false]);
});
