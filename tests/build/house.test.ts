import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LONGEST = 200;
const files = execFileSync('git', ['ls-files', 'lib', 'components', 'entrypoints'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(ts|tsx)$/.test(file));
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;

describe('the house', () => {
  it('has no file of code over 200 lines; words are data', () => {
    const long = files.filter((file) => !file.startsWith('lib/words/') && linesOf(file) > LONGEST);
    expect(long.map((file) => `${linesOf(file)} ${file}`)).toEqual([]);
  });

  it('wires the background in under 400 lines', () => {
    const lines = files.filter((file) => file.startsWith('entrypoints/background/')).reduce((sum, file) => sum + linesOf(file), 0);
    expect(lines).toBeLessThan(400);
  });

  it('has no word of sentences in the code that may not have any', () => {
    const worded = files.filter(
      (file) => /^lib\/(keeper|actions)\//.test(file) && /[\u3040-\u30ff\u4e00-\u9fff]/.test(readFileSync(file, 'utf8')),
    );
    expect(worded).toEqual([]);
  });
});
