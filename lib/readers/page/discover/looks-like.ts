import { isBlank } from '../fold-text';
import { calendarDay } from '../parse/calendar-day';
import { parseRelative } from '../parse/parse-relative';

const MOST_LABEL = 60;
const NUMBER = /^[^\p{L}]{0,4}[+\-−(]?\s*[$€£¥]?\s*\d[\d\s.,'’:/%\-−]*\)?\s*(?:%|[kKmMbB]|千|万|億|円)?$/u;
const CODE = /^#?[A-Z]{1,6}[-_]\d[\d-]*$/;
const DATE =
  /^(?:\d{4}[-/.年]\s*\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:令和|平成|昭和)|\d{1,2}(?:st|nd|rd|th)?\.? [A-Za-z]{3,9}\.?,? \d{4}|[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})/;
const RELATIVE =
  /^(?:(?:about|over|almost)\s+)?(?:an?|\d+)\s*\S{1,9}\s*(?:ago|前|後)$|^in \d+ \w+$|^(?:yesterday|today|tomorrow|昨日|今日|明日)$/i;
const ADDRESS = /^(?:https?:\/\/|www\.|\S+@\S+\.\S+$)/i;

/** Texts that are a value by their very form: numbers, dates, addresses. Never a label. */
export function looksLikeValue(text: string): boolean {
  if (text.length > MOST_LABEL) return ADDRESS.test(text);
  return (
    CODE.test(text) ||
    NUMBER.test(text) ||
    DATE.test(text) ||
    RELATIVE.test(text) ||
    ADDRESS.test(text) ||
    isBlank(text) ||
    isDateInWords(text)
  );
}

/** A date or a time told from now, in the words of any language. */
function isDateInWords(text: string): boolean {
  if (!/\d/.test(text) || !/\p{L}/u.test(text)) return false;
  return calendarDay(text, { locale: '' }) !== null || parseRelative(text, 0) !== null;
}

/** Whether a text can be a label: short, wordy, no sentence, no value. */
export function looksLikeLabel(text: string): boolean {
  if (text.length > MOST_LABEL || !/\p{L}/u.test(text) || looksLikeValue(text)) return false;
  return (
    !/[.!。！]$/.test(text.replace(/\b(?:no|nr|incl|excl|approx|max|min|avg)\.$/i, '')) &&
    !/[.!?。] \S/.test(text.replace(/\b\w{1,4}\. /g, ''))
  );
}

/** A label as it stands, without its colon and the mark of a required field. */
export function cleanLabel(text: string): string {
  return text
    .replace(/\s*(?:\((?:required|optional|必須|任意)\)|必須|任意)\s*$/i, '')
    .replace(/[\s:*]+$/, '')
    .replace(/^\*\s*/, '');
}

/** Whether a text ends as labels do that announce what follows. */
export function announces(text: string): boolean {
  return /[:：]\s*\*?$/.test(text);
}
