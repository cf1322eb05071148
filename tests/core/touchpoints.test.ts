import { describe, expect, it } from 'vitest';
import type { Sentence } from '@/lib/core/assess/sentence';
import { sentenceText } from '@/lib/core/view/sentence-text';
import { viewWords } from '@/lib/words/view-words';
import { assessOf, day, entry, held, readings, weekly } from './make-account';

/** A sentence as the panel says it in English; none says nothing. */
const english = (sentence: Sentence | undefined) => (sentence ? sentenceText(sentence, { lang: 'en', words: viewWords('en') }) : null);
const first = (entries: Parameters<typeof assessOf>[0]) => assessOf(entries).touchpoints[0];
const handoff = ['why', 'success', 'owner', 'decision', 'contract', 'promises'].map((name) =>
  entry('item', { item: `handoff-${name}`, state: 'done' }),
);
const setUp = readings({
  contractDate: day(-20),
  adminSetup: true,
  dataImported: true,
  integrationsAlive: true,
  lastLogin: day(0),
  intendedUsers: 10,
  loggedInUsers: 8,
  shortTermSuccess: 'x',
  urgentTickets: 0,
});
const calm = () => [
  ...handoff,
  setUp,
  held('kickoff', 13),
  entry('item', { item: 'kickoff-recap', state: 'done' }),
  weekly('coreActions', [9, 9]),
];

describe('next touchpoint', () => {
  it('handoff comes before kickoff, and tells what presses', () => {
    const next = first([readings({ contractDate: day(-8) })]);
    expect(next).toMatchObject({ play: 'handoff', rank: 2 });
    expect(english(next?.reasons()[0])).toMatch(/^Kickoff not held/);
    expect(first([readings({ contractDate: day(-8) }), ...handoff])).toMatchObject({ play: 'kickoff' });
  });
  it('a block with a date goes before a stall, a stall before an overdue item', () => {
    const blocked = entry('item', { item: 'setup-data', state: 'blocked', owner: 'customer', cause: 'data', untilDay: day(4) }, 2);
    const a = assessOf([...calm(), blocked, readings({ dataImported: false, lastLogin: day(-20) })]);
    expect(a.touchpoints[0]).toMatchObject({ play: 'onDemand', rank: 1 });
    expect(english(a.touchpoints[0]?.reasons()[0])).toBe(`Data and migration: waits for customer since ${day(-2)}`);
    expect(english(a.touchpoints[0]?.reasons()[1])).toBe('No login for 20 days');
    expect(english(a.touchpoints[0]?.agenda[0]?.text)).toBe('Data and migration: who finishes it, by when');
  });
  it('a stall asks for a meeting within business days', () => {
    expect(first([...calm(), readings({ lastLogin: day(-20) })])).toMatchObject({
      play: 'onDemand',
      rank: 2,
      dueDay: '2026-11-25',
      inDays: 5,
    });
  });
  it('a snoozed stall asks for nothing', () => {
    const snooze = entry('snooze', { rule: 'no-login', untilDay: day(5) });
    expect(first([...calm(), readings({ lastLogin: day(-20) }), snooze])?.play).not.toBe('onDemand');
  });
  it('with nothing wrong it is the next play, tailored where use is uneven', () => {
    const uneven = readings({ usageByUser: { Sato: 100, Mika: 90, Ivan: 2, Noor: 0 }, usageByFeature: { Reports: 50, Exports: 0 } });
    const next = first([...calm(), uneven]);
    expect(next).toMatchObject({ play: 'briefing', tailored: { users: ['Noor', 'Ivan'], features: ['Exports'] } });
    expect(next?.agenda.map((point) => english(point.text))).toContain('Bring along: Noor, Ivan');
  });
  it('the measurement of the week comes up while it is missing', () => {
    const old = [readings({ lastLogin: day(-9) }, 8)];
    expect(assessOf(old).touchpoints.some((one) => one.play === 'measurement')).toBe(true);
    expect(assessOf([readings({ lastLogin: day(0) })]).touchpoints.some((one) => one.play === 'measurement')).toBe(false);
  });
  it('completion is recommended when all criteria are met, and as a follow-up at the target end', () => {
    const briefed = [...calm(), held('briefing', 3)];
    const ready = first(briefed);
    expect([ready?.play, ready?.reasons().map(english)]).toEqual(['completion', ['All quantitative criteria are met']]);
    const late = assessOf([readings({ contractDate: day(-90) }), ...handoff, held('kickoff', 3)]).touchpoints.find(
      (one) => one.play === 'completion',
    );
    expect(english(late?.reasons()[0])).toMatch(/follow-up/);
  });
  it('three months without recent contact asks for a meeting on demand', () => {
    const a = assessOf([
      readings({ contractDate: day(-100) }),
      ...handoff,
      held('kickoff', 40),
      entry('snooze', { rule: 'onboarding-long', untilDay: day(9) }),
    ]);
    expect(a.touchpoints.find((one) => one.play === 'onDemand')).toBeDefined();
  });
  it('a planned touchpoint is due on its day; once past it asks to be logged', () => {
    const plan = (offset: number) => entry('touchpoint', { status: 'planned', play: 'briefing', day: day(offset) });
    expect(assessOf([...calm(), plan(6)]).touchpoints.find((one) => one.play === 'briefing')).toMatchObject({
      dueDay: day(6),
      planned: { day: day(6) },
    });
    const past = assessOf([...calm(), plan(-2)]).touchpoints.find((one) => one.play === 'briefing');
    expect(english(past?.reasons()[0])).toBe(`Planned for ${day(-2)}, not logged`);
  });
});
