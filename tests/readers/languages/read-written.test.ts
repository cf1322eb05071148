import { describe, expect, it } from 'vitest';
import { parseConsole } from '@/lib/formats/console-file';
import { pageConfigOf } from '@/lib/formats/page-config';
import { readFields } from '@/lib/readers/page/read-fields';

const file = {
  kido: 'console/1',
  id: 'acme',
  name: 'Acme',
  origins: ['https://admin.acme.example'],
  locale: 'en',
  zone: 'UTC',
  pages: [{ match: '/accounts/{accountId}' }],
  account: { id: 'url' },
  fields: [
    { metric: 'start', find: [{ label: 'Start' }], parse: 'date' },
    { metric: 'price', find: [{ label: 'Price' }], parse: 'number' },
  ],
};

function read(more: object, lang?: string) {
  const parsed = parseConsole({ ...file, ...more });
  expect(parsed.errors).toEqual([]);
  const config = pageConfigOf(parsed.console as NonNullable<typeof parsed.console>);
  const found = [
    { metric: 'start', shown: '03/04/2026', where: 'x', ...(lang && { lang }) },
    { metric: 'price', shown: '1.234', where: 'x', ...(lang && { lang }) },
  ];
  return readFields(found as never, config, { now: 0, browserZone: 'UTC' }).map((one) => one.value);
}

describe('a console’s own word on dates and numbers', () => {
  it('is taken for what its language leaves open', () => {
    expect(read({})).toEqual([null, 1.234]);
    expect(read({ dates: 'day/month', numbers: '1.234,5' })).toEqual(['2026-04-03', 1234]);
    expect(read({ dates: 'month/day', numbers: '1,234.5' })).toEqual(['2026-03-04', 1.234]);
    expect(read({ locale: 'de', dates: 'open', numbers: 'open' })).toEqual([null, null]);
  });
  it('holds for parts of the page in the same language, and not for those in another', () => {
    expect(read({ dates: 'month/day', numbers: '1.234,5' }, 'en-GB')).toEqual(['2026-03-04', 1234]);
    expect(read({ dates: 'month/day', numbers: '1,234.5' }, 'de')).toEqual(['2026-04-03', 1234]);
  });
  it('is refused where it is none', () => expect(parseConsole({ ...file, dates: 'sideways' }).console).toBeNull());
});
