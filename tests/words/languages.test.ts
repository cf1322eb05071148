import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/words/languages';
import { blanks, byFile, langs, phrases, surfaces } from './surfaces';

const others = langs.filter((lang) => lang !== 'en');
const pairs = others.flatMap((lang) => surfaces.map((surface) => [lang, surface] as const));
const phrasesOf = (lang: string, surface: string) => phrases(byFile.get(`${lang}/${surface}`) ?? {});

describe('languages', () => {
  it('are the folders, English first, under their own names', () => {
    expect(languages()).toEqual([
      { lang: 'en', name: 'English' },
      { lang: 'ja', name: '日本語' },
    ]);
  });

  it.each(langs)('%s says of its words which language they are in', (lang) => {
    const told = surfaces.flatMap((surface) => [...phrasesOf(lang, surface)].filter(([key]) => /(^|\.)lang$/.test(key)));
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(([, forms]) => forms.other)).toEqual(told.map(() => lang));
  });
});

describe.each(pairs)('%s/%s', (lang, surface) => {
  const english = phrasesOf('en', surface);
  const own = phrasesOf(lang, surface);

  it('has every phrase that English has, and no other', () => expect([...own.keys()]).toEqual([...english.keys()]));

  it('has the same blanks', () => {
    const names = (map: typeof own) => Object.fromEntries([...map].map(([key, forms]) => [key, blanks(forms.other as string)]));
    expect(names(own)).toEqual(names(english));
  });
});

describe.each(langs.flatMap((lang) => surfaces.map((surface) => [lang, surface] as const)))('plurals of %s/%s', (lang, surface) => {
  const plural = [...phrasesOf(lang, surface)].filter(([, forms]) => Object.keys(forms).length > 1);
  const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.toSorted();

  it('have the forms that the language needs, each with the same blanks', () => {
    for (const [key, forms] of plural) {
      expect(Object.keys(forms).toSorted(), key).toEqual(needed);
      for (const form of Object.values(forms)) expect(blanks(form), key).toEqual(blanks(forms.other as string));
      expect(blanks(forms.other as string), key).toContain('{n}');
    }
  });
});
