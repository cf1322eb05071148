import { answerOf } from './answer-words';
import { monthIsOf } from './date-words';
import { LANGUAGES, languageOf } from './languages';
import { phraseIsOf } from './relative-words';

const known = new Map<string, string[]>();

/**
 * Languages to which the words of a value belong: the month of a date, a time told from now. Empty for texts that say
 * nothing of their language, as names and numbers.
 */
export function languagesOf(text: string): string[] {
  if (text.length > 60 || !/[\p{L}]/u.test(text)) return [];
  let found = known.get(text);
  if (!found) {
    found = [...new Set(LANGUAGES.filter((locale) => belongs(text, locale)).map(languageOf))];
    known.set(text, found);
  }
  return found;
}

function belongs(text: string, locale: string): boolean {
  if (/\d/.test(text) && phraseIsOf(text, locale)) return true;
  if (!/\d.*\d{4}|\d{4}.*\d/.test(text)) return false;
  return (text.match(/[\p{L}\p{M}]{3,}/gu) ?? []).some((word) => monthIsOf(word, locale));
}

/** Whether a text is a date or a time, whose dots and commas say nothing of numbers. */
export function isWritten(text: string): boolean {
  return (
    /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}:\d{2}|\d[年월월日]/u.test(text) ||
    answerOf(text, '', 'plain') !== null ||
    languagesOf(text).length > 0
  );
}
