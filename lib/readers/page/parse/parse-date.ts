import { answerOf } from '../language/answer-words';
import { isDateJoiner, isWeekday } from '../language/date-words';
import { foldWord } from '../language/languages';
import { dayWordIn } from '../language/relative-words';
import { DATE_JOINERS } from '../language/small-words';
import { calendarDay, isRealDay } from './calendar-day';
import { clock } from './clock';
import { parseRelative } from './parse-relative';
import { ok, type Parsed, type ParseSetting, problem } from './parsed';
import { dayInZone, isoInZone, isoWithOffset, offsetMinutes } from './zone-time';

const DAY = 86_400_000;

/**
 * A date or time as people write it. A day becomes `2026-11-15`; a time becomes ISO with the offset of the zone that
 * the text names, else of the page's zone. `never` is a value: it is known that it did not happen.
 * @param text already folded, digits of all scripts as 0 to 9
 */
export function parseDate(text: string, setting: ParseSetting): Parsed<string> {
  if (answerOf(text, setting.locale, 'plain') === 'never') return ok('never');
  const relative = parseRelative(text, setting.now, setting.locale);
  if (relative) {
    if (relative.dayOnly) return ok(dayInZone(relative.ms, setting.zone));
    const offset = offsetMinutes(relative.ms, setting.zone);
    return ok(isoWithOffset(relative.ms + offset * 60_000, offset));
  }
  const word = dayWordIn(text, setting.locale);
  if (word) return withTime(dayInZone(setting.now + word.days * DAY, setting.zone), word.rest, text, setting);
  const day = calendarDay(text, setting);
  if (!day) return problem('not a date', text);
  if (day.problem) return problem(day.problem, text);
  if (!isRealDay(day)) return problem('no such day', text);
  return withTime(new Date(Date.UTC(day.year, day.month - 1, day.day)).toISOString().slice(0, 10), day.rest, text, setting);
}

function withTime(iso: string, behind: string, text: string, setting: ParseSetting): Parsed<string> {
  const rest = afterDate(behind, setting.locale);
  if (rest === '') return ok(iso);
  const time = clock(rest, setting.locale);
  if (!time) return /^\D*$/.test(rest) && rest.length < 20 && !/^[-_]\S/.test(rest) ? ok(iso) : problem('not a date', text);
  const wall = Date.parse(`${iso}T00:00:00Z`) + time.seconds * 1000;
  return ok(time.offset === null ? isoInZone(wall, setting.zone) : isoWithOffset(wall, time.offset));
}

/** What stands behind a date without the weekday, the signs and the small words between it and its time. */
function afterDate(behind: string, locale: string): string {
  let rest = behind
    .replace(/^\s*(?:[日月火水木金土]曜日?)/, '')
    .replace(/^t(?=\d)/i, '')
    .trim();
  for (let words = 0; words < 6; words += 1) {
    const match = /^[\s,،・·|–—.]*(?:\(([\p{L}\p{M}]+)[.]?\)|([\p{L}\p{M}]+)[.]?)(?![\p{L}\p{M}])[\s,،]*/u.exec(rest);
    const word = match?.[1] ?? match?.[2] ?? '';
    const small = isWeekday(word, locale) || (match?.[1] === undefined && (DATE_JOINERS.has(foldWord(word)) || isDateJoiner(word, locale)));
    if (!match || !small) break;
    rest = rest.slice(match[0].length);
  }
  return rest.replace(/^[,،・·|–—]\s*|^\.(?=\s|$)/, '').trim();
}
