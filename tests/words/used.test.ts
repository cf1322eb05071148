import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '@/lib/core/account/problem';
import { engineCodes } from '@/lib/core/assess/sentence';
import { apiTroubleKinds } from '@/lib/core/view/api-trouble-kinds';
import { byFile, surfaces } from './surfaces';

const files = execFileSync('git', ['ls-files', 'lib', 'components', 'entrypoints'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !/^lib\/words\/[a-z-]+\//.test(file));
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

/** The files that speak with a surface's words: they name its type or ask for it. */
const speaks: Record<string, RegExp> = {
  panel: /\b[pP]anelWords\b/,
  log: /\b[lL]ogWords\b/,
  settings: /\b[sS]ettingsWords\b|StepProps/,
  connect: /\b[cC]onnectWords\b|StepProps/,
  teach: /\b[tT]eachWords\b/,
  requests: /\b[rR]equestWords\b/,
  hooks: /\b[hH]ookWords\b/,
  view: /\bViewSetting\b|\bViewSentences\b|\bLineSetting\b|\bViewWords\b/,
  deliver: /\bdeliverWords\b/,
  keeping: /\b[kK]eepingWords\b/,
};

/** What words are called where they are used. */
const holder = /\b(?:words|steps|options|keeping|w|t|h|api|drift|deliverWords\(\w+(?:\.\w+)?\))\??((?:\.\w+)+)/g;
const taken = /\{([^{}]*)\} = (?:\w+\.)*(?:words|\w*[wW]ords\(.*?\))[;,\n]/g;

/** Groups that are looked up by what data say, so that no source names their keys. */
const byData =
  /^(by|wrongBy|nobody|refusals|checkHolds|checkPlaces|parses|auths|grades|types|outcomes|sentiments|urgencies|states|kinds|owners|ownerSigns|sources|sourceHeads|events|counts|titles|scopes|driftScopes|driftBecause|languages|themes|holidayKinds|shortcutNames|filters|sorts|fields|requestFields|items|marks|suggestions)$/;

function namesIn(source: string): string[] {
  const told = [...source.matchAll(holder)].flatMap(([, path = '']) => path.slice(1).split('.'));
  const lists = [...source.matchAll(taken)].flatMap(([, list = '']) => list.split(',').map((one) => one.trim()));
  // Where words are looked up, their names stand in the source as strings, or in the types of what the view says.
  const lookedUp = /\bwords\[/.test(source) ? [...source.matchAll(/'(\w+)'/g)].map(([, name = '']) => name) : [];
  return [...told, ...lists, ...lookedUp];
}

function keys(words: object): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const isGroup = typeof value === 'object' && !Array.isArray(value) && !('other' in value);
    return [key, ...(isGroup && !byData.test(key) ? keys(value) : [])];
  });
}

describe('words', () => {
  it.each(Object.keys(speaks))('of %s are all used', (surface) => {
    const speaker = speaks[surface] as RegExp;
    const used = new Set([...sources.values()].filter((source) => speaker.test(source)).flatMap(namesIn));
    const dead = keys(byFile.get(`en/${surface}`) ?? {}).filter((key) => key !== 'lang' && !used.has(key));
    // `words[stall.severity]`
    expect(dead).toEqual(surface === 'view' ? ['stall', 'watch'] : []);
  });

  it('of codes are those of the lists', () => {
    expect(Object.keys(byFile.get('en/problems') ?? {})).toEqual([...problemCodes]);
    expect(Object.keys(byFile.get('en/engine') ?? {})).toEqual([...engineCodes]);
    expect(Object.keys((byFile.get('en/view') as { api: { titles: object } }).api.titles)).toEqual([...apiTroubleKinds]);
  });

  it('have no surface that nobody looks after', () => {
    expect(surfaces.toSorted()).toEqual([...Object.keys(speaks), 'engine', 'name', 'problems'].toSorted());
  });
});
