import { describe, expect, it } from 'vitest';
import { assessOf, day, entry, held, playbook, readings, weekly } from './make-account';

const item = (id: string, entries: Parameters<typeof assessOf>[0], book = playbook) =>
  assessOf(entries, book).checklist.find((one) => one.id === id);
const iso = (value: number | null | undefined) => (value == null ? null : new Date(value * 86_400_000).toISOString().slice(0, 10));

describe('checklist', () => {
  it('ticks by condition with evidence, and un-ticks when the value falls back, saying so', () => {
    const on = readings({ adminSetup: true }, 9);
    const ticked = item('setup-admin', [on]);
    expect(ticked).toMatchObject({ state: 'done', how: 'condition' });
    expect(ticked?.evidence()).toMatchObject([{ value: true, source: 'page', where: 'field adminSetup' }]);
    expect(iso(ticked?.doneDay())).toBe(day(-9));
    const off = readings({ adminSetup: false }, 1);
    expect(item('setup-admin', [on, off])).toMatchObject({ state: 'open', fellBackFrom: day(-9) });
    expect(item('setup-admin', [off])).toMatchObject({ state: 'open', fellBackFrom: null });
  });
  it('a weekly condition that held some weeks ago is a regression too', () => {
    expect(item('core-two-weeks', [weekly('coreActions', [0, 0, 5, 5])])).toMatchObject({
      state: 'open',
      fellBackFrom: expect.any(String),
    });
    expect(item('core-two-weeks', [weekly('coreActions', [0, 0, 5, 0])])?.fellBackFrom).toBeNull();
  });
  it('what happened once stays ticked', () => {
    expect(item('first-value', [weekly('coreActions', [0, 0, 5, 5])])).toMatchObject({ state: 'done', how: 'condition' });
  });
  it('unknown neither ticks nor un-ticks as false', () => {
    expect(item('setup-admin', [readings({ adminSetup: true }, 9), readings({ adminSetup: null }, 1)])).toMatchObject({
      state: 'open',
      condition: null,
      fellBackFrom: null,
    });
  });
  it('a person’s tick holds against the condition, and un-ticking goes back to the condition', () => {
    const no = readings({ adminSetup: false });
    expect(item('setup-admin', [no, entry('item', { item: 'setup-admin', state: 'done' })])).toMatchObject({ state: 'done', how: 'hand' });
    expect(item('setup-admin', [readings({ adminSetup: true }), entry('item', { item: 'setup-admin', state: 'open' })])).toMatchObject({
      state: 'open',
    });
  });
  it('due days run forwards and backwards, in business days with holidays', () => {
    const contract = readings({ contractDate: '2026-11-13' });
    expect(iso(item('kickoff-held', [contract])?.dueDay)).toBe('2026-11-20');
    const holiday = { ...playbook, calendar: { ...playbook.calendar, holidays: ['2026-11-16'] } };
    expect(iso(item('kickoff-held', [contract], holiday)?.dueDay)).toBe('2026-11-23');
    expect(iso(item('core-two-weeks', [contract])?.dueDay)).toBe('2027-01-21');
    expect(item('kickoff-held', [])?.dueDay).toBeNull();
  });
  it('set-up follows the kickoff: held, else planned, else due', () => {
    const contract = readings({ contractDate: '2026-11-02' });
    const due = (...more: Parameters<typeof assessOf>[0]) => iso(item('setup-admin', [contract, ...more])?.dueDay);
    expect(due()).toBe('2026-11-16');
    expect(due(entry('touchpoint', { status: 'planned', play: 'kickoff', day: '2026-11-25' }))).toBe('2026-12-02');
    expect(due(held('kickoff', 5))).toBe('2026-11-22');
  });
  it('skips need a reason, blocks carry owner, cause and day', () => {
    expect(item('setup-data', [entry('item', { item: 'setup-data', state: 'skipped', reason: 'no data' })])).toMatchObject({
      state: 'skipped',
      reason: 'no data',
    });
    const blocked = item('setup-data', [
      entry('item', { item: 'setup-data', state: 'blocked', owner: 'third', cause: 'approval', untilDay: day(5) }, 4),
    ]);
    expect(blocked).toMatchObject({
      state: 'blocked',
      owner: 'third',
      cause: 'approval',
      untilDay: day(5),
      blockedDays: 4,
      blockedSince: day(-4),
    });
  });
  it('the briefing is skipped with its reason where the product is in use, and not where use is uneven', () => {
    const inUse = readings({ activeUsers14d: 3, usageByUser: { a: 10, b: 9, c: 11 } });
    expect(item('briefing-held', [inUse])).toMatchObject({ state: 'skipped', reason: { en: expect.stringContaining('3 active users') } });
    const uneven = readings({ activeUsers14d: 5, usageByUser: { a: 100, b: 1, c: 0, d: 0 } });
    expect(item('briefing-held', [uneven])?.state).toBe('open');
  });
  it('progress leaves out what is skipped', () => {
    const before = assessOf([]).progress;
    const after = assessOf([
      entry('item', { item: 'setup-data', state: 'skipped', reason: 'x' }),
      entry('item', { item: 'handoff-why', state: 'done' }),
    ]).progress;
    expect(after).toMatchObject({ total: before.total - 1, done: 1 });
  });
  it('waits for what it depends on', () => {
    expect(item('kickoff-recap', [])?.waitsFor).toEqual(['kickoff-held']);
    expect(item('kickoff-recap', [held('kickoff', 1)])?.waitsFor).toEqual([]);
  });
});
