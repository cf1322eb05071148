import { NEVER, type ReadingValue } from '../account/reading';
import { parseDay } from '../day';
import { tell } from '../phrase';
import type { Metric } from '../playbook/playbook-schema';
import { inLang, type Lang } from '../text';
import type { ViewSentences } from './view-words';

const MS_PER_DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let known = formats.get(key);
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(locale, options)));
  return known;
}

/** What days and values are written with. */
interface Showing {
  lang: Lang;
  today: string;
  zone: string;
  words: ViewSentences;
}

/** A calendar day for people: `Thu 26 Nov`, `11/26 (木)`; with the year where it is not this one. */
export function showDay(iso: string, { today, words }: Pick<Showing, 'today' | 'words'>): string {
  const day = parseDay(iso);
  if (day === null) return iso;
  const weekday = format(words.dates, { weekday: 'short', timeZone: 'UTC' }).format(day * MS_PER_DAY);
  return tell(words.day, { weekday, date: showShortDay(iso, { today, words }) });
}

/** A day without its weekday: `4 Nov`, `11/4`. */
export function showShortDay(iso: string, { today, words }: Pick<Showing, 'today' | 'words'>): string {
  const day = parseDay(iso);
  if (day === null) return iso;
  const year = iso.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  return format(words.dates, { ...year, month: words.month, day: 'numeric', timeZone: 'UTC' }).format(day * MS_PER_DAY);
}

/** A moment in a zone: `22 Nov 14:02`, `11/22 14:02`. */
export function showMoment(ms: number, { zone, words }: Pick<Showing, 'zone' | 'words'>): string {
  const options = { month: words.month, day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
  return format(words.dates, options).format(ms).replace(', ', ' ');
}

/** How long ago: `4 min ago`, `5時間前`. */
export function showAge(ms: number, now: number, words: ViewSentences): string {
  const minutes = Math.max(0, Math.floor((now - ms) / 60_000));
  if (minutes < 1) return words.now;
  if (minutes < 60) return tell(words.minutes, { n: minutes }, words.lang);
  if (minutes < 48 * 60) return tell(words.hours, { n: Math.floor(minutes / 60) }, words.lang);
  return tell(words.daysAgo, { n: Math.floor(minutes / 1440) }, words.lang);
}

/** A value for people. Unknown is the word, never a zero. */
export function showValue(value: ReadingValue, metric: Metric | undefined, { lang, words }: Pick<Showing, 'lang' | 'words'>): string {
  if (value === null) return words.unknown;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'object') return String(Object.keys(value).length);
  if (value === NEVER) return words.never;
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}T/.test(value) ? `${value.slice(0, 10)} ${value.slice(11, 16)}` : value;
  if (metric?.type === 'percent') return tell(words.percent, { number: Math.round(value * 1000) / 10 });
  const number = new Intl.NumberFormat(words.numbers, { maximumFractionDigits: 2 }).format(value);
  return metric?.unit ? tell(words.unit, { number, unit: inLang(metric.unit, lang) }) : number;
}
