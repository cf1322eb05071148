import { describe, expect, it } from 'vitest';
import { fill, inLang } from '@/lib/core/text';
import { textSchema } from '@/lib/core/text-schema';
import { langOf, preferencesSchema } from '@/lib/formats/preferences';
import { words as panel } from '@/lib/words/en/panel';
import { words as view } from '@/lib/words/en/view';
import { tell } from '@/lib/words/tell';
import { languagesIn, wordsIn } from '@/lib/words/words-in';

const found = {
  './en/panel.ts': panel,
  './en/view.ts': view,
  './fr/view.ts': {
    lang: 'fr',
    unknown: 'inconnu',
    why: { rule: 'Règle' },
    days: { one: '{n} jour', many: '{n} de jours', other: '{n} jours' },
  },
};
const french = wordsIn<typeof view>(found, 'view', 'fr');

describe('a third language', () => {
  it('is there with its folder', () => expect(languagesIn(found)).toEqual(['en', 'fr']));

  it('says what it has words for, and the rest in English', () => {
    expect(french.unknown).toBe('inconnu');
    expect(french.why).toEqual({ ...view.why, rule: 'Règle' });
    expect(french.noDate).toBe(view.noDate);
    expect([0, 1, 2].map((n) => tell(french.days, { n }, french.lang))).toEqual(['0 jour', '1 jour', '2 jours']);
    expect(tell(french.late, { n: 2 }, french.lang)).toBe('2 days late');
  });

  it('speaks English whole where it has no words of a surface, and where nobody has the language', () => {
    expect(wordsIn(found, 'panel', 'fr')).toEqual(panel);
    expect(wordsIn(found, 'view', 'xx')).toEqual(view);
  });

  it('is the same object each time', () => expect(wordsIn(found, 'view', 'fr')).toBe(french));

  it('is chosen by a person or by the browser, and English where nobody speaks what is wanted', () => {
    const chosen = (lang: string, browser: string) => langOf(preferencesSchema.parse({ lang }), browser, languagesIn(found));
    expect(chosen('fr', 'en-US')).toBe('fr');
    expect(chosen('auto', 'fr-CA')).toBe('fr');
    expect(chosen('auto', 'de')).toBe('en');
    expect(chosen('ja', 'fr')).toBe('en');
  });
});

describe('a text of a playbook', () => {
  const text = textSchema.parse({ en: 'Kickoff', fr: 'Lancement' });

  it('is said in its language, else in English', () => {
    expect(['en', 'fr', 'ja'].map((lang) => inLang(text, lang))).toEqual(['Kickoff', 'Lancement', 'Kickoff']);
  });

  it('is filled in each of its languages', () => {
    expect(fill({ en: '{item} is late', ja: '{item}が遅延' }, { item: text })).toEqual({ en: 'Kickoff is late', ja: 'Kickoffが遅延' });
  });

  it('must have English', () => expect(textSchema.safeParse({ fr: 'Lancement' }).success).toBe(false));
});
