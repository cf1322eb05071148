import type { DateOrder } from '@/lib/formats/writing';

/** How day and month stand in dates of three numbers, as far as the page's own dates show it; by the dates' look. */
export type DayOrders = Map<string, Exclude<DateOrder, 'open'>>;

const THREE = /^(?:[\p{L}]+[.,]*\s*)?(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/u;

/** Dates that look alike were written by the same hand: same sign, both with or both without leading zeros. */
function lookOf(match: RegExpExecArray): string {
  const padded =
    /^0/.test(match[1] ?? '') || /^0/.test(match[3] ?? '')
      ? 'padded'
      : (match[1] ?? '').length + (match[3] ?? '').length === 4
        ? 'open'
        : 'plain';
  return `${match[2]}${padded}`;
}

/** Learns the order from all dates of a page: a number above twelve is a day. Dates that contradict each other teach nothing. */
export function learnDayOrders(texts: string[]): DayOrders {
  const seen = new Map<string, Set<Exclude<DateOrder, 'open'>>>();
  for (const text of texts) {
    const match = THREE.exec(text);
    if (!match) continue;
    const [one, two] = [Number(match[1]), Number(match[3])];
    if (one > 12 === two > 12) continue;
    const looks = lookOf(match).endsWith('open') ? [`${match[2]}padded`, `${match[2]}plain`] : [lookOf(match)];
    for (const look of looks) seen.set(look, (seen.get(look) ?? new Set()).add(one > 12 ? 'day/month' : 'month/day'));
  }
  const all = (sign: string) => new Set([...seen].filter(([look]) => look.startsWith(sign)).flatMap(([, orders]) => [...orders]));
  return new Map(
    [...seen].flatMap(([look, orders]) =>
      orders.size === 1 && all(look[0] as string).size === 1 ? [[look, [...orders][0] as 'day/month']] : [],
    ),
  );
}

/**
 * The order in which a date of three numbers is read: as dates that look alike show it, else as the page is written.
 * `open`: it is not told whether the day or the month is first. Dots put the day first everywhere.
 */
export function dateOrder(text: string, orders: DayOrders, written: DateOrder): DateOrder {
  const match = THREE.exec(text);
  if (!match || match[2] === '.') return 'day/month';
  const [one, two] = [Number(match[1]), Number(match[3])];
  if (one > 12 || one === two) return 'day/month';
  if (two > 12) return 'month/day';
  return orders.get(lookOf(match)) ?? written;
}
