import type { Parse } from '@/lib/formats/field-schema';
import { cutText, foldText, isBlank } from '../fold-text';
import { answerOf } from '../language/answer-words';
import { foldDigits } from '../language/languages';
import { parseDate } from './parse-date';
import { parseDuration } from './parse-duration';
import { parseNumber, parsePair, parsePercent } from './parse-number';
import { ok, type Parsed, type ParseSetting, problem } from './parsed';

/** As long as a reading takes it. */
const LONGEST_TEXT = 2000;

/** Yes or no in words, signs and digits; a remark in brackets may follow: `はい(トライアル)`. */
export function parseYesNo(text: string, locale: string): Parsed<boolean> {
  const answer = answerIn(text, locale);
  return answer === 'yes' || answer === 'no' ? ok(answer === 'yes') : problem('neither yes nor no', text);
}

function answerIn(text: string, locale: string): 'yes' | 'no' | 'never' | null {
  const whole = answerOf(text, locale, 'wide');
  if (whole) return whole;
  const remark = /^(.+?)\s*[([]([^()[\]]*)[)\]]$/.exec(text);
  // A remark that answers as well leaves nobody the wiser.
  return remark && answerOf(remark[2] ?? '', locale, 'wide') === null ? answerOf(remark[1] ?? '', locale, 'wide') : null;
}

/** Reads a text as what the field says it is. Blank is unknown, never zero and never "no". */
export function parseValue(raw: string, parse: Parse, setting: ParseSetting): Parsed<number | string | boolean> {
  const text = foldText(raw);
  // `なし` and `none` are an answer to a yes-or-no field, and nothing to all others.
  if (parse === 'yesNo' && text !== '')
    return isBlank(text) && answerIn(text, setting.locale) !== 'no' ? problem('blank') : parseYesNo(text, setting.locale);
  if (isBlank(text)) return problem('blank');
  const figures = foldDigits(text);
  switch (parse) {
    case 'number':
      return parseNumber(figures, setting);
    case 'percent':
      return parsePercent(figures, setting);
    case 'date':
    case 'time': {
      const date = parseDate(figures, setting);
      return parse === 'date' && date.value !== null ? ok(date.value.slice(0, 10)) : date;
    }
    case 'duration':
      return parseDuration(figures, setting);
    case 'first':
    case 'second':
      return parsePair(figures, parse, setting);
    case 'text':
      // Folding can lengthen a text: `㍿` becomes four signs.
      return ok(cutText(text, LONGEST_TEXT));
    case 'yesNo':
      return problem('blank');
  }
}
