import { describe, expect, it } from 'vitest';
import { problemText } from '@/lib/core/account/problem';
import type { ConsoleHealth } from '@/lib/formats/console-health';
import { driftOf, type FieldSeen, isMissing, NO_HEALTH, noteVisit, stateOf } from '@/lib/readers/page/drift';

const METRICS = ['a', 'b', 'c', 'd', 'e'];
const look = (lost: string[], had = true): FieldSeen[] =>
  METRICS.map((metric) => ({ metric, find: [{ label: metric }], state: lost.includes(metric) ? 'lost' : 'read', had }));
const visits = (list: [string, string[], boolean?][], start: ConsoleHealth = NO_HEALTH) =>
  list.reduce((health, [account, lost, had], at) => noteVisit(health, look(lost, had), [], account, at + 1), start);

describe('drift', () => {
  it('is told within one visit when an account loses what it showed', () =>
    expect(
      driftOf(
        visits([
          ['A', []],
          ['A', ['a']],
        ]),
        'A',
      ),
    ).toEqual([{ metric: 'a', since: 2, scope: 'page' }]));
  it('concerns the console when half of the fields go at once, or accounts lose it one after another', () => {
    expect(
      driftOf(
        visits([
          ['A', []],
          ['B', ['a', 'b', 'c'], false],
        ]),
        'B',
      ).map((one) => one.scope),
    ).toEqual(['console', 'console', 'console']);
    expect(
      driftOf(
        visits([
          ['A', []],
          ['B', []],
          ['A', ['a']],
          ['B', ['a']],
        ]),
        'B',
      )[0]?.scope,
    ).toBe('console');
  });
  it('concerns one account when others are read well since', () =>
    expect(
      driftOf(
        visits([
          ['A', []],
          ['A', ['a']],
          ['B', []],
        ]),
        'A',
      )[0]?.scope,
    ).toBe('account'));
  it('is not told of a value that an account never had', () =>
    expect(
      driftOf(
        visits([
          ['A', []],
          ['B', ['a'], false],
          ['C', ['a'], false],
        ]),
        'C',
      ),
    ).toEqual([]));
  it('is not told of a field that never was read, nor of one that came back', () => {
    expect(driftOf(visits([['A', ['a']]]), 'A')).toEqual([]);
    expect(
      driftOf(
        visits([
          ['A', []],
          ['A', ['a']],
          ['A', []],
        ]),
        'A',
      ),
    ).toEqual([]);
  });
  it('is not told of a tab that is not open: neither at once nor when it is landed on later', () => {
    const summary = noteVisit(NO_HEALTH, look(['e']), [], 'A', 1);
    const usage = noteVisit(summary, look(['a', 'b', 'c', 'd']), ['a', 'b', 'c', 'd'], 'A', 2);
    expect(driftOf(usage, 'A')).toEqual([]);
    expect(driftOf(noteVisit(usage, look(['a', 'b', 'c', 'd']), [], 'B', 3), 'B')).toEqual([]);
  });
  it('starts anew when the field is looked for in another way', () => {
    const lost = visits([
      ['A', []],
      ['A', ['a']],
    ]);
    const mended = look(['a']).map((one) => (one.metric === 'a' ? { ...one, find: [{ label: 'new' }] } : one));
    expect(driftOf(noteVisit(lost, mended, [], 'A', 9), 'A')).toEqual([]);
  });
});

describe('what a problem says of its field', () => {
  it.each([
    [null, 'read', false],
    [problemText('blank'), 'read', false],
    [problemText('being edited'), 'neutral', false],
    [problemText('not configured'), 'neutral', false],
    [problemText('no such day', '2026-02-30'), 'neutral', false],
    [problemText('not a date', 'not found'), 'lost', false],
    [problemText('neither yes nor no', 'x'), 'lost', false],
    [problemText('not found'), 'lost', true],
    [problemText('several values', '1 / 2'), 'lost', true],
    [problemText('never read'), 'lost', true],
    ['stands 2 times on the page with different values', 'lost', true],
    ['not a number in de: 1.2.3', 'lost', false],
    ['something that no list holds', 'neutral', false],
    ['not found on the moon', 'neutral', false],
  ] as const)('%s', (problem, state, missing) => expect([stateOf(problem), isMissing(problem)]).toEqual([state, missing]));
});
