/** Steps into a reply: names of members, and numbers for places in lists. */
export type ReplyPath = (string | number)[];

const PLAIN = /^[A-Za-z_]\w*$/;
const RESERVED = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

const step = (name: string) => (PLAIN.test(name) && !RESERVED.has(name) ? name : `\`${name}\``);

/** A path as JSONata: `body.data[0].seats`; names that are no plain words stand in backquotes. */
export function jsonataPath(path: ReplyPath): string {
  return path.reduce<string>(
    (text, one) => (typeof one === 'number' ? `${text}[${one}]` : text === '' ? step(one) : `${text}.${step(one)}`),
    '',
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}/;
const WEEK_NAME = /week|date|day|period|start|週|日付/i;

/**
 * A value clicked in a reply as a line of a mapping. Inside a list of objects it stands for all of them, by week where
 * a neighbour holds a day: that is what a list of usage is.
 */
export function mappingLine(metric: string, path: ReplyPath, reply: unknown): string {
  const at = path.findLastIndex((one) => typeof one === 'number');
  const rows = at >= 0 ? valueAt(reply, path.slice(0, at)) : null;
  const own = at >= 0 ? path.slice(at + 1) : path;
  const week = Array.isArray(rows) && own.length === 1 ? weekIn(rows[0]) : null;
  if (week === null) return `{"metric": ${JSON.stringify(metric)}, "value": body.${jsonataPath(path)}}`.replace('body.[', 'body[');
  const list = jsonataPath(path.slice(0, at));
  const day = `$substring(${step(week)}, 0, 10)`;
  return `body${list === '' ? '' : `.${list}`}.{"metric": ${JSON.stringify(metric)}, "value": ${jsonataPath(own)}, "week": ${day}}`;
}

function weekIn(row: unknown): string | null {
  if (row === null || typeof row !== 'object') return null;
  const days = Object.entries(row).filter(([, value]) => typeof value === 'string' && DAY.test(value));
  return (days.find(([name]) => WEEK_NAME.test(name)) ?? days[0])?.[0] ?? null;
}

function valueAt(reply: unknown, path: ReplyPath): unknown {
  return path.reduce<unknown>(
    (value, one) => (value !== null && typeof value === 'object' ? (value as Record<string | number, unknown>)[one] : undefined),
    reply,
  );
}

/** Adds a line to a mapping: into its list where it is one, else beside what it gives. */
export function addLine(map: string, line: string): string {
  const text = map.trim();
  if (text === '') return `[\n  ${line}\n]`;
  if (/^\[[\s\S]*\]$/.test(text)) return `${text.slice(0, -1).trimEnd().replace(/,$/, '')},\n  ${line}\n]`;
  return `$append(\n  ${text},\n  [${line}]\n)`;
}
