import { parseProblem } from '@/lib/core/account/problem';
import type { ValueType } from '@/lib/formats/discovered-page';
import { foldText, isBlank } from '../fold-text';
import { parseDate } from '../parse/parse-date';
import { parsePair } from '../parse/parse-number';
import { parseRelative } from '../parse/parse-relative';
import { isoInZone } from '../parse/zone-time';
import { type DayOrders, dateLocale } from './guess-day';
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
  zone: string;
  /** Epoch ms UTC at which the page was seen; null where that is not known, as for a saved page. */
  now: number | null;
}

const YES = /^(?:yes|true|on|はい|有効|オン|✓|✔|☑|✅)$/i;
const NO = /^(?:no|false|off|いいえ|無効|オフ|✗|✘|☐|❌)$/i;
const CURRENCY =
  /(?<=\d\s?)(?:zł|kr\.?|Kč|Ft|lei|元|원)(?![\p{L}])|R\$|₽|₺|₫|\b(?:PLN|CZK|HUF|RON|BRL|MXN|KRW|TWD|HKD)\b|(?:US|A|C|NZ|HK|S)?\$|€|£|¥|₹|₩|\b(?:USD|EUR|GBP|JPY|CHF|AUD|CAD|SEK|NOK|DKK|INR|CNY|SGD)\b|円/u;
const COUNTED =
  /^(?:users?|seats?|members?|people|licen[cs]es?|logins?|reports?|exports?|invites?|invitations?|steps?|days?|times?|items?|events?|sessions?|projects?|tickets?|accounts?|active|total|名|人|件|回|席|日|個|本|社|ユーザー?|シート|ステップ|時間)$/i;

/**
 * Types of a page's texts, for each one or, for `6 of 8`, two meanings.
 * @param text folded
 */
export function guessValues(text: string, element: Element | null, label: string, setting: GuessSetting): Guess[] {
  const folded = foldText(text);
  const control = controlGuess(folded, element, label, setting);
  if (control) return [control];
  if (isBlank(folded) || /^(?:never|n\.a\.|tbd|未ログイン|なし)$/i.test(folded)) return [{ type: 'text', value: null }];
  const pair = pairGuess(folded);
  return pair ?? [dateGuess(folded, element, label, setting) ?? numberGuess(folded, label, setting) ?? wordGuess(folded, label)];
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

function pairGuess(text: string): Guess[] | null {
  if (
    text.length > 40 ||
    !/^\D{0,12}\d[\d,]*\s*(?:\/|of|out of)\s*\d[\d,]*(?:\s*\D{0,20})?$|\d\s*\D{0,3}中\s*\d/i.test(
      text.replace(/\s*\(?\d+(?:\.\d+)?\s*%\)?\s*$/, '').replace(/^\d+(?:\.\d+)?\s*%\s*\(?|\)$/g, ''),
    )
  )
    return null;
  const fraction = text.replace(/\(?\d+(?:\.\d+)?\s*%\)?/, '').trim();
  const [first, second] = (['first', 'second'] as const).map((which) => parsePair(fraction, which, 'en-US').value);
  if (typeof first !== 'number' || typeof second !== 'number') return null;
  return [
    { type: 'number', value: first },
    { type: 'number', value: second },
  ];
}

/** A label that speaks of a day, and not of a moment: midnight under it is that day. */
const OF_A_DAY = /date|start|begin|renew|expir|since|birth|due|deadline|end|日(?!時)|期限|開始|更新/i;
const OF_A_TIME = /login|log-in|seen|activity|access|time| at$|日時|ログイン|時刻/i;

function dateGuess(text: string, element: Element | null, label: string, setting: GuessSetting): Guess | null {
  const machine = element?.closest('time[datetime]') ?? element?.querySelector('time[datetime]');
  const stamp = machine?.getAttribute('datetime') ?? '';
  const relative = parseRelative(text, setting.now ?? 0);
  if (/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(stamp)) return { type: relative ? 'relative' : 'time', value: stamp };
  if (/^\d{4}-\d{2}-\d{2}$/.test(stamp)) return { type: 'date', value: stamp };
  if (relative) {
    const told = element?.closest('[title]')?.getAttribute('title') ?? element?.querySelector('[title]')?.getAttribute('title');
    const exact = told ? dateGuess(foldText(told), null, label, setting) : null;
    if (exact) return { type: 'relative', value: exact.value };
    return {
      type: 'relative',
      value: setting.now === null ? null : parseDate(text, { locale: 'en-US', zone: setting.zone, now: setting.now }).value,
    };
  }
  const open = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2})$|^\d{2}([/.])\d{1,2}\5\d{1,2}$/.test(text);
  if (open) return { type: 'date', value: null };
  const locale = dateLocale(text, setting.orders);
  const parsed = parseDate(text, { locale: locale ?? 'en-GB', zone: setting.zone, now: setting.now ?? 0 });
  if (parsed.value === null || parsed.value === 'never')
    return parsed.problem !== null && parseProblem(parsed.problem).code === 'no such day' ? { type: 'date', value: null } : null;
  const type = parsed.value.length > 10 ? 'time' : 'date';
  return locale === null ? { type, value: null } : type === 'time' ? atTime(parsed.value, label) : { type, value: parsed.value };
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

function wordGuess(text: string, label: string): Guess {
  if (YES.test(text) || (/^(?:enabled|[✓○◯])$/i.test(text) && text !== label)) return { type: 'yesNo', value: true };
  if (NO.test(text) || /^(?:disabled|×)$/i.test(text)) return { type: 'yesNo', value: false };
  return { type: 'text', value: text };
}
