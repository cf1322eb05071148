import type { Parse } from '@/lib/formats/field-schema';
import { cutText, foldText, isBlank } from '../fold-text';
import { parseDate } from './parse-date';
import { parseNumber, parsePair, parsePercent } from './parse-number';
import { ok, type Parsed, type ParseSetting, problem } from './parsed';

/** As long as a reading takes it. */
const LONGEST_TEXT = 2000;

const YES =
  /^(?:yes|y|true|on|1|enabled|active|complete|completed|done|connected|alive|はい|有効|オン|完了|済|済み|あり|有|有り|接続済み|稼働中|○|◯|✓|✔|☑|✅)$/i;
const NO =
  /^(?:no|n|false|off|0|disabled|inactive|incomplete|not done|disconnected|いいえ|無効|オフ|未完了|未|なし|無|無し|未接続|停止|×|✗|✘|☐|❌)$/i;

/** Yes or no in words, signs and digits. */
export function parseYesNo(text: string): Parsed<boolean> {
  if (YES.test(text)) return ok(true);
  return NO.test(text) ? ok(false) : problem('neither yes nor no', text);
}

/** A length of time in minutes: `3h 20m`, `1:30:00`, `2時間30分`, `90 min`. */
export function parseDuration(text: string): Parsed<number> {
  const clock = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (clock) return ok(Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60);
  const part = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? Number.NaN);
  const days = part(/([\d.]+)\s*(?:d|days?|日)(?![a-z])/i);
  const hours = part(/([\d.]+)\s*(?:h|hrs?|hours?|時間)(?![a-z])/i);
  const minutes = part(/([\d.]+)\s*(?:m|mins?|minutes?|分)(?![a-z])/i);
  const seconds = part(/([\d.]+)\s*(?:s|secs?|seconds?|秒)(?![a-z])/i);
  if ([days, hours, minutes, seconds].every(Number.isNaN)) return problem('not a duration', text);
  const sum = (value: number, minutesEach: number) => (Number.isNaN(value) ? 0 : value * minutesEach);
  return ok(sum(days, 1440) + sum(hours, 60) + sum(minutes, 1) + sum(seconds, 1 / 60));
}

/** Reads a text as what the field says it is. Blank is unknown, never zero and never "no". */
export function parseValue(raw: string, parse: Parse, setting: ParseSetting): Parsed<number | string | boolean> {
  const text = foldText(raw);
  // `なし` and `none` are an answer to a yes-or-no field, and nothing to all others.
  if (parse === 'yesNo' && text !== '') return isBlank(text) && !NO.test(text) ? problem('blank') : parseYesNo(text);
  if (isBlank(text)) return problem('blank');
  switch (parse) {
    case 'number':
      return parseNumber(text, setting.locale);
    case 'percent':
      return parsePercent(text, setting.locale);
    case 'date':
    case 'time': {
      const date = parseDate(text, setting);
      return parse === 'date' && date.value !== null ? ok(date.value.slice(0, 10)) : date;
    }
    case 'duration':
      return parseDuration(text);
    case 'first':
    case 'second':
      return parsePair(text, parse, setting.locale);
    case 'text':
      // Folding can lengthen a text: `㍿` becomes four signs.
      return ok(cutText(text, LONGEST_TEXT));
    case 'yesNo':
      return problem('blank');
  }
}
