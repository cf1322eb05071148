import { isBlankWord } from './language/blank-words';

/** Text as people compare it: full-width forms folded, any white space one blank, ends trimmed. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ')
    .trim();
}

/** A label as people compare it: without the colon, the asterisk or the mark of a required field, in lower case. */
export function foldLabel(text: string): string {
  return foldText(text)
    .replace(/[\s:*]+$/, '')
    .replace(/^\*\s*/, '')
    .toLowerCase();
}

/** Whether a text says that there is nothing to say. That is unknown; it is never zero. */
export function isBlank(folded: string): boolean {
  return folded === '' || /^[-–—―ー]+$/.test(folded) || isBlankWord(folded);
}

/** At most so many signs of a text, and no half one at the end. */
export function cutText(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
