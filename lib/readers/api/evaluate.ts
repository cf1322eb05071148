import jsonata from 'jsonata';

/** What one evaluation may take: ms, depth of calls, length of a list. */
const LIMITS = { timeout: 2000, stack: 400, sequence: 200_000 };
/** Longest text that `$pad` makes. */
const LONGEST_PAD = 10_000;

/**
 * Evaluates JSONata that people wrote, imported or got from a reply's paging: within a time, a depth and a length, none of
 * which an expression can get around. Regular expressions that can take for ever, and code made from text, are refused.
 * @throws Error that carries the character at which it happened
 */
export async function evaluate(expression: string, input: unknown): Promise<unknown> {
  try {
    const compiled = jsonata(expression, LIMITS);
    refuseSlow(compiled.ast());
    compiled.registerFunction('eval', () => {
      throw new Error('$eval is not allowed');
    });
    compiled.registerFunction('pad', (text: string, width: number, sign = ' ') => padded(text, width, sign), '<s-ns?:s>');
    return await compiled.evaluate(input);
  } catch (error) {
    const { message, position } = error as { message?: string; position?: number };
    throw new Error(`mapping, character ${position ?? '?'}: ${message ?? 'not readable'}`);
  }
}

/** As JSONata's own: to the right for a positive width, to the left for a negative one. */
function padded(text: string, width: number, sign: string): string {
  const wide = Math.min(LONGEST_PAD, Math.abs(width));
  return width < 0 ? text.padStart(wide, sign || ' ') : text.padEnd(wide, sign || ' ');
}

/** A repeated group that repeats within itself, or chooses: `(a+)+`, `(a|a)*`. On a text that almost fits it never ends. */
const NESTED = /\((?:[^()\\]|\\.)*(?:[+*}|])(?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,\d*\})/;
/** Groups within repeated groups are not looked into; they are not needed to read a reply. */
const DEEP = /\((?:[^()\\]|\\.)*\((?:[^()\\]|\\.)*\)(?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,\d*\})/;

function refuseSlow(node: unknown): void {
  if (node instanceof RegExp) {
    if (NESTED.test(node.source) || DEEP.test(node.source)) throw new Error(`this regular expression may take for ever: /${node.source}/`);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  for (const part of Object.values(node)) refuseSlow(part);
}
