import { describe, expect, it } from 'vitest';
import { StandIns } from './stand-ins';

const one = new StandIns('a');

describe('stand-ins', () => {
  it('gives the same for the same, and something else under another key', () => {
    expect(new StandIns('a').word('Lindqvist')).toBe(one.word('Lindqvist'));
    const others = ['b', 'c', 'd', 'e'].map((key) => new StandIns(key).word('Lindqvist'));
    expect(new Set(others).size).toBeGreaterThan(1);
  });

  it('keeps case and script, and what is no name', () => {
    expect(one.word('HARBOR')).toMatch(/^[A-Z]+$/);
    expect(one.word('Harbor').toLowerCase()).toBe(one.word('harbor'));
    expect(one.word('株式会社青葉')).toMatch(/^株式会社\p{Script=Han}{2}$/u);
    expect(one.word('株式会社青葉')).not.toBe('株式会社青葉');
    expect(one.word('システムズ')).toMatch(/^\p{Script=Katakana}[\p{Script=Katakana}ー]*$/u);
    expect(one.word('Иванов')).toMatch(/^\p{Script=Cyrillic}{6}$/u);
    expect(one.word('GmbH')).toBe('GmbH');
  });

  it('keeps the form of numbers, their order, and what small ones say', () => {
    expect(one.number('1,480').replaceAll(',', '')).toBe(one.number('1480'));
    expect(one.number('１４８０')).toMatch(/^[０-９]{4}$/);
    expect(one.number('1890.50')).toBe(`${one.number('1890.5')}0`);
    expect(one.number('12.345.678')).toMatch(/^\d{1,2}\.\d{3}\.\d{3}$/);
    expect(one.number('8')).toBe('8');
    const counts = ['18', '64', '127', '1480', '12500'];
    const stand = counts.map((count) => Number(one.number(count)));
    expect(stand).toEqual(stand.toSorted((a, b) => a - b));
    expect(one.number('12500')).not.toBe('12500');
  });

  it('gives an id of the same form', () => {
    expect(one.token('BH-20417')).toMatch(/^[A-Z]{2}-[1-9]0[1-9]{3}$/);
    expect(one.token('BH-20417')).not.toBe('BH-20417');
    expect(one.token('0f8fad5b-d9cb-469f-a165-70867728950e')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('moves days by whole weeks, into the past', () => {
    const days = ['a', 'b', 'c'].map((key) => new StandIns(key).days());
    for (const moved of days) expect([moved < 0, Math.abs(moved % 7)]).toEqual([true, 0]);
  });
});
