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
  const told = (list: [string, string[], boolean?][], account: string) =>
    driftOf(visits(list), account).map((one) => `${one.metric} ${one.scope}`);
  const good: [string, string[]][] = ['A', 'B', 'C', 'D'].map((account) => [account, []]);

  it('concerns the console when three accounts lose a field one after another, or two lose half of all fields', () => {
    expect(told([...good, ['A', ['a']], ['B', ['a']]], 'B')).toEqual(['a page']);
    expect(told([...good, ['A', ['a']], ['B', ['a']], ['C', ['a']]], 'C')).toEqual(['a console']);
    expect(told([...good, ['A', ['a', 'b', 'c']], ['B', ['a', 'b', 'c']]], 'B')).toEqual(['a console', 'b console', 'c console']);
  });
  it('does not concern the console because one account lacks half of its fields, had or not', () => {
    expect(told([...good, ['A', ['a', 'b', 'c']]], 'A')).toEqual(['a page', 'b page', 'c page']);
    expect(told([...good, ['E', ['a', 'b', 'c'], false]], 'E')).toEqual([]);
    // Nor do new accounts without them, however many.
    expect(told([...good, ['E', ['a', 'b', 'c'], false], ['F', ['a', 'b', 'c'], false], ['G', ['a', 'b', 'c'], false]], 'G')).toEqual([]);
  });
  it('is told of an account that never had the field once several lost it', () =>
    expect(told([...good, ['A', ['a']], ['B', ['a']], ['C', ['a']], ['E', ['a'], false]], 'E')).toEqual(['a console']));
  it('is taken back from the console by anybody’s good page, for every account', () => {
    const gone: [string, string[]][] = [...good, ['A', ['a']], ['B', ['a']], ['C', ['a']]];
    expect(told(gone, 'A')).toEqual(['a console']);
    expect(told([...gone, ['D', []]], 'A')).toEqual(['a account']);
    expect(told([...gone, ['A', []]], 'B')).toEqual(['a account']);
    // Opening those that lack it again is no new loss.
    expect(told([...gone, ['D', []], ['A', ['a']], ['B', ['a']], ['C', ['a']]], 'B')).toEqual(['a account']);
  });
  it('that comes after a good page counts from there on', () => {
    const later: [string, string[]][] = [...good, ['A', ['a']], ['D', []], ['B', ['a']], ['C', ['a']]];
    expect(told(later, 'C')).toEqual(['a page']);
    expect(told([...later, ['D', ['a']]], 'D')).toEqual(['a console']);
    expect(driftOf(visits([...later, ['D', ['a']]]), 'D')[0]?.since).toBe(7);
  });
  it('is not told of a tab of the record that accounts are opened on, one after another', () => {
    const tabs: [string, string[]][] = [
      ['A', ['c', 'd', 'e']],
      ['A', ['a', 'b']],
    ];
    expect(told([...tabs, ['B', ['c', 'd', 'e']], ['C', ['c', 'd', 'e']], ['D', ['a', 'b']]], 'C')).toEqual([]);
    // What that tab itself shows is still missed on it.
    expect(told([...tabs, ['A', ['b', 'c', 'd', 'e']]], 'A')).toEqual(['b page']);
  });
  it('a look that tells of some fields says nothing of the others', () => {
    const all = visits(good);
    const part = noteVisit(all, look([]).slice(0, 1), [], 'A', 9);
    expect(Object.keys(part.fields)).toEqual(METRICS);
    expect(driftOf(part, 'A')).toEqual([]);
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
