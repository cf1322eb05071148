import type { DateOrder } from '@/lib/formats/writing';
import { perLocale } from './languages';

/**
 * The order that a language writes. Open for English without its country, and for languages that begin with the year:
 * a date that ends with it is not of their making.
 */
export const orderOf = perLocale<DateOrder>(
  (locale) => {
    if (/^en$/i.test(locale)) return 'open';
    const order = partsOf(locale, { year: 'numeric', month: 'numeric', day: 'numeric' });
    if (order.startsWith('d') || order === 'mdy') return order.startsWith('d') ? 'day/month' : 'month/day';
    return partsOf(locale, { month: 'numeric', day: 'numeric' }) === 'dm' ? 'day/month' : 'open';
  },
  () => 'open',
);

/** The sign between the numbers of a date in a language: `/`, `.`, `-`. */
export const dateSignOf = perLocale<string>(
  (locale) =>
    new Intl.DateTimeFormat(locale, { calendar: 'gregory', year: 'numeric', month: 'numeric', day: 'numeric' })
      .formatToParts(0)
      .find((part) => part.type === 'literal')
      ?.value.trim() ?? '',
  () => '',
);

function partsOf(locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options })
    .formatToParts(0)
    .flatMap((part) => (/^(?:day|month|year)$/.test(part.type) ? [part.type[0]] : []))
    .join('');
}
