import { NEVER, type ReadingValue } from '../account/reading';
import { parseDay } from '../day';
import type { Metric } from '../playbook/playbook-schema';
import { inLang, type Lang } from '../text';
import { type ViewWords, viewWords } from './words';

const MS_PER_DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options);
  let known = formats.get(key);
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(lang === 'ja' ? 'ja-JP' : 'en-GB', options)));
  return known;
}

/** A calendar day for people: `Thu 26 Nov`, `11/26 (木)`; with the year where it is not this one. */
export function showDay(iso: string, today: string, lang: Lang): string {
  const day = parseDay(iso);
  if (day === null) return iso;
  const ms = day * MS_PER_DAY;
  const sameYear = iso.slice(0, 4) === today.slice(0, 4);
  const year = sameYear ? {} : { year: 'numeric' as const };
  if (lang === 'ja') {
    const weekday = format('ja', { weekday: 'short', timeZone: 'UTC' }).format(ms);
    return `${format('ja', { ...year, month: 'numeric', day: 'numeric', timeZone: 'UTC' }).format(ms)} (${weekday})`;
  }
  return format('en', { weekday: 'short', day: 'numeric', month: 'short', ...year, timeZone: 'UTC' })
    .format(ms)
    .replace(',', '');
}

/** A day without its weekday: `4 Nov`, `11/4`. */
export function showShortDay(iso: string, today: string, lang: Lang): string {
  return lang === 'ja' ? showDay(iso, today, 'ja').replace(/ \(.\)$/, '') : showDay(iso, today, 'en').replace(/^\w{3} /, '');
}

/** A moment in a zone: `22 Nov 14:02`, `11/22 14:02`. */
export function showMoment(ms: number, zone: string, lang: Lang): string {
  return format(lang, {
    month: lang === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
    .format(ms)
    .replace(', ', ' ');
}

/** How long ago: `4 min ago`, `5時間前`. */
export function showAge(ms: number, now: number, words: ViewWords): string {
  const minutes = Math.max(0, Math.floor((now - ms) / 60_000));
  if (minutes < 1) return words.now;
  if (minutes < 60) return words.minutes(minutes);
  if (minutes < 48 * 60) return words.hours(Math.floor(minutes / 60));
  return words.daysAgo(Math.floor(minutes / 1440));
}

/** A value for people. Unknown is the word, never a zero. */
export function showValue(value: ReadingValue, metric: Metric | undefined, lang: Lang): string {
  const words = viewWords(lang);
  if (value === null) return words.unknown;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'object') return String(Object.keys(value).length);
  if (value === NEVER) return words.never;
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}T/.test(value) ? `${value.slice(0, 10)} ${value.slice(11, 16)}` : value;
  if (metric?.type === 'percent') return `${Math.round(value * 1000) / 10} %`.replace(/\.0 %$/, ' %');
  const number = new Intl.NumberFormat(lang === 'ja' ? 'ja-JP' : 'en-US', { maximumFractionDigits: 2 }).format(value);
  const unit = inLang(metric?.unit, lang);
  return unit ? (lang === 'ja' ? `${number}${unit}` : `${number} ${unit}`) : number;
}
