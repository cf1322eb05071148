import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { isFinished } from '@/lib/core/assess/play-state';
import { formatDay } from '@/lib/core/day';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { assessOf, day, entry, held, playbook, playbookJson, readings, weekly } from './make-account';
import { situation } from './situation-of';

const item = (id: string, entries: Entry[], book = playbook) => assessOf(entries, book).checklist.find((one) => one.id === id);
const mark = (id: string, state: string, daysAgo = 0, more: object = {}) => entry('item', { item: id, state, ...more }, daysAgo);
const contract = (daysAgo: number) => readings({ contractDate: day(-daysAgo) });
const changed = (change: (copy: typeof playbookJson) => void): Playbook => {
  const copy = structuredClone(playbookJson);
  change(copy);
  const { playbook: book, errors } = parsePlaybook(copy);
  expect(errors).toEqual([]);
  return book as Playbook;
};
const doneDay = (id: string, entries: Entry[]) => {
  const found = item(id, entries)?.doneDay();
  return found == null ? null : formatDay(found);
};

describe('a checklist item', () => {
  it('is open with nothing said of it', () => {
    expect(item('handoff-why', [])).toMatchObject({
      play: 'handoff',
      required: true,
      milestone: false,
      state: 'open',
      how: null,
      dueDay: null,
      lateDays: 0,
      fellBackFrom: null,
      waitsFor: [],
      blockedSince: null,
      blockedDays: 0,
      mark: null,
    });
    expect(item('handoff-why', [])?.condition).toBeUndefined();
    expect(item('handoff-why', [])?.evidence()).toEqual([]);
    expect(item('handoff-why', [])?.doneDay()).toBeNull();
    expect(item('kickoff-held', [])?.milestone).toBe(true);
    expect(item('setup-admin', [])).toMatchObject({ state: 'open', how: 'condition', condition: null });
  });
  it('is late by whole days from the day after its due day, open or blocked, never done or skipped', () => {
    // Five business days after Friday the 13th is the 20th, today.
    const late = (daysAgo: number, ...more: Entry[]) => item('kickoff-held', [contract(daysAgo), ...more])?.lateDays;
    expect([late(7), late(8), late(9)]).toEqual([0, 1, 2]);
    expect(late(9, mark('kickoff-held', 'blocked'))).toBe(2);
    expect([late(9, held('kickoff', 1)), late(9, mark('kickoff-held', 'skipped')), late(9, mark('kickoff-held', 'done'))]).toEqual([
      0, 0, 0,
    ]);
    expect(item('kickoff-recap', [held('kickoff', 4)])?.lateDays).toBe(3);
  });
  it('takes the due day of its play where it has none', () => {
    const book = changed((copy) => void delete copy.plays[1].items[0].due);
    expect(item('kickoff-held', [contract(9)], book)?.lateDays).toBe(2);
    const none = changed((copy) => {
      delete copy.plays[1].items[0].due;
      delete copy.plays[1].due;
    });
    expect(item('kickoff-held', [contract(9)], none)?.dueDay).toBeNull();
  });
  it('was done on the day of its mark, or of the newest value that it stands on', () => {
    expect(doneDay('handoff-why', [mark('handoff-why', 'done', 5)])).toBe(day(-5));
    expect(doneDay('handoff-contract', [readings({ contractDate: day(-9), seats: 5 }, 6), readings({ plan: 'x' }, 2)])).toBe(day(-2));
    expect(doneDay('kickoff-held', [held('kickoff', 3)])).toBe(day(-3));
    expect(doneDay('setup-admin', [])).toBeNull();
  });
  it('a mark goes before the condition, and opening it anew asks the condition no more', () => {
    const on = readings({ adminSetup: true }, 3);
    expect(item('setup-admin', [on, mark('setup-admin', 'open')])).toMatchObject({
      state: 'open',
      how: 'condition',
      condition: true,
      fellBackFrom: null,
    });
    expect(item('setup-admin', [on, mark('setup-admin', 'blocked')])).toMatchObject({ state: 'done', how: 'condition' });
    expect(item('setup-admin', [readings({ adminSetup: false }), mark('setup-admin', 'blocked')])).toMatchObject({
      state: 'blocked',
      how: 'hand',
      condition: false,
    });
    expect(item('setup-admin', [mark('setup-admin', 'skipped')])).toMatchObject({ state: 'skipped', how: 'hand', reason: '' });
    const skipped = mark('setup-admin', 'skipped', 0, { reason: 'not needed' });
    expect(item('setup-admin', [on, skipped])).toMatchObject({ state: 'skipped', reason: 'not needed', mark: skipped.id });
    expect(item('handoff-why', [mark('handoff-why', 'done', 2), mark('handoff-why', 'open', 1)])).toMatchObject({ state: 'open' });
  });
  it('is blocked since the day of its mark', () => {
    const blocked = item('handoff-why', [
      mark('handoff-why', 'blocked', 3, { owner: 'us', cause: 'data', untilDay: day(2), reason: 'file' }),
    ]);
    expect(blocked).toMatchObject({ owner: 'us', cause: 'data', untilDay: day(2), reason: 'file', blockedSince: day(-3), blockedDays: 3 });
    expect(item('handoff-why', [mark('handoff-why', 'blocked', -2)])?.blockedDays).toBe(0);
  });
  it('fell back from the last day on which it held, within 26 weeks', () => {
    const off = readings({ adminSetup: false });
    const fell = (...list: Entry[]) => item('setup-admin', [...list, off])?.fellBackFrom;
    expect(fell(readings({ adminSetup: true }, 9), readings({ adminSetup: true }, 4), readings({ adminSetup: false }, 3))).toBe(day(-4));
    expect(fell(readings({ adminSetup: null }, 9))).toBeNull();
    // Over weeks it is the last day of the week.
    const weeks = (...values: number[]) => item('core-two-weeks', [weekly('coreActions', values)])?.fellBackFrom;
    expect(weeks(0, 5, 5)).toBe('2026-11-08');
    expect(weeks(...new Array(25).fill(0), 5, 5)).toBe('2026-05-24');
    expect(weeks(...new Array(26).fill(0), 5, 5)).toBeNull();
  });
  it('waits for what is neither done nor skipped, and for nothing that is not there', () => {
    const book = changed((copy) => {
      copy.plays[0].items[0].dependsOn = ['handoff-success', 'kickoff-held', 'briefing-held'];
      copy.segments = [{ id: 's', name: { en: 's' }, when: { metric: 'plan', is: '=', value: 'x' }, leaveOutPlays: ['briefing'] }];
    });
    const waits = (...list: Entry[]) => item('handoff-why', list, book)?.waitsFor;
    expect(waits()).toEqual(['handoff-success', 'kickoff-held', 'briefing-held']);
    expect(waits(mark('handoff-success', 'done'), mark('kickoff-held', 'skipped'))).toEqual(['briefing-held']);
    expect(waits(mark('handoff-success', 'blocked'), readings({ plan: 'x' }))).toEqual(['handoff-success', 'kickoff-held']);
  });
});

describe('a play that is left out', () => {
  const inUse = readings({ activeUsers14d: 3, usageByUser: { a: 10, b: 9, c: 11 } });
  it('leaves out its open items with its reason, and not what is done or blocked', () => {
    const state = (...list: Entry[]) => item('briefing-homework', [inUse, ...list])?.state;
    expect([state(), state(mark('briefing-homework', 'done')), state(mark('briefing-homework', 'blocked'))]).toEqual([
      'skipped',
      'done',
      'blocked',
    ]);
    expect(
      item('briefing-homework', [inUse])
        ?.evidence()
        .map((one) => one.about),
    ).toContain('activeUsers14d');
    expect([state(held('briefing', 2)), state(mark('play:briefing', 'open'))]).toEqual(['open', 'open']);
  });
  it('by a person has that person’s reason', () => {
    const skip = mark('play:setup', 'skipped', 0, { reason: 'all set' });
    expect(item('setup-data', [skip])).toMatchObject({ state: 'skipped', reason: 'all set' });
    expect(assessOf([skip]).skippedPlays).toEqual([{ play: 'setup', name: expect.anything(), reason: 'all set', mark: skip.id }]);
    expect(assessOf([mark('play:setup', 'skipped')]).skippedPlays[0]?.reason).toBe('');
    expect(assessOf([inUse]).skippedPlays).toMatchObject([{ play: 'briefing', mark: null }]);
    expect(assessOf([]).skippedPlays).toEqual([]);
  });
  it('is no play that does not apply: its items are not there', () => {
    const book = changed((copy) => void (copy.plays[2].appliesWhen = { metric: 'plan', is: '=', value: 'x' }));
    const has = (...list: Entry[]) => item('setup-data', list, book) !== undefined;
    expect([has(readings({ plan: 'x' })), has(), has(readings({ plan: 'y' }))]).toEqual([true, true, false]);
    expect(assessOf([readings({ plan: 'y' }), mark('play:setup', 'skipped')], book).skippedPlays).toEqual([]);
  });
});

describe('a play is behind the account', () => {
  const finished = (id: string, ...list: Entry[]) => {
    const m = situation(list);
    return isFinished(m.book.plays.get(id) as never, m);
  };
  const setUp = ['admin', 'users', 'data', 'integration'].map((name) => mark(`setup-${name}`, 'done'));
  it('once it, or one that comes after it, was held; work once all that is required is done or skipped', () => {
    expect([finished('kickoff'), finished('kickoff', held('kickoff', 1)), finished('kickoff', held('briefing', 1))]).toEqual([
      false,
      true,
      true,
    ]);
    expect(finished('kickoff', held('kickoff', 1, { outcome: 'noShow' }))).toBe(false);
    expect([finished('handoff', held('kickoff', 1)), finished('handoff', held('briefing', 1))]).toEqual([true, false]);
    expect([finished('setup'), finished('setup', ...setUp.slice(1)), finished('setup', ...setUp)]).toEqual([false, false, true]);
    expect(finished('setup', ...setUp.slice(1), mark('setup-admin', 'skipped'))).toBe(true);
    expect(finished('setup', ...setUp.slice(1), mark('setup-admin', 'blocked'))).toBe(false);
    // A meeting is not held by ticking its items, and what has none is never done.
    expect(finished('kickoff', ...['held', 'success', 'recap'].map((name) => mark(`kickoff-${name}`, 'done')))).toBe(false);
    expect(finished('measurement')).toBe(false);
  });
});
