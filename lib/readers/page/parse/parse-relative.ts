import { relativeIn, type TimeUnit } from '../language/relative-words';

const MINUTE = 60_000;
const LENGTHS: Record<TimeUnit, number> = {
  second: 1000,
  minute: MINUTE,
  hour: 60 * MINUTE,
  day: 1440 * MINUTE,
  week: 10_080 * MINUTE,
  month: 43_830 * MINUTE,
  year: 525_960 * MINUTE,
};
/** What people write beside the words of the platform's data, in English and Japanese. */
const units: [RegExp, TimeUnit][] = [
  [/^(?:s|sec|secs|second|seconds|秒)$/, 'second'],
  [/^(?:m|min|mins|minute|minutes|分)$/, 'minute'],
  [/^(?:h|hr|hrs|hour|hours|時間)$/, 'hour'],
  [/^(?:d|day|days|日)$/, 'day'],
  [/^(?:w|wk|wks|week|weeks|週|週間)$/, 'week'],
  [/^(?:mo|mos|month|months|か月|ヶ月|カ月|ヵ月|箇月)$/, 'month'],
  [/^(?:y|yr|yrs|year|years|年)$/, 'year'],
];

const named: Record<string, number> = { today: 0, 今日: 0, 本日: 0, yesterday: -1, 昨日: -1, tomorrow: 1, 明日: 1, 一昨日: -2 };

/**
 * A time told from now: `3 days ago`, `3日前`, `vor einer Stunde`, `hier`, `in 2 weeks`, `1週間後`.
 * The text is no finer than its unit, and neither is the time: the same words a moment later are the same time, as far
 * as the unit's own borders allow.
 * @param locale language of the text; empty where it is not known
 * @returns epoch ms at the beginning of that unit, and whether it is only good to the day; null for any other text
 */
export function parseRelative(text: string, now: number, locale = ''): { ms: number; dayOnly: boolean } | null {
  const folded = text.toLowerCase().replace(/^(?:about|around|almost|over|約|およそ)\s*/, '');
  const days = named[folded];
  if (days !== undefined) return from(now, 'day', days);
  if (/^(?:just now|a moment ago|たった今|数秒前|a few seconds ago)$/.test(folded)) return { ms: begin(now, MINUTE), dayOnly: false };
  const said = relativeIn(text, locale);
  if (said)
    return said.count === 0 && said.unit !== 'day'
      ? { ms: begin(now, MINUTE), dayOnly: false }
      : from(now, said.unit, said.count * said.direction);
  const ago = /^(an?|one|\d+)\s*([a-z]+|[^\d\s]+?)\s*(ago|前)$/.exec(folded);
  const ahead = /^in\s+(an?|one|\d+)\s*([a-z]+)()$/.exec(folded) ?? /^(\d+)\s*([^\d\s]+?)(後)$/.exec(folded);
  const match = ago ?? ahead;
  if (!match) return null;
  const [, count = '', unit = ''] = match;
  const found = units.find(([pattern]) => pattern.test(unit.trim()));
  if (!found) return null;
  const amount = /^\d/.test(count) ? Number(count) : 1;
  return from(now, found[1], ago ? -amount : amount);
}

/** Days and longer units become a calendar day in the page's zone. */
function from(now: number, unit: TimeUnit, count: number): { ms: number; dayOnly: boolean } {
  const ms = now + count * LENGTHS[unit];
  const dayOnly = LENGTHS[unit] >= LENGTHS.day;
  return { ms: dayOnly ? ms : begin(ms, LENGTHS[unit]), dayOnly };
}

function begin(ms: number, unit: number): number {
  return Math.floor(ms / unit) * unit;
}
