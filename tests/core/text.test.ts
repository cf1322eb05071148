import { describe, expect, it } from 'vitest';
import { conditionLine } from '@/lib/core/conditions/condition-line';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { fill, inLang } from '@/lib/core/text';
import { textSchema } from '@/lib/core/text-schema';
import { makeView } from '@/lib/core/view/make-view';
import { viewWords } from '@/lib/words/view-words';
import { assessOf, day, NOW, playbookJson, readings, ZONE } from './make-account';

describe('a text', () => {
  it('needs English and may be told in any other language', () => {
    const accepted = (text: unknown) => textSchema.safeParse(text).success;
    expect(accepted({ en: 'Yes' })).toBe(true);
    expect(accepted({ en: 'Yes', ja: 'はい', de: 'Ja', 'zh-Hans': '是', 'pt-BR': 'Sim' })).toBe(true);
    for (const wrong of [
      { ja: 'はい' },
      { en: '' },
      { en: 'Yes', ja: '' },
      { en: 'Yes', ja: 5 },
      { en: 'Yes', German: 'Ja' },
      { en: 'Yes', '': 'x' },
      'Yes',
      null,
    ])
      expect([wrong, accepted(wrong)]).toEqual([wrong, false]);
  });
  it('is read in its language, in that language elsewhere, or in English', () => {
    const text = { en: 'Yes', ja: 'はい', pt: 'Sim' };
    expect(['ja', 'ja-JP', 'pt-BR', 'de', 'toString', '__proto__'].map((lang) => inLang(text, lang))).toEqual([
      'はい',
      'はい',
      'Sim',
      'Yes',
      'Yes',
      'Yes',
    ]);
    expect(inLang(undefined, 'ja')).toBeUndefined();
  });
  it('is filled in every language it has, from values in that language or English', () => {
    const text = { en: '{item} for {n} days{gap}', de: '{item} seit {n} Tagen{gap}' };
    expect(fill(text, { item: { en: 'Data', ja: 'データ' }, n: 3 })).toEqual({ en: 'Data for 3 days{gap}', de: 'Data seit 3 Tagen{gap}' });
  });
});

describe('a playbook in three languages', () => {
  it('shows each where it is told, and English where it is not', () => {
    const copy = structuredClone(playbookJson);
    copy.stages[0].name = { en: 'Handoff', de: 'Übergabe' };
    copy.plays[0].name = { en: 'Handoff', de: 'Übergabe', ja: '引き継ぎ' };
    copy.metrics.find((one: { id: string }) => one.id === 'seats').name = { en: 'Seats' };
    const { playbook, errors } = parsePlaybook(copy);
    expect(errors).toEqual([]);
    const book = playbook as Playbook;
    const a = assessOf([readings({ contractDate: day(-3) })], book);
    const around = { name: null, pageAt: null, apiAt: null, hasApi: false, trouble: null, drifts: [] };
    const view = (lang: string) =>
      makeView(a, around, { playbook: book, lang, words: viewWords(lang), zone: ZONE, now: NOW, today: a.today });
    const play = (lang: string) => view(lang).plays.find((one) => one.id === 'handoff')?.name;
    expect(['en', 'de', 'ja', 'fr'].map(play)).toEqual(['Handoff', 'Übergabe', '引き継ぎ', 'Handoff']);
    expect(view('de').meta.join()).toContain('Übergabe');
    expect(conditionLine({ metric: 'seats', is: '>', value: 3 }, { playbook: book, lang: 'ja', words: viewWords('ja') })).toBe('Seats > 3');
  });
});
