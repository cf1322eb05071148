import type { ValueType } from '@/lib/formats/discovered-page';
import type { Parse } from '@/lib/formats/field-schema';
import { parseValue } from '../parse/parse-value';
import { parseFor } from './suggest-metric';

/** Languages that between them write numbers and dates in every way that a reader knows. */
const FORMS = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'de-CH', 'ja-JP'];
const WRITTEN_SO = new Set<ValueType>(['number', 'percent', 'money', 'date', 'time']);

/**
 * The language (BCP 47) by whose forms a text means a value: the first of those at hand, then of all, in which the
 * reader reads just that value. Null for texts that mean the same in every language, and where none does.
 */
export function localeOf(
  text: string,
  type: ValueType,
  value: number | string | boolean | null,
  setting: { locales: string[]; zone: string; now: number | null },
): string | null {
  if (value === null || !WRITTEN_SO.has(type)) return null;
  const parse = type === 'money' ? 'number' : (parseFor(type, type) as Parse);
  const reads = (locale: string) => {
    const read = parseValue(text, parse, { locale, zone: setting.zone, now: setting.now ?? 0 }).value;
    return read === value || (typeof read === 'string' && typeof value === 'string' && Date.parse(read) === Date.parse(value));
  };
  const able = [...setting.locales, ...FORMS].filter(reads);
  return FORMS.every((locale) => able.includes(locale)) ? null : (able[0] ?? null);
}
