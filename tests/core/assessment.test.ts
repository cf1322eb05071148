import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { assessOf, day, entry, held, NOW, playbook, playbookJson, readings } from './make-account';

const contract = (daysAgo: number) => readings({ contractDate: day(-daysAgo) });
const mark = (item: string, state: string, daysAgo = 0, more: object = {}) => entry('item', { item, state, ...more }, daysAgo);
const changed = (change: (copy: typeof playbookJson) => void): Playbook => {
  const copy = structuredClone(playbookJson);
  change(copy);
  const { playbook: book, errors } = parsePlaybook(copy);
  expect(errors).toEqual([]);
  return book as Playbook;
};

describe('an assessment', () => {
  it('counts weeks from the contract', () => {
    const week = (daysAgo: number) => assessOf([contract(daysAgo)]).week;
    expect([week(-1), week(0), week(6), week(7), week(20), week(21)]).toEqual([null, 1, 1, 2, 3, 4]);
    expect([assessOf([]).week, assessOf([]).contractDay, assessOf([]).targetEnd]).toEqual([null, null, null]);
    expect(assessOf([contract(5)])).toMatchObject({
      contractDay: day(-5),
      targetEnd: day(playbook.targetDays - 5),
      today: day(0),
      at: NOW,
    });
    expect(assessOf([], { ...playbook, targetDays: 84 }).weeks).toBe(12);
    expect(assessOf([], { ...playbook, targetDays: 85 }).weeks).toBe(13);
  });
  it('tells of each weekly metric its value, where from, or why there is none', () => {
    const numbers = playbook.metrics.filter((metric) => metric.weekly && metric.type === 'number').map((metric) => metric.id);
    const [known, blank, unread] = numbers as [string, string, string];
    const of = (id: string) => assessOf([readings({ [known]: 5, [blank]: null })]).measurement.find((one) => one.metric === id);
    expect(of(known)).toMatchObject({ value: 5, source: 'page', where: `field ${known}`, seenAt: NOW - 3_600_000, missing: null });
    expect(of(blank)).toMatchObject({ value: null, source: 'page', missing: 'blank' });
    expect(of(unread)).toMatchObject({ value: null, source: null, where: '', seenAt: null, missing: 'not read yet' });
  });
  it('names sources that disagree, by day where it is a date', () => {
    const differs = (id: string, page: unknown, api: unknown) =>
      assessOf([readings({ [id]: page }), readings({ [id]: api }, 1, 'api')]).differences;
    expect(differs('seats', 5, 6)).toMatchObject([
      {
        metric: 'seats',
        values: [
          { source: 'page', value: 5, used: true, where: 'field seats', seenAt: NOW - 3_600_000 },
          { source: 'api', value: 6, used: false },
        ],
      },
    ]);
    expect([differs('seats', 5, 5), differs('seats', 5, null), differs('lastLogin', day(-3), `${day(-3)}T10:00:00Z`)]).toEqual([
      [],
      [],
      [],
    ]);
    expect([differs('lastLogin', day(-3), `${day(-4)}T10:00:00Z`).length, differs('plan', 'a', 'b').length]).toEqual([1, 1]);
    expect(differs('plan', '2026-11-20x', '2026-11-20y')).toEqual([]);
    expect([differs('activeUsers', 5, 6)[0]?.why, differs('seats', 5, 6)[0]?.why]).toEqual([
      playbook.metrics.find((metric) => metric.id === 'activeUsers')?.prefer?.why,
      null,
    ]);
  });
});

describe('the stage', () => {
  const stage = (entries: Entry[], book = playbook) => {
    const { id, since } = assessOf(entries, book).stage;
    return [id, since().day, since().days];
  };
  const ready = ['why', 'success', 'owner', 'decision', 'contract', 'promises'].map((name) => mark(`handoff-${name}`, 'done', 4));
  it('is the first whose end has not come, since the end of the one before', () => {
    expect(stage([])).toEqual(['handoff', null, null]);
    expect(stage([contract(9)])).toEqual(['handoff', day(-9), 9]);
    expect(stage([contract(9), ...ready])).toEqual(['kickoff', day(-4), 4]);
    expect(stage([contract(9), held('kickoff', 3)])).toEqual(['setup', day(-3), 3]);
    expect(stage([contract(-3)])).toEqual(['handoff', day(3), 0]);
  });
  it('is the one that a person set, also one that the playbook does not name', () => {
    const set = (id: string) => entry('stage', { stage: id, day: day(-2) });
    expect(stage([contract(9), set('use')])).toEqual(['use', day(-2), 2]);
    expect(assessOf([set('use')]).stage.name).toEqual(playbook.stages.find((one) => one.id === 'use')?.name);
    expect(assessOf([set('odd')]).stage.name).toEqual({ en: 'odd' });
  });
  it('stays at the last when all have ended', () => {
    const book = changed((copy) => void (copy.stages = [{ id: 'only', name: { en: 'Only' }, doneWhen: { held: 'kickoff' } }]));
    expect(stage([contract(9), held('kickoff', 3)], book)).toEqual(['only', day(-3), 3]);
  });
});

describe('the judgement', () => {
  const verdict = (confirmed: boolean, daysAgo = 1, more: object = {}) => held('completion', daysAgo, { verdict: { confirmed, ...more } });
  const judged = (offset: number, more: object = {}, criteria = ['met']) =>
    entry('judgement', {
      day: day(offset),
      onboarded: true,
      playbook: { id: 'p', version: 3 },
      criteria: criteria.map((state, at) => ({ id: `c${at}`, state, line: 'x' })),
      ...more,
    });
  const judgement = (...entries: Entry[]) => assessOf([contract(30), ...entries]).judgement;
  it('stands from its day on, with what was frozen', () => {
    expect(judgement(verdict(true), judged(0))).toMatchObject({
      onboarded: true,
      day: day(0),
      tookDays: 30,
      playbook: { id: 'p', version: 3 },
      frozen: [{ id: 'c0', state: 'met', line: 'x' }],
      ready: false,
    });
    expect(judgement(verdict(true), judged(1))).toMatchObject({
      onboarded: false,
      day: null,
      tookDays: null,
      playbook: null,
      frozen: null,
    });
    expect(assessOf([verdict(true), judged(0)]).judgement).toMatchObject({ onboarded: true, tookDays: null });
  });
  it('needs criteria, all of them met, a yes to onboarded, and the customer’s words', () => {
    const onboarded = (...entries: Entry[]) => judgement(...entries).onboarded;
    expect(onboarded(verdict(true), judged(0, {}, []))).toBe(false);
    expect(onboarded(verdict(true), judged(0, { onboarded: false }))).toBe(false);
    expect(onboarded(verdict(false), judged(0))).toBe(false);
    expect(onboarded(judged(0, { quote: 'It works' }))).toBe(true);
    expect(onboarded(judged(0, { quote: '' }))).toBe(false);
  });
  it('hears the last verdict, and quotes it before the mark', () => {
    expect(judgement(verdict(true, 5), verdict(false, 2)).qualitative).toBe('denied');
    expect(judgement(verdict(true, 5), held('briefing', 1)).qualitative).toBe('confirmed');
    expect(judgement(verdict(true, -1)).qualitative).toBe('unknown');
    expect(judgement(verdict(true, 5, { quote: 'Good', who: 'Mori' }), judged(0, { quote: 'Fine', who: 'Ben' })).quote).toEqual({
      text: 'Good',
      who: 'Mori',
      day: day(-5),
    });
    expect(judgement(verdict(true, 5, { quote: 'Good' })).quote).toEqual({ text: 'Good', who: '', day: day(-5) });
    expect(judgement(verdict(true, 5), judged(0, { quote: 'Fine', who: 'Ben' })).quote).toEqual({ text: 'Fine', who: 'Ben', day: day(0) });
    expect(judgement(judged(0, { quote: 'Fine' })).quote?.who).toBe('');
    expect([judgement(judged(1, { quote: 'Fine' })).quote, judgement(verdict(true)).quote]).toEqual([null, null]);
  });
});
