const DAY = 86_400_000;
/** Name, the year before its first, and its first day; latest first. */
const ERAS: [string, number, string][] = [
  ['令和', 2018, '2019-05-01'],
  ['平成', 1988, '1989-01-08'],
  ['昭和', 1925, '1926-12-25'],
];
const YEAR = '(?:19|20)\\d{2}';
const wide = (text: string) => text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
const toWide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** A run of a text: what it was, and whether it was a date and has been moved already. */
export interface Run {
  text: string;
  moved: boolean;
}

/**
 * Moves every date in a text by the same number of days and keeps how it is written: order, separators, zeros, full
 * width, era, month names. Times of day stay. Where day and month may be either, `dayFirst` decides.
 * @param days whole days; a multiple of seven keeps weekdays right
 * @param languages BCP 47, whose month names are known besides English
 */
export function shiftDates(text: string, days: number, dayFirst: boolean, languages: string[]): Run[] {
  const months = monthNames(languages);
  const names = [...months.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const month = `(?:${names.join('|')})\\.?`;
  const d = '[0-9０-９]';
  const forms = [
    `(?<era>令和|平成|昭和)(?<eraYear>${d}{1,2}|元)年(?<m0>${d}{1,2})月(?<d0>${d}{1,2})日`,
    `(?<![0-9])(?<y1>${YEAR})(?<s1>[-/.／]|年\\s?|년\\s?)(?<m1>\\d{1,2})(?<t1>[-/.／]|月\\s?|월\\s?)(?<d1>\\d{1,2})(?![0-9])`,
    `(?<![0-9.,])(?<a2>\\d{1,2})(?<s2>[-/.])(?<b2>\\d{1,2})\\k<s2>(?<y2>${YEAR}|\\d{2})(?![0-9])`,
    `(?<w3>${month})(?<g3>\\s+)(?<d3>\\d{1,2})(?<o3>st|nd|rd|th)?(?<c3>,?\\s+)(?<y3>${YEAR})`,
    `(?<![0-9])(?<d4>\\d{1,2})(?<o4>st|nd|rd|th|\\.|º)?(?<g4>\\s+(?:de\\s+)?|-)(?<w4>${month})(?<c4>,?\\s+(?:de\\s+)?|-)(?<y4>${YEAR})`,
  ];
  const pattern = new RegExp(forms.map((form) => `(?:${form})`).join('|'), 'giu');
  const runs: Run[] = [];
  let at = 0;
  for (const match of wide(text).matchAll(pattern)) {
    const original = text.slice(match.index, match.index + match[0].length);
    const moved = move(match.groups as Groups, days, dayFirst, months);
    if (moved === null) continue;
    if (match.index > at) runs.push({ text: text.slice(at, match.index), moved: false });
    runs.push({ text: /[０-９]/.test(original) ? toWide(moved) : moved, moved: true });
    at = match.index + original.length;
  }
  return at < text.length ? [...runs, { text: text.slice(at), moved: false }] : runs;
}

type Groups = Record<string, string | undefined>;

function move(g: Groups, days: number, dayFirst: boolean, months: Map<string, number>): string | null {
  const shifted = (year: number, month: number, day: number) => {
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
    const then = new Date(date.getTime() + days * DAY);
    return { year: then.getUTCFullYear(), month: then.getUTCMonth() + 1, day: then.getUTCDate() };
  };
  const like = (value: number, was = '') => String(value).padStart(was.startsWith('0') || was.length > 1 ? 2 : 1, '0');
  const word = (was: string, month: number) => sameForm(was, month, months);
  if (g.era) {
    const before = ERAS.find(([name]) => name === g.era)?.[1] ?? 0;
    const date = shifted(before + (g.eraYear === '元' ? 1 : Number(g.eraYear)), Number(g.m0), Number(g.d0));
    const iso = date && `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
    const [era, zero] = ERAS.find(([, , start]) => iso !== null && iso >= start) ?? [g.era, before];
    return date && `${era}${date.year - zero === 1 ? '元' : date.year - zero}年${date.month}月${date.day}日`;
  }
  if (g.y1) {
    const date = shifted(Number(g.y1), Number(g.m1), Number(g.d1));
    const padded = g.m1?.startsWith('0') || g.d1?.startsWith('0') || (g.m1?.length === 2 && g.d1?.length === 2);
    const put = (value: number) => String(value).padStart(padded && !/[年년]/.test(g.s1 ?? '') ? 2 : 1, '0');
    return date && `${date.year}${g.s1}${put(date.month)}${g.t1}${put(date.day)}`;
  }
  if (g.y2) {
    const first = Number(g.a2) > 12 || (dayFirst && Number(g.b2) <= 12) || g.s2 === '.';
    const [day, month] = first ? [g.a2, g.b2] : [g.b2, g.a2];
    const date = shifted(Number(g.y2) + (g.y2.length === 2 ? 2000 : 0), Number(month), Number(day));
    if (!date) return null;
    const padded = g.a2?.startsWith('0') || g.b2?.startsWith('0') || (g.a2?.length === 2 && g.b2?.length === 2);
    const [a, b] = (first ? [date.day, date.month] : [date.month, date.day]).map((one) => String(one).padStart(padded ? 2 : 1, '0'));
    return `${a}${g.s2}${b}${g.s2}${String(date.year).slice(-g.y2.length)}`;
  }
  const [name, day, year] = g.w3 ? [g.w3, g.d3, g.y3] : [g.w4 ?? '', g.d4, g.y4];
  const date = shifted(Number(year), months.get(name.toLowerCase().replace(/\.$/, '')) ?? 0, Number(day));
  if (!date) return null;
  if (g.w3)
    return `${word(name, date.month)}${g.g3}${like(date.day, g.d3?.startsWith('0') ? '0' : '')}${g.o3 ? ordinal(date.day) : ''}${g.c3}${date.year}`;
  const end = g.o4 && /^[a-z]/i.test(g.o4) ? ordinal(date.day) : (g.o4 ?? '');
  return `${like(date.day, g.d4?.startsWith('0') ? '0' : '')}${end}${g.g4}${word(name, date.month)}${g.c4}${date.year}`;
}

function ordinal(day: number): string {
  return day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th';
}

/** Names of months in lower case, without a dot → 1 to 12. */
function monthNames(languages: string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const language of [...new Set([...languages, 'en'])]) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2026, month - 1, 15)).find((one) => one.type === 'month')?.value ?? '';
        const name = part.toLowerCase().replace(/\.$/, '');
        if (/^\p{L}{3,}$/u.test(name) && !found.has(name)) found.set(name, month);
      }
    }
  }
  return found;
}

/** The name of another month in the same form: long or short, capital or not, with its dot. */
function sameForm(was: string, month: number, months: Map<string, number>): string {
  const bare = was.replace(/\.$/, '').toLowerCase();
  const names = [...months].filter(([, number]) => number === months.get(bare)).map(([name]) => name);
  const others = [...months].filter(([, number]) => number === month).map(([name]) => name);
  // In the order of languages and styles; a month whose long and short names are one is taken for long.
  const name = others[Math.min(names.indexOf(bare), others.length - 1)] ?? bare;
  const cased = was === was.toUpperCase() ? name.toUpperCase() : /^\p{Lu}/u.test(was) ? `${name[0]?.toUpperCase()}${name.slice(1)}` : name;
  return cased + (was.endsWith('.') ? '.' : '');
}
