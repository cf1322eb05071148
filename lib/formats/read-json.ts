import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { ParsedConsole } from './console-file';
import { parseConsole } from './console-file';

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** JSON, or why it is none with line and column; engines word this differently or leave it out, so the place is worked out here. */
export function readJson(text: string): { data: unknown; error: null } | { data: null; error: string } {
  try {
    return { data: JSON.parse(text), error: null };
  } catch {
    const before = linesOf(text.slice(0, firstMistake(text)));
    return { data: null, error: `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: not JSON` };
  }
}

/** Reads a console file; each error names the field, and the line on which the field stands. */
export function readConsoleText(text: string): ParsedConsole {
  const json = readJson(text);
  if (json.error !== null) return { console: null, errors: [json.error] };
  const parsed = parseConsole(json.data);
  if (parsed.console) return parsed;
  const root = treeOf(text).root;
  return { console: null, errors: parsed.errors.map((error) => withLineIn(text, root, error)) };
}

/** `fields[2].parse: …` → `line 31, fields[2].parse: …`; what is missing stands on the line of what should hold it. */
export function withLine(text: string, error: string): string {
  return withLineIn(text, treeOf(text).root, error);
}

function withLineIn(text: string, root: Node | null, error: string): string {
  if (error.startsWith('(file):')) return `line 1, ${error}`;
  return root ? `line ${linesOf(text.slice(0, offsetOf(root, error))).length}, ${error}` : error;
}

const linesOf = (text: string) => text.split(/\r\n|\r|\n/);

/** The tree of a text and what is wrong with it; no tree where it nests deeper than can be walked. */
function treeOf(text: string): { root: Node | null; mistakes: ParseError[] } {
  const mistakes: ParseError[] = [];
  try {
    return { root: parseTree(text, mistakes, STRICT) ?? null, mistakes };
  } catch {
    return { root: null, mistakes };
  }
}

/** Where a text stops being JSON; its end where nothing but the nesting is wrong. */
function firstMistake(text: string): number {
  return Math.min(
    text.length,
    ...treeOf(text)
      .mistakes.slice(0, 1)
      .map((mistake) => mistake.offset),
  );
}

/** Where the place stands with which an error begins: its key where it has one. */
function offsetOf(root: Node, error: string): number {
  let at = root;
  let rest = error.startsWith('[') ? error : `.${error}`;
  for (let next = stepInto(at, rest); next; next = stepInto(at, rest)) {
    at = next.node;
    rest = rest.slice(next.length);
  }
  return at.parent?.type === 'property' ? at.parent.offset : at.offset;
}

/** The part of a node that the text names first, and how much of the text names it. Keys may hold dots, brackets and colons. */
function stepInto(node: Node, rest: string): { node: Node; length: number } | null {
  const parts = (node.children ?? []).flatMap((part, at) => {
    if (node.type === 'array') return { name: `[${at}]`, node: part };
    const [key, value] = part.children ?? [];
    return key && value ? { name: `.${key.value}`, node: value } : [];
  });
  const named = parts.filter(({ name }) => rest.startsWith(name) && /^[.:[]/.test(rest.slice(name.length)));
  const length = Math.max(...named.map(({ name }) => name.length));
  // Of equal keys the last is the one that counts.
  const found = named.findLast(({ name }) => name.length === length);
  return found ? { node: found.node, length } : null;
}
