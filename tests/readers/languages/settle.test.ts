import { describe, expect, it } from 'vitest';
import { type AccountWriting, settleWriting } from '@/lib/readers/page/language/settle';

const page = (texts: string[], lang = 'en', account = 'A', labels: string[] = []): AccountWriting => ({ account, lang, texts, labels });

describe('the order of day and month', () => {
  it('is settled by a day above twelve on any account, which is named', () => {
    const settled = settleWriting([page(['03/04/2026'], 'en', 'A'), page(['25/11/2026', '01/02/2026'], 'en', 'B')]);
    expect(settled.dates).toBe('day/month');
    expect(settled.settledFrom.dates).toEqual({ code: 'day', text: '25/11/2026', account: 'B' });
    expect(settled.asks.dates).toBeNull();
  });
  it('is month first where a second number is above twelve, behind a weekday as well', () =>
    expect(settleWriting([page(['Sun 11/15/2026, 2:32 PM'])]).dates).toBe('month/day'));
  it('is asked for where no date tells, with the text that hangs on it', () => {
    const settled = settleWriting([page(['Pro', '03/03/2026', '03/04/2026'])]);
    expect([settled.dates, settled.asks.dates, settled.settledFrom.dates]).toEqual(['open', '03/04/2026', null]);
  });
  it.each([
    ['en', 'open'],
    ['en-US', 'open'],
    ['en-us', 'open'],
    ['', 'open'],
    ['nonsense lang', 'open'],
    ['en-GB', 'day/month'],
    ['fr', 'day/month'],
    ['es', 'day/month'],
    ['pt-BR', 'day/month'],
    ['ja', 'open'],
    ['de', 'open'],
    ['zh-TW', 'open'],
  ] as const)('of slashes on a page in "%s" is %s', (lang, order) => expect(settleWriting([page(['03/04/2026'], lang)]).dates).toBe(order));
  it('of hyphens is settled by a language that writes them, and of slashes not', () =>
    expect([settleWriting([page(['03-04-2026'], 'nl')]).dates, settleWriting([page(['03/04/2026'], 'nl')]).dates]).toEqual([
      'day/month',
      'open',
    ]));
  it('stays open where dates contradict each other, and both are named', () => {
    const settled = settleWriting([page(['25/11/2026', '11/25/2026', '03/04/2026'], 'fr')]);
    expect(settled.dates).toBe('open');
    expect(settled.settledFrom.dates).toMatchObject({ code: 'against', text: '25/11/2026', other: '11/25/2026' });
    expect(settled.asks.dates).toBe('03/04/2026');
  });
  it('is a person’s word before all else', () => {
    const settled = settleWriting([page(['03/04/2026'])], { dates: 'month/day' });
    expect([settled.dates, settled.settledFrom.dates, settled.asks.dates]).toEqual(['month/day', { code: 'told' }, null]);
  });
  it('is not asked for where no date hangs on it', () => expect(settleWriting([page(['Pro', '13', '2026-03-04'])]).asks.dates).toBeNull());
});

describe('number signs', () => {
  const of = (texts: string[], lang = 'en') => {
    const { numbers, asks } = settleWriting([page(texts, lang)]);
    return [numbers, asks.numbers];
  };
  it.each([
    ['what the language writes', ['1,234'], 'en', [null, null]],
    ['a sign before three digits that is the language’s decimal sign', ['1.234'], 'en', ['open', '1.234']],
    ['the same where a price is sure', ['1.234', '1.234,50 €'], 'en', ['1.234,5', null]],
    ['a fraction against the language', ['12,5', '1,234'], 'en', ['open', '1,234']],
    ['a fraction as the language has it', ['12,5', '1.234'], 'de', [null, null]],
    ['no language', ['1,234'], '', ['open', '1,234']],
    ['no language, several groups', ['1,234', '1,234,567'], '', ['1,234.5', null]],
    ['no language, a fraction', ['1.234', '9.48'], '', ['1,234.5', null]],
    ['Spanish without its country', ['1,234'], 'es', ['open', '1,234']],
    ['Spanish of Mexico', ['1,234'], 'es-MX', [null, null]],
    ['prices that contradict each other', ['1.234,50 €', '$1,234.50', '1,234'], 'en', ['open', '1,234']],
    ['dates, versions, times and addresses tell nothing', ['12.11.2026', 'v1.25', '14.32 Uhr', '1.2.3', '10.0.0.12'], '', ['open', null]],
  ] as const)('%s', (_, texts, lang, expected) => expect(of([...texts], lang)).toEqual(expected));
});

describe('the language', () => {
  it('is the page’s own where its words do not speak against it', () =>
    expect(settleWriting([page(['15. März 2026'], 'de')])).toMatchObject({
      locale: 'de',
      settledFrom: { locale: { code: 'lang', lang: 'de' } },
    }));
  it('is that of the words where the page names another', () => {
    const settled = settleWriting([page(['15. Oktober 2026', 'vor 3 Tagen'], 'en')]);
    expect([settled.locale, settled.settledFrom.locale]).toEqual(['de', { code: 'words', text: 'vor 3 Tagen', account: 'A' }]);
  });
  it('is settled by several accounts together', () =>
    expect(settleWriting([page(['15 mai 2026'], '', 'A'), page(['15 août 2026'], '', 'B')]).locale).toBe('fr'));
  it('is not known where the words belong to several languages, to none, or to different ones', () => {
    expect(settleWriting([page(['15 mai 2026'], '')]).locale).toBe('');
    expect(settleWriting([page(['Pro'], '')]).locale).toBe('');
    expect(settleWriting([page(['vor 3 Tagen', 'il y a 3 jours'], '')]).locale).toBe('');
  });
  it('is not known where pages name different ones', () =>
    expect(settleWriting([page([], 'en', 'A'), page([], 'de', 'B')]).locale).toBe(''));
});

describe('the zone', () => {
  it('is the one that labels name', () => {
    const settled = settleWriting([page([], 'en', 'A', ['Plan', 'Last login (UTC)'])]);
    expect([settled.zone, settled.settledFrom.zone]).toEqual(['UTC', { code: 'zone', text: 'Last login (UTC)', account: 'A' }]);
  });
  it('is open where they name two, or a value alone names one', () => {
    expect(settleWriting([page([], 'en', 'A', ['Start (JST)', 'End (UTC)'])]).zone).toBeNull();
    expect(settleWriting([page(['2026-11-15 14:32 JST'])]).zone).toBeNull();
  });
});
