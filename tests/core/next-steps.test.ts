import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import type { Recommendation } from '@/lib/core/assess/touchpoints';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { assessOf, day, entry, held, playbook, playbookJson, readings, weekly } from './make-account';

const mark = (id: string, state: string, daysAgo = 0, more: object = {}) => entry('item', { item: id, state, ...more }, daysAgo);
const changed = (change: (copy: typeof playbookJson) => void): Playbook => {
  const copy = structuredClone(playbookJson);
  change(copy);
  const { playbook: book, errors } = parsePlaybook(copy);
  expect(errors).toEqual([]);
  return book as Playbook;
};
/** An account of which all that was due is done: items, metrics, a kickoff 13 days ago. */
const calm = (): Entry[] => [
  ...['why', 'success', 'owner', 'decision', 'contract', 'promises', 'users', 'systems', 'golive', 'risks', 'existing', 'told'].map(
    (name) => mark(`handoff-${name}`, 'done'),
  ),
  readings({
    contractDate: day(-20),
    adminSetup: true,
    dataImported: true,
    integrationsAlive: true,
    lastLogin: day(0),
    intendedUsers: 10,
    loggedInUsers: 8,
    shortTermSuccess: 'x',
    urgentTickets: 0,
    tickets30d: 0,
  }),
  held('kickoff', 13),
  mark('kickoff-recap', 'done'),
  weekly('coreActions', [9, 9]),
];
const next = (entries: Entry[], book = playbook) => assessOf(entries, book).touchpoints;
const of = (play: string, entries: Entry[], book = playbook) => next(entries, book).find((one) => one.play === play);
const brief = (one: Recommendation | undefined) => one && { rank: one.rank, dueDay: one.dueDay, inDays: one.inDays };
const about = (one: Recommendation | undefined) =>
  one?.evidence().map(({ about: what, kind, value, day: on }) => ({ about: what, kind, value, ...(on && { day: on }) }));

describe('the next touchpoint', () => {
  it('is the next of the playbook, due on its day, where nothing presses', () => {
    expect(next(calm()).map((one) => [one.play, one.rank, one.dueDay])).toEqual([
      ['briefing', 5, day(1)],
      // All criteria are met: a trigger, in a week.
      ['completion', 5, day(7)],
    ]);
    expect(next(calm())[0]).toMatchObject({ type: 'meeting', minutes: expect.any(Number), inDays: 1, planned: null, tailored: null });
    expect(about(next(calm())[0])).toEqual([]);
    expect(next(calm())[0]?.reasons()).toHaveLength(1);
  });
  it('has no day while the contract is not known, and comes behind what has', () => {
    const list = next([]);
    expect(list.map((one) => [one.play, one.dueDay, one.inDays])).toContainEqual(['handoff', null, null]);
    expect(of('handoff', [])).toMatchObject({ type: 'internal', rank: 5 });
  });
  it('carries the agenda of its play', () => {
    const kickoff = of(
      'kickoff',
      calm().filter((one) => one.kind !== 'touchpoint'),
    );
    expect(kickoff?.agenda.map((point) => point.minutes)).toEqual([5, 30, 10, 10, 5]);
    const plain = changed(
      (copy) => void (copy.plays[3].agenda = [{ text: { en: 'Talk' } }, { text: { en: 'Tick' }, minutes: 5, ticks: ['setup-data'] }]),
    );
    expect(of('briefing', calm(), plain)?.agenda).toEqual([
      { text: { text: { en: 'Talk' } }, minutes: null, ticks: [] },
      { text: { text: { en: 'Tick' } }, minutes: 5, ticks: ['setup-data'] },
    ]);
  });
});

describe('a blocked item', () => {
  const untilDay = day(4);
  it('with a day goes first and is due then; without one it comes third, in three business days', () => {
    const list = [...calm(), readings({ dataImported: false })];
    const dated = of('onDemand', [...list, mark('setup-data', 'blocked', 2, { owner: 'customer', untilDay })]);
    expect(brief(dated)).toEqual({ rank: 1, dueDay: day(4), inDays: 4 });
    expect(about(dated)?.[0]).toEqual({ about: 'setup-data', kind: 'item', value: 2, day: day(-2) });
    expect(brief(of('onDemand', [...list, mark('setup-data', 'blocked', 2)]))).toEqual({ rank: 3, dueDay: day(5), inDays: 5 });
  });
  it('is a point of a meeting on demand, at most four', () => {
    const points = (count: number) =>
      of('onDemand', [
        ...calm(),
        ...['why', 'success', 'owner', 'risks', 'told'].slice(0, count).map((name) => mark(`handoff-${name}`, 'blocked', 0, { untilDay })),
      ])?.agenda ?? [];
    const written = playbook.plays.find((play) => play.id === 'onDemand')?.agenda.length ?? 0;
    expect([points(1).length - written, points(4).length - written, points(5).length - written]).toEqual([1, 4, 4]);
    expect(points(1)[0]).toMatchObject({ minutes: null, ticks: [] });
    expect(of('briefing', [...calm(), mark('handoff-why', 'blocked')])?.agenda).toHaveLength(playbook.plays[3]?.agenda.length as number);
  });
});

describe('what was planned', () => {
  const plan = (offset: number, play = 'briefing') => entry('touchpoint', { status: 'planned', play, day: day(offset) }, 20);
  it('and whose day has passed without a log is asked for today, second', () => {
    expect(brief(of('briefing', [...calm(), plan(-1)]))).toEqual({ rank: 2, dueDay: day(0), inDays: 0 });
    expect(about(of('briefing', [...calm(), plan(-1)]))).toEqual([{ about: 'briefing', kind: 'play', value: 'planned', day: day(-1) }]);
    expect(of('briefing', [...calm(), plan(0)])).toMatchObject({ rank: 5, dueDay: day(0), planned: { day: day(0) } });
    expect(of('briefing', [...calm(), plan(-1)])?.planned).toBeNull();
  });
  it('is settled by a log of the same play on that day or later', () => {
    const lapsed = (more: Entry) => of('onDemand', [...calm(), plan(-5, 'onDemand'), more])?.rank === 2;
    expect(lapsed(held('onDemand', 5))).toBe(false);
    expect(lapsed(held('onDemand', 6))).toBe(true);
    expect(lapsed(held('briefing', 4))).toBe(true);
    expect(lapsed(entry('touchpoint', { status: 'canceled', play: 'onDemand', day: day(-4) }))).toBe(false);
    expect(lapsed(plan(-4, 'onDemand'))).toBe(true);
  });
  it('for today or later is when it is due, the last plan counts', () => {
    expect(of('briefing', [...calm(), plan(9), plan(3)])).toMatchObject({ dueDay: day(9), planned: { day: day(9) } });
    expect(of('briefing', [...calm(), plan(3), entry('touchpoint', { status: 'planned', day: day(9) })])).toMatchObject({ dueDay: day(3) });
  });
});

describe('an overdue item', () => {
  it('asks for its own touchpoint while that is to come, else for one on demand', () => {
    const list = [...calm(), mark('kickoff-recap', 'open')];
    const late = of('onDemand', list);
    expect(brief(late)).toEqual({ rank: 3, dueDay: day(0), inDays: 0 });
    expect(about(late)).toEqual([{ about: 'kickoff-recap', kind: 'item', value: 12, day: day(-12) }]);
    expect(
      of(
        'briefing',
        calm().map((one) => (one.kind === 'touchpoint' ? held('kickoff', 15) : one)),
      ),
    ).toMatchObject({ rank: 3, dueDay: day(0) });
  });
  it('that waits, is not required, or is done asks for nothing', () => {
    const book = changed((copy) => void (copy.plays[1].items[2].required = false));
    expect(of('onDemand', [...calm(), mark('kickoff-recap', 'open')], book)).toBeUndefined();
    const waits = changed((copy) => void (copy.plays[1].items[2].dependsOn = ['briefing-held']));
    expect(of('onDemand', [...calm(), mark('kickoff-recap', 'open')], waits)).toBeUndefined();
  });
});
