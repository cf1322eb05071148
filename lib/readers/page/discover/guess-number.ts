import type { NumberForm } from '@/lib/formats/writing';

/** The group and decimal signs of the languages that a page may be written in. */
export interface NumberSigns {
  /** Signs that group thousands in one of them. */
  groups: Set<string>;
}

/**
 * The signs that group thousands on a page: as it was settled, else as the languages at hand write.
 * @param form what the page's own numbers show; null where they leave it to the language
 */
export function signsOf(locales: string[], form: NumberForm | null = null): NumberSigns {
  if (form !== null && form !== 'open') return { groups: new Set([form === '1,234.5' ? ',' : '.']) };
  const groups = locales.map((locale) => {
    try {
      return new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567).find((part) => part.type === 'group')?.value ?? '';
    } catch {
      return '';
    }
  });
  return { groups: new Set(groups.map((sign) => sign.normalize('NFKC'))) };
}

const SCALES: Record<string, number> = { k: 1e3, m: 1e6, bn: 1e9, b: 1e9, 千: 1e3, 万: 1e4, 億: 1e8 };
const FORM = /^(?<open>\()?(?<sign>[+\-−–]?)\s*(?<digits>\d[\d.,'’ ]*|[.,]\d+)\s*(?<scale>k|m|bn?|千|万|億)?(?<close>\))?$/iu;

/**
 * A number by its own form. Where one sign stands before three digits it groups them if a language at hand groups so;
 * else nobody can tell `1.234` from 1.234, and there is no answer.
 * @param text folded; digits, signs and a scale only
 * @returns the number; null where the text is one but its meaning is open; undefined where it is no number
 */
export function guessNumber(text: string, signs: NumberSigns): number | null | undefined {
  const match = FORM.exec(text.trim());
  if (!match?.groups) return undefined;
  const { open, close, sign = '', scale = '' } = match.groups;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const plain = plainDigits((match.groups.digits ?? '').trim(), signs);
  if (plain === null || plain === undefined) return plain;
  const value = Number(plain) * (SCALES[scale.toLowerCase()] ?? 1);
  if (!Number.isFinite(value)) return undefined;
  return /[-−–]/.test(sign) || open !== undefined ? -value : value;
}

/** Digits with a dot as their only sign. */
function plainDigits(text: string, signs: NumberSigns): string | null | undefined {
  const tight = /^\d{1,3}([ '’]\d{3})+(?:[.,]\d+)?$/.test(text) ? text.replace(/[ '’]/g, '') : text;
  if (/[ '’]/.test(tight)) return undefined;
  const used = [...new Set(tight.replace(/\d/g, ''))];
  if (used.length === 0) return tight;
  const last = Math.max(tight.lastIndexOf('.'), tight.lastIndexOf(','));
  if (used.length === 2) {
    const whole = tight.slice(0, last).replace(/[.,]/g, '');
    const fine = /^\d{1,3}([.,]\d{2,3})*$/.test(tight.slice(0, last)) && /^\d+$/.test(tight.slice(last + 1));
    return fine && tight.split(tight[last] as string).length === 2 ? `${whole}.${tight.slice(last + 1)}` : undefined;
  }
  const pieces = tight.split(used[0] as string);
  if (pieces.length > 2) return groupsWell(pieces) ? pieces.join('') : undefined;
  const [whole = '', rest = ''] = pieces;
  if (rest.length !== 3 || whole === '' || whole === '0' || whole.length > 3) return `${whole || '0'}.${rest || '0'}`;
  return signs.groups.has(used[0] as string) ? whole + rest : null;
}

/** `1,234,567`, and `12,34,567` as India groups. */
function groupsWell(pieces: string[]): boolean {
  const [first = '', ...rest] = pieces;
  return /^\d{1,3}$/.test(first) && rest.at(-1)?.length === 3 && rest.every((piece) => piece.length === 3 || piece.length === 2);
}
