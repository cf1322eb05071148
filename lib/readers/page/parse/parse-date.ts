import { calendarDay, type FoundDay, isRealDay } from './calendar-day';
import { parseRelative } from './parse-relative';
import { ok, type Parsed, type ParseSetting, problem } from './parsed';
import { dayInZone, isoInZone, isoWithOffset, offsetMinutes } from './zone-time';

const NEVER = /^(?:never(?: logged in)?|not yet|未ログイン|ログイン(?:履歴)?なし|一度もなし|まだ(?:です)?)$/i;
const zones: Record<string, number> = { z: 0, utc: 0, gmt: 0, jst: 540, cet: 60, cest: 120, est: -300, edt: -240, pst: -480, pdt: -420 };

/**
 * A date or time as people write it. A day becomes `2026-11-15`; a time becomes ISO with the offset of the zone that
 * the text names, else of the page's zone. `never` is a value: it is known that it did not happen.
 * @param text already folded
 */
export function parseDate(text: string, setting: ParseSetting): Parsed<string> {
  if (NEVER.test(text)) return ok('never');
  const relative = parseRelative(text, setting.now);
  if (relative) {
    if (relative.dayOnly) return ok(dayInZone(relative.ms, setting.zone));
    const offset = offsetMinutes(relative.ms, setting.zone);
    return ok(isoWithOffset(relative.ms + offset * 60_000, offset));
  }
  const day = calendarDay(text, setting.locale);
  if (!day) return problem('not a date', text);
  if (day.problem) return problem(day.problem, text);
  if (!isRealDay(day)) return problem('no such day', text);
  return withTime(day, text, setting);
}

function withTime(day: FoundDay, text: string, setting: ParseSetting): Parsed<string> {
  const iso = new Date(Date.UTC(day.year, day.month - 1, day.day)).toISOString().slice(0, 10);
  // A weekday in brackets, `T`, a comma or `at` may stand between day and time.
  const rest = day.rest
    .replace(/^(?:\((?:[日月火水木金土]|mon|tue|wed|thu|fri|sat|sun)[a-z]*\)|[日月火水木金土]曜日?)/i, '')
    .replace(/^[\s,t・]*(?:at\s+)?/i, '');
  if (rest === '') return ok(iso);
  const time = clock(rest);
  if (!time) return /^\D*$/.test(rest) && rest.length < 20 ? ok(iso) : problem('not a date', text);
  const wall = Date.parse(`${iso}T00:00:00Z`) + time.seconds * 1000;
  return ok(time.offset === null ? isoInZone(wall, setting.zone) : isoWithOffset(wall, time.offset));
}

function clock(text: string): { seconds: number; offset: number | null } | null {
  const match =
    /^(午前|午後|am|pm)?\s*(\d{1,2})(?:[:時]\s*(\d{1,2})?分?(?:[:]?(\d{2})秒?(?:\.\d+)?)?)?\s*(a\.?m\.?|p\.?m\.?)?\s*(z|[+-]\d{2}:?\d{2}|\(?[a-z]{3,4}\)?)?$/i.exec(
      text.replace(/\bnoon$/i, '12:00').replace(/\bmidnight$/i, '0:00'),
    );
  if (!match || (match[3] === undefined && !match[1] && !match[5] && !/時/.test(text))) return null;
  const half = (match[1] ?? match[5] ?? '').replace(/\./g, '').toLowerCase();
  let hour = Number(match[2]);
  if (half === '午後' || half === 'pm') hour = (hour % 12) + 12;
  else if (half === '午前' || half === 'am') hour %= 12;
  const [minute, second] = [Number(match[3] ?? 0), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = zoneOffset((match[6] ?? '').replace(/[()]/g, '').toLowerCase());
  return offset === undefined ? null : { seconds: hour * 3600 + minute * 60 + second, offset };
}

/** Minutes; null where no zone is named, undefined for a zone that is not known. */
function zoneOffset(name: string): number | null | undefined {
  if (name === '') return null;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(name);
  if (match) return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  return zones[name];
}
