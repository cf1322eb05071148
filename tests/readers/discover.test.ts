import { describe, expect, it } from 'vitest';
import { scorePage } from '@/lib/cli/score-page';
import type { Field } from '@/lib/formats/field-schema';
import { guessAddresses } from '@/lib/readers/page/discover/guess-address';
import { dateOrder, learnDayOrders } from '@/lib/readers/page/discover/guess-day';
import { guessNumber, signsOf } from '@/lib/readers/page/discover/guess-number';
import { type GuessSetting, guessValues } from '@/lib/readers/page/discover/guess-value';
import { looksLikeLabel } from '@/lib/readers/page/discover/looks-like';
import { likeness, propose } from '@/lib/readers/page/discover/propose';
import { suggestMetric } from '@/lib/readers/page/discover/suggest-metric';

const english = signsOf(['en-US']);
const german = signsOf(['de']);
const setting: GuessSetting = { signs: english, orders: new Map(), dates: 'open', locale: 'en', zone: 'UTC', now: null };
const value = (text: string, label = 'X', more: Partial<GuessSetting> = {}) =>
  guessValues(text, null, label, { ...setting, ...more })[0]?.value;

describe('numbers by their own form', () => {
  it.each([
    ['1,234', 1234],
    ['1.234,50', 1234.5],
    ['1 234', 1234],
    ['12,34,567', 1234567],
    ['9.48', 9.48],
    ['−3', -3],
    ['(500)', -500],
    ['$9.48k', 9480],
    ['12万', 120_000],
    ['201 ▲12%', 201],
    ['38 users', 38],
    ['0.875', 0.875],
  ])('%s', (text, number) => expect(value(text)).toBe(number));
  it('what can mean two things means nothing', () => {
    expect(guessNumber('1.234', english)).toBeNull();
    expect(guessNumber('1.234', german)).toBe(1234);
    expect(guessNumber('1.23.4', english)).toBeUndefined();
  });
  it('names and codes with digits stay texts', () => {
    for (const text of ['3M Company', '012345', 'ACC-1001', '7-Eleven', '1st Avenue Ltd']) expect(value(text)).toBe(text);
  });
});

describe('days', () => {
  it('an order of day and month is learnt from dates that look alike, and from no others', () => {
    const orders = learnDayOrders(['11/15/2026, 2:32 PM']);
    expect(dateOrder('3/4/2026', orders, 'open')).toBe('month/day');
    expect(dateOrder('3/4/2026', learnDayOrders(['15/11/2026']), 'open')).toBe('day/month');
    expect(dateOrder('3/4/2026', learnDayOrders(['13/4/2026', '4/13/2026']), 'open')).toBe('open');
    expect(dateOrder('3/4/2026', learnDayOrders(['13.4.2026']), 'open')).toBe('open');
    expect(dateOrder('3/4/2026', learnDayOrders([]), 'month/day')).toBe('month/day');
  });
  it.each([
    ['03/04/2025', null],
    ['01.04.27', null],
    ['29.3.2024', '2024-03-29'],
    ['March 29th, 2024', '2024-03-29'],
    ['令和9年4月1日', '2027-04-01'],
    ['2026年11月15日', '2026-11-15'],
    ['31.2.2026', null],
    ['3 days ago', null],
    ['never', null],
  ])('%s', (text, day) => expect(value(text)).toBe(day));
  it('midnight under a label that speaks of a day is that day', () => {
    expect(value('2027-04-01 00:00', 'Renewal date', { zone: 'Asia/Tokyo' })).toBe('2027-04-01');
    expect(value('2027-04-01 00:00', 'Last login', { zone: 'Asia/Tokyo' })).toBe('2027-04-01T00:00:00+09:00');
  });
  it('a time told from now counts where now is known', () =>
    expect(value('2 days ago', 'Last login', { now: Date.parse('2026-11-16T00:00:00Z') })).toBe('2026-11-14'));
});

it('a pair of numbers is two values', () =>
  expect(guessValues('6 of 8 steps', null, 'Onboarding', setting).map((one) => one.value)).toEqual([6, 8]));

it('labels are short words; values and sentences are none', () => {
  for (const text of ['Plan', '契約開始日', 'MRR (USD)', 'Logins, last 7 days', 'Trial?']) expect(looksLikeLabel(text)).toBe(true);
  for (const text of ['42', '2026-01-01', 'a@b.example', 'INV-12', 'This account was imported. Check it.', '—'])
    expect(looksLikeLabel(text)).toBe(false);
});

describe('addresses', () => {
  const guess = (...addresses: string[]) => guessAddresses(addresses).map((one) => one && [one.match, one.id]);
  it('two or three examples tell where the id stands', () => {
    expect(guess('https://a.example/admin/crm/account/1/change/', 'https://a.example/admin/crm/account/35/change/')[1]).toEqual([
      '/admin/crm/account/{accountId}*',
      '35',
    ]);
    expect(guess('https://a.example/#/accounts/1/show', 'https://a.example/#/accounts/22/show')[0]).toEqual([
      '/#/accounts/{accountId}*',
      '1',
    ]);
    expect(guess('https://a.example/x?tab=2&id=AB-1', 'https://a.example/x?tab=2&id=AB-2')[0]).toEqual(['/x?tab=2&id={accountId}', 'AB-1']);
  });
  it('one alone is guessed by what looks like a code', () => {
    expect(guess('https://a.example/c/acme-corp/v2/customers/9b2e6c1e-52aa-4a36-9b0a-0a5f5a3f8b11/edit')[0]?.[1]).toBe(
      '9b2e6c1e-52aa-4a36-9b0a-0a5f5a3f8b11',
    );
    expect(guess('https://a.example/accounts')[0]).toBeNull();
  });
  it('what is no address is none', () => expect(guessAddresses(['nonsense', null])).toEqual([null, null]));
});

describe('suggestions and proposals', () => {
  const metrics = [
    { id: 'seats', name: 'Seats', type: 'number' },
    { id: 'activeUsers', name: 'Active users', type: 'number' },
    { id: 'lastLogin', name: 'Last login', type: 'time' },
  ];
  it('a metric is suggested by its label and its type', () => {
    expect(suggestMetric('Licensed seats', 'number', metrics)).toBe('seats');
    expect(suggestMetric('最終ログイン', 'date', metrics)).toBe('lastLogin');
    expect(suggestMetric('Licensed seats', 'text', metrics)).toBeNull();
    expect(suggestMetric('Favourite colour', 'text', metrics)).toBeNull();
  });
  const field: Field = { metric: 'seats', find: [{ label: 'Seats' }], parse: 'number' };
  const found = (label: string, shown: number) => ({
    label,
    value: shown,
    text: String(shown),
    type: 'number' as const,
    locale: null,
    locator: { label },
  });
  it('the same telling value under a new label is proposed', () =>
    expect(propose([{ field, last: 1234 }], [found('Licences', 1234), found('Logins', 7)], [])[0]?.label).toBe('Licences'));
  it('two places that fit alike, a small number alone, and a place read by another field are not', () => {
    expect(propose([{ field, last: 1234 }], [found('A', 1234), found('B', 1234)], [])).toEqual([]);
    expect(propose([{ field, last: 1 }], [found('Trials', 1)], [])).toEqual([]);
    expect(propose([{ field, last: 1234 }], [found('Licences', 1234)], ['Licences'])).toEqual([]);
  });
  it('likeness is 1 for the same label and 0 for nothing in common', () => {
    expect(likeness('Seats:', 'seats')).toBe(1);
    expect(likeness('契約席数', 'プラン')).toBe(0);
  });
});

describe('scoring', () => {
  const truth = {
    account_id: 'A-1',
    facts: { seats: { value: 10, label: 'Seats' }, since: { value: '2026-03-04', label: 'Since', accept_null: 'order' } },
  };
  const page = (fields: object[]) => ({ accountId: 'A-1', ambiguous: false, locale: null, fields: fields as never });
  const field = (label: string, shown: unknown) => ({ label, value: shown, text: String(shown), type: 'number', locator: null });
  it('a value on a fact’s label that is not the fact is wrong; an open one left open is right', () => {
    expect(scorePage('p', truth, page([field('Seats', 11), field('Since', null)]))).toMatchObject({
      facts: 2,
      found: 1,
      wrong: [expect.stringContaining('Seats')],
    });
    expect(scorePage('p', truth, page([field('Seats', 10), field('Since', '2026-04-03'), field('Menu', 'x')]))).toMatchObject({
      found: 1,
      offered: 3,
      right: 1,
      others: ['Menu'],
    });
  });
});
