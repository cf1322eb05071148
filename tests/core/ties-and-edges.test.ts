import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { orderEntries } from '@/lib/core/account/order-entries';
import { measureDay } from '@/lib/core/conditions/measured-week';
import { formatDay } from '@/lib/core/day';
import { completeNote } from '@/lib/core/note/complete-note';
import { parseNote } from '@/lib/core/note/parse-note';
import { snippet } from '@/lib/core/note/search-words';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { resolveSegment } from '@/lib/core/playbook/resolve-segment';
import { zoneOffset } from '@/lib/core/zone';
import { assessOf, day, entry, held, playbook, playbookJson, readings } from './make-account';
import { situation } from './situation-of';

describe('ties', () => {
  it('of two bodies under one id every machine keeps the same', () => {
    const one = entry('item', { item: 'x', state: 'done' });
    const other = { ...one, body: { item: 'x', state: 'open' } } as Entry;
    expect(orderEntries([one, other])).toEqual([one]);
    expect(orderEntries([other, one])).toEqual([one]);
  });
  it('of hits that touch marks each, and leaves no empty piece between', () => {
    const pieces = snippet('abcd', { words: [], phrases: ['ab', 'cd'] });
    expect(pieces).toEqual([
      { text: 'ab', hit: true },
      { text: 'cd', hit: true },
    ]);
  });
});

describe('the week of the measurement', () => {
  it.each([
    [1, 1, '2026-11-16'],
    [1, 5, '2026-11-20'],
    [1, 7, '2026-11-22'],
    [7, 1, '2026-11-16'],
    [3, 2, '2026-11-24'],
  ])('that starts on %i is to be measured by %i, which is %s', (weekStart, measureBy, wanted) => {
    const book = { ...playbook, calendar: { ...playbook.calendar, weekStart, measureBy } };
    expect(formatDay(measureDay(situation([], book)))).toBe(wanted);
  });
  it('asks for it by that day', () => {
    const book = { ...playbook, calendar: { ...playbook.calendar, measureBy: 7 } };
    const found = assessOf([], book).touchpoints.find((one) => one.play === 'measurement');
    expect(found).toMatchObject({ rank: 4, dueDay: day(2) });
    expect(found?.evidence()).toEqual([{ about: 'measurement', kind: 'freshness', value: false, day: '2026-11-16' }]);
  });
});

describe('criteria', () => {
  it('that the customer’s words decide are judged apart', () => {
    const copy = structuredClone(playbookJson);
    copy.criteria[1].qualitative = true;
    const book = parsePlaybook(copy).playbook as Playbook;
    const all = playbook.criteria.filter((one) => !one.qualitative).map((one) => one.id);
    expect(assessOf([], book).criteria.map((one) => one.id)).toEqual(all.filter((id) => id !== copy.criteria[1].id));
  });
  it('of a segment stand in the place of those with their id, new ones behind', () => {
    const own = (id: string, en: string) => ({ id, name: { en }, when: { held: 'kickoff' } });
    const segment = {
      id: 's',
      name: { en: 's' },
      when: { held: 'kickoff' },
      thresholds: {},
      criteria: [own('loggedIn', 'Own'), own('new', 'New')],
    };
    const { criteria } = resolveSegment(playbook, [segment]);
    expect(criteria.map((one) => one.id)).toEqual([...playbook.criteria.map((one) => one.id), 'new']);
    expect(criteria.find((one) => one.id === 'loggedIn')?.name.en).toBe('Own');
  });
});

describe('edges', () => {
  it('the preferred source is told as the reason only where it is the one used', () => {
    const why = (apiAgo: number) =>
      assessOf([readings({ activeUsers: 5 }), readings({ activeUsers: 6 }, apiAgo, 'api')]).differences[0]?.why;
    const preferred = playbook.metrics.find((metric) => metric.id === 'activeUsers')?.prefer?.why;
    expect(why(1)).toEqual(preferred);
    expect(why(5)).not.toEqual(preferred);
  });
  it('a scheduled meeting has no points for what is blocked, one on demand has', () => {
    const blocked = entry('item', { item: 'setup-data', state: 'blocked', untilDay: day(3) });
    const points = (play: string, ...more: Entry[]) =>
      assessOf([readings({ contractDate: day(-9) }), ...more]).touchpoints.find((one) => one.play === play)?.agenda.length;
    const { plays } = playbook;
    expect(points('handoff', blocked)).toBe(plays.find((one) => one.id === 'handoff')?.agenda.length);
    expect(points('onDemand', blocked, held('kickoff', 1))).toBe((plays.find((one) => one.id === 'onDemand')?.agenda.length ?? 0) + 1);
  });
  it('nothing is asked for a plan outside the playbook', () => {
    const plain = entry('touchpoint', { status: 'planned', day: day(-3) });
    expect(assessOf([plain]).touchpoints.map((one) => one.rank)).toEqual(assessOf([]).touchpoints.map((one) => one.rank));
  });
  it('a name of several parts is found by each of them, and by its whole beginning', () => {
    const at = (typed: string) =>
      completeNote(typed, typed.length, { people: ['Hana de Mori'], tasks: [], requests: [] }, [])?.options ?? [];
    expect([at('@ha'), at('@de'), at('@mo'), at('@hana.d'), at('@or')]).toEqual([
      ['Hana.de.Mori'],
      ['Hana.de.Mori'],
      ['Hana.de.Mori'],
      ['Hana.de.Mori'],
      [],
    ]);
  });
  it.each([
    ['- 明日まで送る', '送る'],
    ['- 明日までに送る', '送る'],
    ['- 明日に送る', '送る'],
    ['- 送る、明日まで', '送る'],
    ['- send on tomorrow', 'send'],
    ['- send until tomorrow', 'send'],
    ['- send due tomorrow', 'send'],
  ])('%s says %s', (text, wanted) => expect(parseNote(text, '2026-11-22').marks[0]?.text).toBe(wanted));
  it('offsets are known at each quarter of an hour, before and after a change', () => {
    const change = Date.parse('2026-11-01T06:00:00Z');
    const at = (ms: number) => zoneOffset(ms, 'America/New_York') / 3_600_000;
    expect([at(change - 1), at(change), at(change + 1), at(change - 900_000)]).toEqual([-4, -5, -5, -4]);
  });
});
