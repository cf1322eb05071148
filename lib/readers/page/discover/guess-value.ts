import { parseProblem } from '@/lib/core/account/problem';
import type { ValueType } from '@/lib/formats/discovered-page';
import type { DateOrder } from '@/lib/formats/writing';
import { foldText, isBlank } from '../fold-text';
import { answerOf, isOpenAnswer } from '../language/answer-words';
import { foldDigits } from '../language/languages';
import { dayWordIn } from '../language/relative-words';
import { COUNTED, PAIR_WORDS } from '../language/small-words';
import { parseDate } from '../parse/parse-date';
import { pairIn } from '../parse/parse-number';
import { parseRelative } from '../parse/parse-relative';
import { isoInZone } from '../parse/zone-time';
import { type DayOrders, dateOrder } from './guess-day';
import { guessNumber, type NumberSigns } from './guess-number';

/** What a shown text means. `value` null: it says that there is nothing, or it cannot be told which of two things it means. */
export interface Guess {
  type: ValueType;
  value: number | string | boolean | null;
}

/** What is known of the page besides one text. */
export interface GuessSetting {
  signs: NumberSigns;
  orders: DayOrders;
  /** Order of day and month for dates of whose look there is no other. */
  dates: DateOrder;
  /** BCP 47 language of the page; empty where it is not known. */
  locale: string;
  zone: string;
  /** Epoch ms UTC at which the page was seen; null where that is not known, as for a saved page. */
  now: number | null;
}

const CURRENCY =
  /(?<=\d\s?)(?:zł|kr\.?|Kč|Ft|lei|元|원)(?![\p{L}])|(?:US|A|C|NZ|HK|S|R|NT|MX)?\$|€|£|¥|₹|₩|₽|₺|₫|\b(?:USD|EUR|GBP|JPY|CHF|AUD|CAD|SEK|NOK|DKK|INR|CNY|SGD|PLN|BRL|MXN|KRW|TWD|CZK|HUF|RON|HKD)\b|円|元|원|zł|(?<![\p{L}])kr\.?(?![\p{L}])/u;
/**
 * Types of a page's texts, for each one or, for `6 of 8`, two meanings.
 * @param text folded
 */
export function guessValues(text: string, element: Element | null, label: string, setting: GuessSetting): Guess[] {
  const folded = foldText(text);
  const control = controlGuess(folded, element, label, setting);
  if (control) return [control];
  if (isBlank(folded) || /^(?:n\.a\.|tbd)$/i.test(folded) || answerOf(folded, setting.locale, 'plain') === 'never')
    return [{ type: 'text', value: null }];
  const figures = foldDigits(folded);
  const pair = pairGuess(figures, setting);
  return pair ?? [dateGuess(figures, element, label, setting) ?? numberGuess(figures, label, setting) ?? wordGuess(folded, label, setting)];
}

function controlGuess(text: string, element: Element | null, label: string, setting: GuessSetting): Guess | null {
  if (!element) return null;
  if (element.matches('[type=checkbox],[role=checkbox],[role=switch],[aria-pressed],[aria-checked]'))
    return { type: 'yesNo', value: text === 'yes' };
  if (text === '') return null;
  if (element.matches('[type=number],[type=range]')) return { type: 'number', value: numeric(text) };
  if (element.matches('[type=date],[type=month]')) return { type: 'date', value: text };
  if (element.matches('[type=datetime-local]'))
    return atTime(isoInZone(Date.parse(`${text.length === 16 ? `${text}:00` : text}Z`), setting.zone), label);
  return null;
}

function numeric(text: string): number | null {
  return Number.isNaN(Number(text)) ? null : Number(text);
}

const SHARE = '\\d+(?:[.,]\\d+)?\\s*%';
const SHARE_AFTER = new RegExp(`\\s*(?:\\(${SHARE}\\)|[·,–-]?\\s*${SHARE})\\s*$`);
const SHARE_BEFORE = new RegExp(`^${SHARE}\\s*\\(?(?=\\D*\\d)`);
const PAIR = new RegExp(`^\\D{0,12}\\d[\\d.,]*\\s*(?:${PAIR_WORDS})\\s*\\d[\\d.,]*(?:\\s*\\D{0,20})?$`, 'iu');

/** `6 of 8`, `6 von 8 (75 %)`, `75 % (6/8)`: the part and the whole. */
function pairGuess(text: string, setting: GuessSetting): Guess[] | null {
  const bare = text
    .replace(SHARE_AFTER, '')
    .replace(SHARE_BEFORE, '')
    .replace(/^\((.*)\)$|\)$/, '$1')
    .trim();
  if (text.length > 40 || !(PAIR.test(bare) || /\d\s*\D{0,3}[中중]\s*\d/.test(bare))) return null;
  const values = pairIn(bare)?.map((digits) => guessNumber(digits, setting.signs)) ?? [];
  if (values.length !== 2 || values.includes(undefined)) return null;
  return values.map((value) => ({ type: 'number', value: value ?? null }));
}

/** A label that speaks of a day, and not of a moment: midnight under it is that day. */
const OF_A_DAY = /date|start|begin|renew|expir|since|birth|due|deadline|end|日(?!時)|期限|開始|更新/i;
const OF_A_TIME = /login|log-in|seen|activity|access|time| at$|日時|ログイン|時刻/i;

function dateGuess(text: string, element: Element | null, label: string, setting: GuessSetting): Guess | null {
  const machine = element?.closest('time[datetime]') ?? element?.querySelector('time[datetime]');
  const stamp = machine?.getAttribute('datetime') ?? '';
  const relative = parseRelative(text, setting.now ?? 0, setting.locale);
  if (/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(stamp)) return { type: relative ? 'relative' : 'time', value: stamp };
  if (/^\d{4}-\d{2}-\d{2}$/.test(stamp)) return { type: 'date', value: stamp };
  if (relative) {
    const told = element?.closest('[title]')?.getAttribute('title') ?? element?.querySelector('[title]')?.getAttribute('title');
    const exact = told ? dateGuess(foldText(told), null, label, setting) : null;
    if (exact) return { type: 'relative', value: exact.value };
    return {
      type: 'relative',
      value: setting.now === null ? null : parseDate(text, { locale: setting.locale, zone: setting.zone, now: setting.now }).value,
    };
  }
  const open = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2})$|^\d{2}([/.])\d{1,2}\5\d{1,2}$/.test(text);
  if (open) return { type: 'date', value: null };
  if (dayWordIn(text, setting.locale)) return dayWordGuess(text, setting);
  const dates = dateOrder(text, setting.orders, setting.dates);
  // An open order still has to be a date, in one order as in the other.
  const order = dates === 'open' ? 'day/month' : dates;
  const parsed = parseDate(text, { locale: setting.locale, dates: order, zone: setting.zone, now: setting.now ?? 0 });
  if (parsed.value === null || parsed.value === 'never') {
    const code = parsed.problem === null ? '' : parseProblem(parsed.problem).code;
    return code === 'no such day' || code === 'which language' || code === 'which order' ? { type: 'date', value: null } : null;
  }
  const type = parsed.value.length > 10 ? 'time' : 'date';
  return dates === 'open' ? { type, value: null } : type === 'time' ? atTime(parsed.value, label) : { type, value: parsed.value };
}

/** `gestern, 14:32` on a page of which it is not known when it was seen. */
function dayWordGuess(text: string, setting: GuessSetting): Guess | null {
  const { value } = parseDate(text, { locale: setting.locale, zone: setting.zone, now: setting.now ?? 0 });
  return value === null ? null : { type: 'relative', value: setting.now === null ? null : value };
}

function atTime(iso: string, label: string): Guess {
  if (/T00:00:00/.test(iso) && OF_A_DAY.test(label) && !OF_A_TIME.test(label)) return { type: 'date', value: iso.slice(0, 10) };
  return { type: 'time', value: iso };
}

function numberGuess(text: string, label: string, setting: GuessSetting): Guess | null {
  // A number that is followed by its change shows the number.
  const now = text.replace(/\s*(?:[▲▼△▽↑↓↗↘→].*|\(?[+−-]\s?\d+(?:[.,]\d+)?\s*%\)?)$/u, '').trim();
  if (/%$|^\d.*(?:percent|パーセント)$/.test(now)) {
    const share = guessNumber(now.replace(/%|percent|パーセント/, '').trim(), setting.signs);
    return share === undefined ? null : { type: 'percent', value: share === null ? null : share / 100 };
  }
  if (/^0\d/.test(now) || now.replace(/\D/g, '').length > 15) return null;
  const bare = now.replace(CURRENCY, '').trim();
  const isMoney = bare !== now && !/円/.test(label);
  const unit = /^([+\-−]?\s*\d[\d.,'’ ]*?)\s*(\p{L}[\p{L}-]*)$/u.exec(bare);
  const counted =
    unit &&
    (COUNTED.test(unit[2] ?? '') || label.toLowerCase().includes((unit[2] ?? '').toLowerCase().replace(/s$/, ''))) &&
    !/^(?:k|m|bn?|千|万|億)$/i.test(unit[2] ?? '');
  const number = guessNumber(counted ? (unit[1] ?? '') : bare, setting.signs);
  if (number === undefined) return null;
  if (!isMoney && (number === 0 || number === 1) && FLAG.test(label)) return { type: 'yesNo', value: number === 1 };
  return { type: isMoney || CURRENCY.test(label) ? 'money' : 'number', value: number };
}

/** Labels of columns that hold a yes or a no. */
const FLAG = /^(?:is|has|can|should|allow)[_ ]|\?$|フラグ$|有無$|かどうか$/i;

/** Words that say yes or no, and nothing else to a person who reads a value. States (`active`, `done`) stay texts. */
const SURE = /^(?:yes|no|true|false|on|off|[✓✔☑✅✗✘☐❌]|はい|いいえ|有効|無効|オン|オフ|enabled|disabled|[○◯×])$/i;
const MARKS = /^(?:[✓○◯×]|enabled|disabled)$/i;

function wordGuess(text: string, label: string, { locale }: GuessSetting): Guess {
  // `Nie` is no in Polish and never in German: nobody knows which, and it is no name either.
  if (isOpenAnswer(text, locale)) return { type: 'yesNo', value: null };
  const word = text.replace(/\s*\([^()]*\)$/, '');
  const answer = answerOf(word, locale, SURE.test(word) ? 'wide' : 'plain');
  const remark = word !== text && answerOf(text.slice(word.length).replace(/[()]/g, '').trim(), locale, 'wide') !== null;
  if (answer === null || answer === 'never' || remark || (word.length < 2 && !/[^\da-z]/i.test(word))) return { type: 'text', value: text };
  return MARKS.test(word) && word === label ? { type: 'text', value: text } : { type: 'yesNo', value: answer === 'yes' };
}
