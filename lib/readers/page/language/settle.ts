import type { DateOrder, Evidence, NumberForm, PageWriting, Settled, ToldWriting } from '@/lib/formats/writing';
import { dateSignOf, orderOf } from './day-order';
import { isWritten, languagesOf } from './language-signs';
import { languageOf } from './languages';
import { formIn } from './number-evidence';
import { signsFor } from './number-words';

/** A page of an account, named so that a person knows which. */
export type AccountWriting = PageWriting & { account: string };

const THREE = /^(?:[\p{L}]+[.,]*\s*)?(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/u;

/**
 * Settles language, order of day and month, number signs and zone of a console from the pages of one or several accounts.
 * A day above twelve settles the order; words settle the language; the page's `lang` settles what its language writes in
 * one way everywhere. Pages that contradict each other settle nothing.
 */
export function settleWriting(pages: AccountWriting[], told: ToldWriting = {}): Settled {
  const language = settleLocale(pages, told.locale);
  const dates = settleDates(pages, told.dates, language.value);
  const numbers = settleNumbers(pages, told.numbers, language.value);
  const zone = settleZone(pages);
  return {
    locale: language.value,
    dates: dates.value,
    numbers: numbers.value,
    zone: zone.value,
    settledFrom: { locale: language.from, dates: dates.from, numbers: numbers.from, zone: zone.from },
    asks: { dates: dates.value === 'open' ? dates.open : null, numbers: numbers.value === 'open' ? numbers.open : null },
  };
}

interface One<T> {
  value: T;
  from: Evidence | null;
  open: string | null;
}
const one = <T>(value: T, from: Evidence | null = null, open: string | null = null): One<T> => ({ value, from, open });
const textsOf = (pages: AccountWriting[]) => pages.flatMap(({ account, texts }) => texts.map((text) => ({ account, text })));

function settleLocale(pages: AccountWriting[], told: string | undefined): One<string> {
  if (told) return one(told, { code: 'told' });
  const langs = [...new Set(pages.map((page) => page.lang).filter((lang) => languageOf(lang) !== ''))];
  const lang = langs.length === 1 ? (langs[0] as string) : '';
  const seen = textsOf(pages).flatMap(({ account, text }) => {
    const languages = languagesOf(text);
    return languages.length > 0 ? [{ account, text, languages }] : [];
  });
  const [first] = seen;
  const common = first?.languages.filter((language) => seen.every((other) => other.languages.includes(language))) ?? [];
  if (!first || (lang !== '' && common.includes(languageOf(lang)))) return lang === '' ? one('') : one(lang, { code: 'lang', lang });
  if (common.length !== 1) return one('');
  const clear = seen.find(({ languages }) => languages.length === 1) ?? first;
  return one(common[0] as string, { code: 'words', text: clear.text, account: clear.account });
}

function settleDates(pages: AccountWriting[], told: DateOrder | undefined, locale: string): One<DateOrder> {
  const seen = textsOf(pages).flatMap(({ account, text }) => {
    const match = THREE.exec(text);
    if (!match) return [];
    const [a, b] = [Number(match[1]), Number(match[3])];
    const order: DateOrder = a > 12 && b <= 12 ? 'day/month' : b > 12 && a <= 12 ? 'month/day' : 'open';
    return [{ account, text, order, same: a === b, sign: match[2] ?? '' }];
  });
  const open = seen.find((date) => date.order === 'open' && !date.same);
  if (told !== undefined && told !== 'open') return one(told, { code: 'told' });
  const [clear] = seen.filter((date) => date.order !== 'open');
  const against = clear && seen.find((date) => date.order !== 'open' && date.order !== clear.order);
  if (clear && against)
    return one('open', { code: 'against', text: clear.text, account: clear.account, other: against.text }, open?.text ?? null);
  if (clear) return one(clear.order, { code: 'day', text: clear.text, account: clear.account });
  // `en-US` is what tools write into pages when nobody thought of it; every other tag with one order was chosen.
  const order = /^en-us$/i.test(locale) ? 'open' : orderOf(locale);
  const sign = dateSignOf(locale);
  const itsOwn = /^[/-]$/.test(sign) && seen.every((date) => date.order !== 'open' || date.sign === sign);
  return order !== 'open' && itsOwn ? one(order, { code: 'lang', lang: locale }) : one('open', null, open?.text ?? null);
}

function settleNumbers(pages: AccountWriting[], told: NumberForm | undefined, locale: string): One<NumberForm | null> {
  if (told !== undefined && told !== 'open') return one(told, { code: 'told' });
  const seen = textsOf(pages).flatMap(({ account, text }) => {
    const form = isWritten(text) ? null : formIn(text);
    return form ? [{ account, text, ...form }] : [];
  });
  const [own, second] = signsFor(locale, undefined);
  const home: NumberForm | null = locale === '' || second !== undefined || !own ? null : own.decimal === '.' ? '1,234.5' : '1.234,5';
  const open = seen.find((number) => number.form === 'open');
  const clear = seen.filter((number) => number.form !== 'open').toSorted((a, b) => Number(b.sure) - Number(a.sure));
  const [best] = clear;
  const against = best && clear.find((number) => number.form !== best.form);
  if (best && against)
    return one('open', { code: 'against', text: best.text, account: best.account, other: against.text }, open?.text ?? null);
  const from: Evidence | null = best ? { code: 'number', text: best.text, account: best.account } : null;
  if (best && (home === null || best.form === home || best.sure)) return one(best.form === home ? null : best.form, from);
  // A fraction against the language, or three digits behind the sign that is the language's own decimal sign.
  const odd = seen.find((number) => number.form === 'open' && number.sign === own?.decimal);
  if (home === null || best || odd) return one('open', from, (odd ?? open)?.text ?? null);
  return one(null, { code: 'lang', lang: locale });
}

const ZONES: Record<string, string> = { UTC: 'UTC', GMT: 'UTC', JST: 'Asia/Tokyo', KST: 'Asia/Seoul' };

/** Only what stands at labels counts: a value that names its zone speaks for itself alone. */
function settleZone(pages: AccountWriting[]): One<string | null> {
  const seen = pages.flatMap(({ account, labels }) =>
    labels.flatMap((text) => {
      const zone = ZONES[/(?<![\p{L}\d])(UTC|GMT|JST|KST)(?![\p{L}\d+-])/u.exec(text)?.[1] ?? ''];
      return zone ? [{ account, text, zone }] : [];
    }),
  );
  const [first] = seen;
  if (!first || seen.some((other) => other.zone !== first.zone)) return one(null);
  return one(first.zone, { code: 'zone', text: first.text, account: first.account });
}
