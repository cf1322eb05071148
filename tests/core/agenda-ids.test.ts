import { describe, expect, it } from 'vitest';
import { isDone } from '@/components/log/log-fields';
import { foldAccount } from '@/lib/core/account/fold-account';
import { sentenceId } from '@/lib/core/assess/sentence';
import type { ViewSetting } from '@/lib/core/view/evidence-line';
import { logChoices } from '@/lib/core/view/log-choices';
import { viewWords } from '@/lib/words/view-words';
import { assessOf, day, entry, held, NOW, playbook, readings, ZONE } from './make-account';

const entries = [
  readings({ contractDate: day(-30), seats: 3 }),
  held('kickoff', 9),
  entry('item', { item: 'setup-data', state: 'blocked', owner: 'customer' }),
];
const agendas = (lang: string) => {
  const s: ViewSetting = { playbook, lang, words: viewWords(lang), zone: ZONE, now: NOW, today: day(0) };
  return logChoices(assessOf(entries), foldAccount('sample/a', entries), s).plays.flatMap((play) => play.agenda);
};

describe('points of an agenda', () => {
  it('keep their id when the language changes', () => {
    const [en, ja] = [agendas('en'), agendas('ja')];
    expect(en.length).toBeGreaterThan(10);
    expect(ja.map((point) => point.id)).toEqual(en.map((point) => point.id));
    expect(ja.map((point) => point.text)).not.toEqual(en.map((point) => point.text));
  });
  it('of the engine are told apart by what they are about', () => {
    const finish = (item: string) => sentenceId({ code: 'finish', values: { item: { en: item, ja: '項目' } } });
    expect(finish('Data')).toBe('finish: Data');
    expect(finish('Roles')).not.toBe(finish('Data'));
    expect(agendas('ja').map((point) => point.id)).toContain('finish: Data and migration');
  });
  it('are no longer than what an entry holds', () => {
    expect(sentenceId({ text: { en: 'x'.repeat(900) } })).toHaveLength(500);
    expect(sentenceId({ code: 'users', values: { names: 'y'.repeat(900) } })).toHaveLength(500);
  });
  it('are done by id, and by their text where they were logged before points had ids', () => {
    const point = { id: 'Scope', text: '範囲' };
    expect([isDone(point, ['Scope']), isDone(point, ['範囲']), isDone(point, ['Other']), isDone(point, [])]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
