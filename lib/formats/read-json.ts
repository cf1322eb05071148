import { messageOf } from '@/lib/core/message-of';
import type { ParsedConsole } from './console-file';
import { parseConsole } from './console-file';

/** JSON, or why it is none with line and column; engines word this differently, so the place is worked out here. */
export function readJson(text: string): { data: unknown; error: null } | { data: null; error: string } {
  try {
    return { data: JSON.parse(text), error: null };
  } catch (error) {
    const message = messageOf(error);
    const at = /position (\d+)/.exec(message)?.[1];
    const lineColumn = /line (\d+) column (\d+)/.exec(message);
    if (lineColumn) return { data: null, error: `line ${lineColumn[1]}, column ${lineColumn[2]}: not JSON` };
    const before = text.slice(0, at ? Number(at) : text.length).split('\n');
    return { data: null, error: `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: not JSON` };
  }
}

/** Reads a console file; each error names the field, and the line on which the field stands. */
export function readConsoleText(text: string): ParsedConsole {
  const json = readJson(text);
  if (json.error !== null) return { console: null, errors: [json.error] };
  const parsed = parseConsole(json.data);
  return parsed.console ? parsed : { console: null, errors: parsed.errors.map((error) => withLine(text, error)) };
}

/** `fields[2].parse: …` → `line 31, fields[2].parse: …`. */
export function withLine(text: string, error: string): string {
  const place = error.slice(0, error.indexOf(':'));
  const line = place === '(file)' ? 1 : lineOf(text, place);
  return line === null ? error : `line ${line}, ${error}`;
}

/** The line on which a place stands in JSON text; where it is missing, the line of what should hold it. */
function lineOf(text: string, place: string): number | null {
  const steps = [...place.matchAll(/[^.[\]]+/g)].map(([step]) => step);
  let at = 0;
  for (const step of steps) {
    const next = /^\d+$/.test(step) ? elementAt(text, at, Number(step)) : keyAt(text, at, step);
    if (next === null) break;
    at = next;
  }
  return text.slice(0, at).split('\n').length;
}

/** Where the value of a key begins, in the object that begins at or after `from`. */
function keyAt(text: string, from: number, key: string): number | null {
  for (const token of tokens(text, from)) {
    if (token.depth === 1 && token.key === key) return token.at;
  }
  return null;
}

function elementAt(text: string, from: number, index: number): number | null {
  let count = 0;
  for (const token of tokens(text, from)) {
    if (token.depth === 1 && token.starts && count++ === index) return token.at;
  }
  return null;
}

interface Token {
  at: number;
  depth: number;
  key: string | null;
  starts: boolean;
}

/** Walks the container that begins at or after `from`; enough of JSON to find places in text that parsed before. */
function* tokens(text: string, from: number): Generator<Token> {
  let depth = 0;
  let starts = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (/\s|:/.test(sign)) continue;
    if (sign === ',') {
      starts = true;
      continue;
    }
    if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) return;
      continue;
    }
    if (sign === '"') {
      const end = endOfString(text, at);
      const isKey = /^\s*:/.test(text.slice(end + 1, end + 20));
      yield { at, depth, key: isKey ? JSON.parse(text.slice(at, end + 1)) : null, starts };
      at = end;
    } else {
      yield { at, depth, key: null, starts };
      if (sign === '{' || sign === '[') {
        depth += 1;
        starts = true;
        continue;
      }
      while (at + 1 < text.length && /[^\s,}\]]/.test(text[at + 1] as string)) at += 1;
    }
    starts = false;
  }
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
