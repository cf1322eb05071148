import { tellRow, valueIn } from './tell-rows';

/** Steps into a reply: names of members, and numbers for places in lists. */
export type ReplyPath = (string | number)[];

const PLAIN = /^[A-Za-z_]\w*$/;
const RESERVED = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);
const DAY = /^\d{4}-?\d{2}-?\d{2}(?:T.*)?$/;

const step = (name: string) => (PLAIN.test(name) && !RESERVED.has(name) ? name : `\`${name}\``);
const text = (value: string | number) => JSON.stringify(String(value));

/** Where a value stands, as JSONata: `start` leads from a page to rows or to the value, `value` and `week` from a row on. */
interface Place {
  start: string[];
  /** From a row to the value; null where `start` leads to it. */
  value: string | null;
  week: string | null;
  /** Whether some list was passed: a list of plain values in it is a row. */
  listed: boolean;
}

/** Stands for the page itself where that is a list. */
const PAGE = '(page)';

/**
 * A value clicked in a reply as a line of a mapping, over all pages of it. In a list of weeks it stands for all of them; in
 * a list of named things for the one of that name, wherever it stands; where its list holds one thing only, for that one.
 * What then is missing or there twice is unknown when it is read.
 * @returns null where the entries of a list have neither weeks nor names: nothing would tell one from another but its place
 */
export function mappingLine(metric: string, path: ReplyPath, reply: unknown): string | null {
  const place = placeOf(path, reply);
  if (!place) return null;
  const name = JSON.stringify(metric);
  if (place.week === null) {
    // A value that each page repeats is one value; two on one page are not.
    const value = place.start.join('.').replace(PAGE, '$') || '$';
    return `{"metric": ${name}, "value": $distinct(pages.{"v": ${value}}).v}`;
  }
  const rows = ['pages', ...place.start].join('.').replace(PAGE, '*');
  if (place.week === KEY) {
    const value = place.value === null ? '$value' : `$value.${place.value}`;
    return `${rows}.$each($, function($value, $week) {{"metric": ${name}, "value": ${value}, "week": $week}})`;
  }
  return `${rows}.{"metric": ${name}, "value": ${place.value ?? '$'}, "week": ${place.week}}`;
}

/** Marks an object whose names are its weeks. */
const KEY = '(key)';

function placeOf(path: ReplyPath, reply: unknown): Place | null {
  let place: Place = { start: [], value: null, week: null, listed: false };
  let here: unknown = reply;
  for (const [at, one] of path.entries()) {
    const rest = path.slice(at + 1);
    if (Array.isArray(here) && typeof one === 'number') {
      const next = intoList(place, here, one, rest);
      if (next === null) return null;
      // In a row without names of its own each place has a meaning: it is a column.
      if (next === 'column') place = onward(place, `$[${one}]`);
      else place = next;
    } else if (place.week === null && DAY.test(String(one)) && isByDay(here)) {
      place = { ...place, week: KEY, listed: true };
    } else place = onward(place, step(String(one)));
    here = valueIn(here, [String(one)]);
  }
  return place;
}

function onward(place: Place, next: string): Place {
  if (place.week === null) return { ...place, start: [...place.start, next] };
  return { ...place, value: place.value === null ? next : `${place.value}.${next}` };
}

function intoList(place: Place, rows: unknown[], at: number, rest: ReplyPath): Place | 'column' | null {
  const row = rows[at];
  // In a row of a week only its own columns can be named.
  if (place.week !== null && (place.value !== null || rest.length > 0)) return null;
  // A list of plain values is a row of columns where it stands in a list itself.
  if (row === null || typeof row !== 'object') return place.listed && rest.length === 0 ? 'column' : rows.length === 1 ? place : null;
  const key = tellRow(rows, at, rest.map(String));
  if (!key) return null;
  // The list is the reply itself: a page's own entries.
  const start = place.start.length === 0 ? [PAGE] : place.start;
  const by = key.name && `${key.name.column.map(step).join('.')}`;
  const only = !key.name
    ? ''
    : typeof key.name.is === 'number'
      ? `[$string(${by}) = ${text(key.name.is)}]`
      : `[${by} = ${text(key.name.is)}]`;
  const week = key.week && (Array.isArray(row) ? `$[${key.week[0]}]` : key.week.map(step).join('.'));
  return { start: [...start.slice(0, -1), `${start.at(-1)}${only}`], value: null, week, listed: true };
}

/** `{"2026-11-02": 5, "2026-11-09": 7}`: all names are days. */
function isByDay(group: unknown): boolean {
  return group !== null && typeof group === 'object' && !Array.isArray(group) && Object.keys(group).every((name) => DAY.test(name));
}

/** Adds a line to a mapping: into its list where it is one, else beside what it gives. */
export function addLine(map: string, line: string): string {
  // A line that speaks of all pages beside one of weeks on a page: both are to speak of all.
  const before = map.trim().replace(/(?<![\w$.`])body((?:\.[\w`]+)*\.\{"metric")/g, 'pages$1');
  if (before === '' || before === '[]') return `[\n  ${line}\n]`;
  if (/^\[[\s\S]*\]$/.test(before)) return `${before.slice(0, -1).trimEnd().replace(/,$/, '')},\n  ${line}\n]`;
  return `$append(\n  ${before},\n  [${line}]\n)`;
}
