import { describe, expect, it } from 'vitest';
import { tell } from '@/lib/words/tell';

describe('a phrase', () => {
  it('is filled at every blank, and shows the blank that nothing fills', () => {
    expect(tell('{a} and {b}, {a}', { a: 'x' })).toBe('x and {b}, x');
  });

  it('is not filled again by what fills it', () => {
    expect(tell('{a} {b}', { a: '{b}', b: '$&' })).toBe('{b} $&');
  });

  it('has the form that the number calls for in its language', () => {
    const days = { one: '{n} day', few: '{n} dny', other: '{n} days' };
    expect([0, 1, 2, 5].map((n) => tell(days, { n }, 'en'))).toEqual(['0 days', '1 day', '2 days', '5 days']);
    expect(tell(days, { n: 2 }, 'cs')).toBe('2 dny');
    expect(tell({ other: '{n}日' }, { n: 1 }, 'ja')).toBe('1日');
    expect(tell({ other: '{n} x' }, { n: 1 }, 'en')).toBe('1 x');
  });
});
