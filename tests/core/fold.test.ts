import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { foldAccount } from '@/lib/core/account/fold-account';
import { readAccountFile } from '@/lib/core/account/read-account-file';
import { assess } from '@/lib/core/assess/assess';
import { assessmentJson } from '@/lib/core/assess/assessment-json';
import { asCode, assessOf, day, entry, held, NOW, playbook, readings, weekly } from './make-account';

const pool = (): Entry[] => {
  const tick = entry('item', { item: 'handoff-why', state: 'done' }, 9);
  const meeting = held('kickoff', 12, { notes: 'first' });
  const retraction = entry('retraction', { target: tick.id }, 3);
  return [
    readings({ contractDate: day(-50), seats: 100, lastLogin: day(-20) }, 5),
    readings({ lastLogin: day(-2), seats: 120 }, 1),
    weekly('coreActions', [0, 5, 9, 12, 12, 12, 12]),
    weekly('activeUsers', [30, 31, 35]),
    tick,
    meeting,
    retraction,
    entry('retraction', { target: retraction.id }, 2),
    entry('amendment', { target: meeting.id, body: { notes: 'second' } }, 4),
    entry('amendment', { target: meeting.id, body: { notes: 'third', minutes: 45 } }, 2),
    entry('snooze', { rule: 'no-meeting', untilDay: day(3) }, 1),
    entry('item', { item: 'setup-data', state: 'blocked', owner: 'us', cause: 'data', untilDay: day(4) }, 8),
    entry('stage', { stage: 'setup', day: day(-10) }, 10),
  ];
};

describe('fold', () => {
  it('gives the same assessment in whatever order, and however often, entries arrive', () => {
    const entries = pool();
    const wanted = JSON.stringify(assessmentJson(assessOf(entries), asCode));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entries, { minLength: entries.length }),
        fc.array(fc.constantFrom(...entries), { maxLength: 5 }),
        (order, twice) => {
          expect(JSON.stringify(assessmentJson(assessOf([...twice, ...order]), asCode))).toBe(wanted);
        },
      ),
      { numRuns: 200 },
    );
  });
  it('agrees on one of two bodies that share an id', () => {
    const one = entry('item', { item: 'handoff-why', state: 'done' });
    const other = { ...one, body: { item: 'handoff-why', state: 'open' } } as Entry;
    expect(foldAccount('sample/a', [one, other]).items.get('handoff-why')).toEqual(
      foldAccount('sample/a', [other, one]).items.get('handoff-why'),
    );
  });
  it('takes amendments one after the other, and keeps their history', () => {
    const account = foldAccount('sample/a', pool());
    expect(account.touchpoints[0]).toMatchObject({ notes: 'third', minutes: 45 });
    expect([...account.amended.values()][0]).toHaveLength(2);
  });
  it('takes back a tick, and takes back the taking back', () => {
    const tick = entry('item', { item: 'handoff-why', state: 'done' }, 2);
    const back = entry('retraction', { target: tick.id }, 1);
    expect(foldAccount('sample/a', [tick, back]).items.size).toBe(0);
    expect(foldAccount('sample/a', [tick, back, entry('retraction', { target: back.id })]).items.size).toBe(1);
  });
  it('survives retractions that point at each other', () => {
    const one = entry('retraction', { target: 'x2' });
    const two = { ...one, id: 'x2', body: { target: one.id } } as Entry;
    expect(() => foldAccount('sample/a', [one, two])).not.toThrow();
  });
  it('an amendment that would break its target changes nothing', () => {
    const meeting = held('kickoff', 3);
    const bad = entry('amendment', { target: meeting.id, body: { status: 'nonsense' } });
    expect(foldAccount('sample/a', [meeting, bad]).touchpoints[0]?.status).toBe('held');
  });
  it('leaves out entries of another account', () => {
    const other = { ...held('kickoff', 3), account: 'sample/b' } as Entry;
    expect(foldAccount('sample/a', [other]).touchpoints).toHaveLength(0);
  });
  it('an undo on a machine whose clock is behind still comes after what it undoes', () => {
    const tick = { ...entry('item', { item: 'handoff-why', state: 'done' }), hlc: NOW };
    const back = { ...entry('retraction', { target: tick.id }), at: NOW - 9_000_000, hlc: NOW + 1 } as Entry;
    expect(foldAccount('sample/a', [back, tick]).items.size).toBe(0);
  });
});

describe('account file', () => {
  it('names the first place that is wrong', () => {
    expect(() => readAccountFile([{ id: '1', account: 'a', at: NOW, kind: 'item', body: { item: 'x', state: 'gone' } }])).toThrow(
      /^entries\[0\]\.body\.state: /,
    );
    expect(() =>
      readAccountFile({ entries: [{ id: '1', account: 'a', at: 'yesterday', kind: 'item', body: { item: 'x', state: 'done' } }] }),
    ).toThrow(/^entries\[0\]\.at/);
    expect(() => readAccountFile('x')).toThrow(/account file/);
    expect(() => readAccountFile([held('kickoff', 1), { ...held('kickoff', 1), account: 'other' }])).toThrow(/two accounts/);
  });
  it('takes the account from the file for entries that name none', () => {
    const { account: _, ...bare } = held('kickoff', 1);
    expect(readAccountFile({ account: 'sample/z', entries: [bare] }).entries[0]?.account).toBe('sample/z');
  });
});

describe('time', () => {
  it('counts days in the zone it is given', () => {
    const account = foldAccount('sample/a', [readings({ contractDate: '2026-11-17' })]);
    const late = Date.parse('2026-11-20T23:30:00Z');
    expect(assess(playbook, account, late, 'UTC').today).toBe('2026-11-20');
    expect(assess(playbook, account, late, 'Asia/Tokyo').today).toBe('2026-11-21');
    expect(() => assess(playbook, account, late, 'Mars/Base')).toThrow(RangeError);
  });
  it('a day of 23 or 25 hours is one day', () => {
    const account = foldAccount('sample/a', [readings({ contractDate: '2026-10-24' })]);
    const at = (iso: string) => assess(playbook, account, Date.parse(iso), 'Europe/Berlin').today;
    expect([at('2026-10-24T21:59:00Z'), at('2026-10-24T22:00:00Z'), at('2026-10-25T22:59:00Z'), at('2026-10-25T23:00:00Z')]).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-25',
      '2026-10-26',
    ]);
  });
});
