import type { NumberForm } from '@/lib/formats/writing';
import { CLOCK_WORDS } from './small-words';

/** What one text shows of how numbers are written. */
export interface NumberSign {
  /** `open`: one sign before three digits, which may group or divide. */
  form: NumberForm;
  /** Whether the text can be nothing else; a fraction of one or two digits may have been typed by somebody. */
  sure: boolean;
  /** The sign that is open. */
  sign: string;
}

const FIGURE = /^\D{0,12}?(?<![\d.,])(\d[\d.,]*\d)(?!\d)\s*\D{0,14}$/u;

/** What a text of one number shows of its signs; null for any other text, and for a number without signs. */
export function formIn(text: string): NumberSign | null {
  const digits = FIGURE.exec(text)?.[1] ?? '';
  const signs = digits.replace(/\d/g, '');
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  // `v1.25` is a version and `14.32 Uhr` a time.
  if (signs === '' || words.some((word) => /^v(?:er(?:sion)?)?$/i.test(word) || CLOCK_WORDS.has(word.toLowerCase()))) return null;
  const of = (decimal: string, sure: boolean): NumberSign => ({ form: decimal === '.' ? '1,234.5' : '1.234,5', sure, sign: '' });
  const last = signs.at(-1) as string;
  const other = last === '.' ? ',' : '.';
  const groups = (part: string, sign: string) => new RegExp(`^[1-9]\\d{0,2}(?:\\${sign}\\d{2,3})*\\${sign}\\d{3}$`).test(part);
  if (new Set(signs).size === 2) {
    const cut = digits.lastIndexOf(last);
    return signs.indexOf(last) === signs.length - 1 && groups(digits.slice(0, cut), other) ? of(last, true) : null;
  }
  if (signs.length > 1) return groups(digits, last) && /^\d{1,3}(?:\D\d{3})+$/.test(digits) ? of(other, true) : null;
  const [whole = '', rest = ''] = digits.split(last);
  if (rest.length !== 3 || whole === '0' || whole.length > 3) return of(last, false);
  return { form: 'open', sure: false, sign: last };
}
