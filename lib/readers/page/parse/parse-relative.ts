const MINUTE = 60_000;
const units: [RegExp, number, boolean][] = [
  [/^(?:s|sec|secs|second|seconds|秒)$/, 1000, false],
  [/^(?:m|min|mins|minute|minutes|分)$/, MINUTE, false],
  [/^(?:h|hr|hrs|hour|hours|時間)$/, 60 * MINUTE, false],
  [/^(?:d|day|days|日)$/, 1440 * MINUTE, true],
  [/^(?:w|wk|wks|week|weeks|週|週間)$/, 10_080 * MINUTE, true],
  [/^(?:mo|mos|month|months|か月|ヶ月|カ月|ヵ月|箇月)$/, 43_830 * MINUTE, true],
  [/^(?:y|yr|yrs|year|years|年)$/, 525_960 * MINUTE, true],
];

const named: Record<string, number> = { today: 0, 今日: 0, 本日: 0, yesterday: -1, 昨日: -1, tomorrow: 1, 明日: 1, 一昨日: -2 };

/**
 * A time told from now: `3 days ago`, `3日前`, `an hour ago`, `yesterday`, `in 2 weeks`, `1週間後`.
 * The text is no finer than its unit, and neither is the time: the same words a moment later are the same time, as far
 * as the unit's own borders allow.
 * @returns epoch ms at the beginning of that unit, and whether it is only good to the day; null for any other text
 */
export function parseRelative(text: string, now: number): { ms: number; dayOnly: boolean } | null {
  const folded = text.toLowerCase().replace(/^(?:about|around|almost|over|約|およそ)\s*/, '');
  const days = named[folded];
  if (days !== undefined) return { ms: now + days * 1440 * MINUTE, dayOnly: true };
  if (/^(?:just now|now|a moment ago|たった今|数秒前|a few seconds ago)$/.test(folded)) return { ms: begin(now, MINUTE), dayOnly: false };
  const ago = /^(an?|one|\d+)\s*([a-z]+|[^\d\s]+?)\s*(ago|前)$/.exec(folded);
  const ahead = /^in\s+(an?|one|\d+)\s*([a-z]+)()$/.exec(folded) ?? /^(\d+)\s*([^\d\s]+?)(後)$/.exec(folded);
  const match = ago ?? ahead;
  if (!match) return null;
  const [, count = '', unit = ''] = match;
  const found = units.find(([pattern]) => pattern.test(unit.trim()));
  if (!found) return null;
  const [, unitMs, dayOnly] = found;
  const amount = (/^\d/.test(count) ? Number(count) : 1) * unitMs;
  const ms = ago ? now - amount : now + amount;
  // Days and longer units become a calendar day in the page's zone.
  return { ms: dayOnly ? ms : begin(ms, unitMs), dayOnly };
}

function begin(ms: number, unit: number): number {
  return Math.floor(ms / unit) * unit;
}
