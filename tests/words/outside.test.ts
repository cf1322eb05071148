import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Files that read what people and pages write: their words are looked for, never shown. */
const READS = [
  /^lib\/core\/note\//,
  /^lib\/readers\//,
  // Which label stands for the id, which for the name, and "6 of 8" on a page.
  /^entrypoints\/options\/wizard\/IdStep\.tsx$/,
  /^entrypoints\/options\/wizard\/use-look\.ts$/,
  /^entrypoints\/teach\//,
  // How a name is called in a note.
  /^lib\/store\/name-in\.ts$/,
];
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

const files = execFileSync('git', ['ls-files', 'lib', 'components', 'entrypoints'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('lib/words/'));

/** A file's code without its comments, which may show examples. */
const codeOf = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

describe('outside of lib/words', () => {
  it('there is no sentence in Japanese', () => {
    const speaking = files.filter((file) => !READS.some((one) => one.test(file)) && JAPANESE.test(codeOf(file)));
    expect(speaking).toEqual([]);
  });

  it('nothing is decided by which language it is', () => {
    // English stands in where a text says nothing in a language.
    const told = files.filter((file) => !READS.some((one) => one.test(file)) && file !== 'lib/core/text.ts');
    const deciding = told.filter((file) => /[!=]== '(?:ja|en)'/.test(codeOf(file)));
    expect(deciding).toEqual([]);
  });

  it('the core needs no words of ours', () => {
    const core = files.filter((file) => file.startsWith('lib/core/'));
    expect(core.filter((file) => codeOf(file).includes('lib/words'))).toEqual([]);
  });

  it('nothing fills a blank by itself', () => {
    const filling = files.filter((file) => !READS.some((one) => one.test(file)) && /\.replace\('\{\w+\}'/.test(codeOf(file)));
    expect(filling.filter((file) => file !== 'entrypoints/sidepanel/use-log.ts')).toEqual([]);
  });
});
