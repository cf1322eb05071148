import { expect, it } from 'vitest';
import { readGroups } from '../mutants/groups';
import { count, interval, type Mutant, survivors } from '../mutants/score';

const mutant = (status: string, line = 1, column = 1, length = 3): Mutant => ({
  status,
  mutatorName: 'StringLiteral',
  replacement: '""',
  location: { start: { line, column }, end: { line, column: column + length } },
});
const report = (...mutants: Mutant[]) => ({ files: { 'lib/a.ts': { source: 'one\ntwo three', mutants } } });

it('a mutant that hangs is killed, one that no test reaches is not; ignored and broken ones do not count', () => {
  const all = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError', 'RuntimeError', 'Pending'];
  expect(count(report(...all.map((status) => mutant(status))))).toEqual({ killed: 2, hung: 1, tested: 4 });
});

it.each([
  [81, 100, 0.7222, 0.8749],
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
])('the interval of %i in %i', (killed, tested, low, high) => {
  expect(interval(killed, tested).low).toBeCloseTo(low, 3);
  expect(interval(killed, tested).high).toBeCloseTo(high, 3);
});

it('tells where each survivor is, and what stood there', () => {
  expect(survivors(report(mutant('Survived', 2, 5, 5), mutant('Killed'), mutant('NoCoverage')))).toEqual([
    'lib/a.ts:1:1  one  →  ""  (no test comes here)',
    'lib/a.ts:2:5  three  →  ""',
  ]);
});

it('the groups hold what the goals are about, and no file twice', () => {
  const groups = readGroups();
  expect(groups.map(({ name, goal }) => `${name} ${goal}`)).toEqual([
    ...['core 0.85', 'keeper 0.85', 'actions 0.85', 'messages 0.85'],
    ...['store 0.75', 'page 0.75', 'api 0.75'],
  ]);
  const files = groups.flatMap((group) => group.files);
  expect(files).toEqual(expect.arrayContaining(['lib/core/day.ts', 'lib/readers/page/parse/parse-date.ts', 'lib/readers/page/locate.ts']));
  expect(new Set(files).size).toBe(files.length);
  expect(files.filter((file) => /words\.ts$/.test(file))).not.toContain('lib/core/view/words.ts');
});
