/** What stands on the command line after the command's name. */
export interface Options {
  values: string[];
  named: Map<string, string>;
}

/** A mistake of the caller's: told in one line, without a stack. */
export class Mistake extends Error {}

/** Splits arguments: `--name value` and the rest. Unknown names are mistakes, not silence. */
export function readOptions(args: string[], known: string[]): Options {
  const values: string[] = [];
  const named = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (!arg.startsWith('--')) {
      values.push(arg);
      continue;
    }
    const [name = '', inline] = arg.slice(2).split(/=(.*)/s);
    if (!known.includes(name)) throw new Mistake(`unknown option --${name}; known: ${known.map((one) => `--${one}`).join(' ')}`);
    const value = inline ?? args[at + 1];
    if (inline === undefined) at += 1;
    if (value === undefined) throw new Mistake(`--${name} needs a value`);
    named.set(name, value);
  }
  return { values, named };
}
