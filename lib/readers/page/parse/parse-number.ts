import { type Signs, scaleOf, signsFor } from '../language/number-words';
import { AMONG, PAIR_WORDS } from '../language/small-words';
import { ok, type Parsed, type ParseSetting, problem } from './parsed';

/** What decides how a number is read. */
export type NumberSetting = Pick<ParseSetting, 'locale' | 'numbers'>;

const FORM =
  /^(?<lead>[^\d+\-−.,()]*)(?<open>\()?(?<sign>[+\-−]?)\s*(?<lead2>[^\d.,\s]{0,4}\s?)(?<digits>\d[\d.,'’٬٫ ]*|[.,]\d+)(?<close>\))?\s*(?<tail>\D*)$/u;

/**
 * A number as people write it in a language: `1,234`, `1.234,5`, `12万`, `1,2 Mio.`, `$ 1 200`, `38 users`, `(5)`.
 * Signs that contradict the language are a problem, not a guess: `1.234` is 1.234 in English and 1234 in German.
 * @param text already folded (NFKC, single blanks), digits of all scripts as 0 to 9
 */
export function parseNumber(text: string, setting: NumberSetting): Parsed<number> {
  const match = FORM.exec(text);
  if (!match?.groups) return problem('not a number', text);
  const { lead = '', lead2 = '', sign, open, close, tail = '' } = match.groups;
  // A sign behind the number makes it another one: `5-` is minus five in some books.
  if (words(lead) > 2 || words(lead2) > 1 || tail.length > 24 || /^[-−–+/:]/.test(tail)) return problem('more than a number', text);
  const number = plainNumber((match.groups.digits ?? '').trim(), setting);
  if (number === null) return problem('not a number', `${text} (${setting.locale})`);
  if (number === 'open') return problem('which sign', text);
  const scale = scaleOf(tail, setting.locale);
  if (scale === null) return problem('which language', text);
  const value = scale === 1 ? number : Number((number * scale).toPrecision(15));
  return ok(sign === '-' || sign === '−' || (open !== undefined && close !== undefined) ? -value : value);
}

function words(text: string): number {
  return text.trim().split(/\s+/).filter(Boolean).length;
}

/** Digits with the signs of a language: null where they do not stand as it puts them, `open` where two readings are left. */
export function plainNumber(text: string, { locale, numbers }: NumberSetting): number | null | 'open' {
  const read = signsFor(locale, numbers).map((signs) => digits(text, signs));
  const able = [...new Set(read.filter((value) => value !== null))];
  return able.length > 1 ? 'open' : (able[0] ?? null);
}

function digits(text: string, signs: Signs): number | null {
  const { group, decimal } = /[٬٫]/.test(text) ? { group: '٬', decimal: '٫' } : signs;
  // Blanks and apostrophes group thousands in every language.
  const tight = /^[1-9]\d{0,2}([ '’])\d{3}(?:\1\d{3})*(?!\d)/.test(text)
    ? text.replace(/[ '’](?=\d{3}(?!\d))/g, group === ' ' ? '' : group)
    : text;
  const [whole = '', fraction = '', ...rest] = tight.split(decimal);
  if (rest.length > 0 || !/^\d*$/.test(fraction)) return null;
  const groups = whole.split(group);
  if (groups.some((part) => !/^\d*$/.test(part))) return null;
  const value = Number(`${groups.join('') || '0'}.${fraction || '0'}`);
  if (groups.length === 1) return value;
  const [first = '', ...others] = groups;
  // Telephone numbers begin with a zero; India groups by two.
  const fine = /^[1-9]\d{0,2}$/.test(first) && others.every((part) => /^\d{2,3}$/.test(part)) && others.at(-1)?.length === 3;
  return fine ? value : null;
}

const SHARE = /[%٪]|パーセント|percent|prozent|pour cent|por ciento|per cento|por cento|procent|prosent|procenti|퍼센트|百分之/gi;

/** A share: `34 %` and `34` are 0.34, `0.34` without a sign is 0.34. */
export function parsePercent(text: string, setting: NumberSetting): Parsed<number> {
  const number = parseNumber(text.replace(SHARE, '').trim(), setting);
  if (number.value === null) return number;
  const signed = text.search(SHARE) >= 0;
  return ok(!signed && number.value <= 1 && /[.,]/.test(text) ? number.value : number.value / 100);
}

const AMONG_FORM = new RegExp(`(\\d[\\d,.]*)\\s*[^\\d(]{0,3}?\\s*(?:${AMONG})[^\\d(]{0,3}?\\s*(\\d[\\d,.]*)`, 'u');
const OF_FORM = new RegExp(`(?<![\\d/.,-])(\\d[\\d.,'’ ]*?)\\s*(?:${PAIR_WORDS})\\s*(\\d[\\d.,'’ ]*)(?![\\d/])`, 'iu');

/** The two numbers of a pair as they are written, the part first: of `6 / 8`, `6 von 8 (75 %)`, `8件中6件`. */
export function pairIn(text: string): [string, string] | null {
  const among = AMONG_FORM.exec(text);
  const of = among ? null : OF_FORM.exec(text);
  const [part, whole] = among ? [among[2], among[1]] : [of?.[1], of?.[2]];
  const tidy = (digits: string) => digits.trim().replace(/[.,]$/, '');
  return part === undefined || whole === undefined ? null : [tidy(part), tidy(whole)];
}

/** The first or second number of a pair: `6 / 8`, `6 of 8 steps`, `8件中6件` (there the whole comes first). */
export function parsePair(text: string, which: 'first' | 'second', setting: NumberSetting): Parsed<number> {
  const pair = pairIn(text);
  return pair ? parseNumber(pair[which === 'first' ? 0 : 1], setting) : problem('not a pair', text);
}
