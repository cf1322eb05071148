import { expect, it } from 'vitest';
import { readOptions } from '@/lib/cli/options';
import { readRecordOptions, USAGE } from './record-options';

const read = (...args: string[]) => readRecordOptions(readOptions(args, Object.keys(USAGE)));

it.each([
  [[], 'npm run fixture -- <address>'],
  [['--out', 'x'], 'npm run fixture -- <address>'],
  [['http://a.test/1'], 'npm run fixture -- <address>'],
  [['nowhere', '--out', 'x'], 'not an address: nowhere'],
  [['ftp://a.test/1', '--out', 'x'], 'not an address: ftp://a.test/1'],
  [['http://a.test/1', 'http://b.test/2', '--out', 'x'], 'of one console'],
  [['http://a.test/1', '--out', 'x', '--locale', 'x!'], '--locale'],
  [['http://a.test/1', '--out', 'x', '--colour', 'red'], 'unknown option --colour'],
])('says what is wrong with %j', (args, said) => {
  expect(() => read(...args)).toThrow(said);
});

it('splits what is said several times, and knows the order of day and month by the language', () => {
  const options = read('http://a.test/1', '--out', 'x', '--press', 'Usage|More', '--name', 'Maya', '--locale', 'en-GB', '--headed', 'yes');
  expect(options).toMatchObject({ press: ['Usage', 'More'], names: ['Maya'], keep: [], dayFirst: true, headed: true, console: 'a' });
  expect(read('http://a.test/1', '--out', 'x')).toMatchObject({ dayFirst: false, headed: false, zone: 'UTC' });
});
