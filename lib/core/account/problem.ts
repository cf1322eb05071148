/** Why a value is unknown. A closed list: whoever words or counts problems goes by these, never by sentences. */
export const problemCodes = [
  'blank',
  'not found',
  'being edited',
  'never read',
  'not configured',
  'not a selector',
  'several values',
  'not a number',
  'more than a number',
  'not a count',
  'not a pair',
  'not a date',
  'not a time',
  'no such day',
  'which order',
  'which sign',
  'which language',
  'neither yes nor no',
  'not a duration',
  'in the future',
  'not read yet',
  'no reading yet',
  'not in the playbook',
  'no value that week',
  'too few weeks',
  'too few users',
  'contract date unknown',
  'no due day',
  'part above whole',
  'whole is zero',
  'nothing to compare',
  'no pace band',
  'cleared by hand',
  'not in the reply',
  'several in the reply',
  'not a plain value',
  'not a text',
  'which number',
  'not a week',
  'days, not weeks',
  'no rows',
  'fewer weeks',
  'weeks end early',
  'page twice',
  'rows twice',
  'cursor stands still',
  'more pages',
  'unknown',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

const LONGEST = 500;

/** A problem as a reading carries it: the code, and behind a colon what was seen. */
export function problemText(code: ProblemCode, detail = ''): string {
  return (detail === '' ? code : `${code}: ${detail}`).slice(0, LONGEST);
}

/** As journals say it that were written before there was a list. */
const EARLIER: [RegExp, ProblemCode][] = [
  [/^stands \d+ times on the page/, 'several values'],
  [/^not a number in /, 'not a number'],
  [/^not a pair of numbers/, 'not a pair'],
  [/^the order of day and month/, 'which order'],
  [/^lies in the future/, 'in the future'],
  [/^(?:no value for that week|unknown that week)/, 'no value that week'],
];

/** Undoes `problemText`; `unknown` with the whole text for what is on no list. */
export function parseProblem(text: string): { code: ProblemCode; detail: string } {
  const code = problemCodes.find((one) => text === one || text.startsWith(`${one}: `));
  if (code) return { code, detail: text.slice(code.length + 2) };
  const earlier = EARLIER.find(([pattern]) => pattern.test(text));
  return earlier ? { code: earlier[1], detail: text.slice(text.indexOf(': ') + 1).trim() } : { code: 'unknown', detail: text };
}
