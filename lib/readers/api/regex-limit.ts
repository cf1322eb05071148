/** Steps that a pattern may take at worst; about a second. */
const MOST_STEPS = 3e8;
const LEAST_TEXT = 20;

/**
 * How long a text a regular expression may be tried on, so that it ends soon whatever the text is. A backtracking engine
 * tries a pattern with k open-ended parts in about n^(k+1) / k! ways on a text of n signs, and each choice multiplies them.
 * @returns 0 for a pattern that nobody can answer for: a repeated group that may itself match in several ways, a back reference
 */
export function longestText(source: string): number {
  const pattern = plainly(source);
  if (/\\[1-9]|\\k</.test(source) || repeatsChoice(pattern)) return 0;
  const open = [...pattern.matchAll(/[*+]|\{\d+,/g)].length;
  const maybe = [...pattern.matchAll(/(?<![*+?}])\?/g)].length;
  const either = pattern.split('|').length - 1;
  const ways = 2 ** (maybe + either) / factorial(open);
  const longest = Math.floor((MOST_STEPS / ways) ** (1 / (open + 1)));
  return longest < LEAST_TEXT ? 0 : longest;
}

/** The pattern with every escaped sign and every class of signs as one plain sign, and every group as a plain one. */
function plainly(source: string): string {
  return source
    .replace(/\\[\s\S]/g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(');
}

/** Whether a group that may be repeated holds a choice: alternatives, or a repetition of its own. */
function repeatsChoice(pattern: string): boolean {
  const starts: number[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern[at] === '(') starts.push(at);
    if (pattern[at] !== ')') continue;
    const inside = pattern.slice((starts.pop() ?? 0) + 1, at);
    if (/^(?:[*+]|\{\d+(?:,|\}))/.test(pattern.slice(at + 1)) && /[*+?|]|\{\d+,/.test(inside)) return true;
  }
  return false;
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** `RegExp` whose patterns are tried only on texts for which they end soon. */
export const LimitedRegExp = new Proxy(RegExp, {
  construct(target, [pattern]: [RegExp]) {
    const regex = new target(pattern);
    const longest = longestText(regex.source);
    if (longest === 0) throw new Error(`the pattern /${regex.source}/ may take for ever: no repetition within a repetition`);
    const exec = regex.exec.bind(regex);
    regex.exec = (text) => {
      if (text.length > longest) throw new Error(`the pattern /${regex.source}/ is tried on texts of ${longest} signs at most`);
      return exec(text);
    };
    return regex;
  },
});
