import jsonata from 'jsonata';
import { once } from '@/lib/core/once';
import { LimitedRegExp } from './regex-limit';
import { Scale } from './weigh';

/** A mapping comes from a file and runs on what a server sent: whatever they are, an evaluation ends within seconds. */
const LIMITS = { timeout: 2000, stack: 500, sequence: 200_000 };
const WIDEST = 10_000;
const LONGEST_TIME = 40;
const LONGEST_PICTURE = 200;
const MOST_PARTS = 9;
/** Members times weight: all are compared with all. */
const MOST_COMPARED = 1e9;

/** JSONata tells what is bound to this symbol each result of a part of an expression. */
const ON_EXIT = Symbol.for('jsonata.__evaluate_exit');

/**
 * Compiles JSONata so that every evaluation ends soon. Its own limits are looked at between steps only; what runs within
 * one step has limits here: patterns, padding, pictures of times, comparing all with all, and the size of any value.
 * @throws JSONata's own error with `position`
 */
export async function compileMapping(expression: string): Promise<jsonata.Expression> {
  const compiled = jsonata(expression, { ...LIMITS, RegexEngine: LimitedRegExp });
  const scale = new Scale();
  // The symbol is a name to JSONata, though not to its types.
  compiled.assign(ON_EXIT as unknown as string, (_expression: unknown, _input: unknown, _frame: unknown, result: unknown) => {
    scale.weigh(result);
  });
  const { pad, toMillis, fromMillis, distinct } = await natives();
  limit(compiled, 'pad', '<s-ns?:s>', pad, (_text, width) => Math.abs(Number(width)) <= WIDEST);
  limit(
    compiled,
    'toMillis',
    '<s-s?:n>',
    toMillis,
    (text, picture) => isShortPicture(picture) && (!picture || lengthOf(text) <= LONGEST_TIME),
  );
  limit(compiled, 'fromMillis', '<n-s?s?:s>', fromMillis, (_ms, picture) => isShortPicture(picture));
  limit(compiled, 'distinct', '<x:x>', distinct, (list) => !Array.isArray(list) || list.length * scale.weigh(list) <= MOST_COMPARED);
  return compiled;
}

type Native = (this: jsonata.Focus, ...values: unknown[]) => unknown;

function limit(compiled: jsonata.Expression, name: string, signature: string, native: Native, fits: (...values: unknown[]) => boolean) {
  compiled.registerFunction(
    name,
    function (...values) {
      if (!fits(...values)) throw new Error(`$${name} is not for values as large as these`);
      return native.apply(this, values);
    },
    signature,
  );
}

/** A picture of a time becomes a pattern in which each part may be of any length, or is padded to the width it names. */
function isShortPicture(picture: unknown): boolean {
  if (typeof picture !== 'string') return true;
  return picture.length <= LONGEST_PICTURE && picture.split('[').length - 1 <= MOST_PARTS && !/[,-]\s*\d{3,}/.test(picture);
}

const lengthOf = (text: unknown) => (typeof text === 'string' ? text.length : 0);

/** JSONata's own functions, which it gives out as values only. */
const natives = once(async () => {
  const native = async (name: string): Promise<Native> => (await jsonata(`$${name}`).evaluate(null)).implementation;
  return {
    pad: await native('pad'),
    toMillis: await native('toMillis'),
    fromMillis: await native('fromMillis'),
    distinct: await native('distinct'),
  };
});
