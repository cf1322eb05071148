import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessOf, day, entry, held, readings, weekly } from './make-account';

const state = (id: string, entries: Parameters<typeof assessOf>[0]) => assessOf(entries).criteria.find((one) => one.id === id)?.state;
const good = () => [
  readings({
    contractDate: day(-60),
    adminSetup: true,
    dataImported: true,
    integrationsAlive: true,
    loggedInUsers: 60,
    intendedUsers: 100,
    urgentTickets: 0,
    seats: 100,
  }),
  weekly('coreActions', [20, 20, 10]),
  held('kickoff', 50),
];

describe('criteria', () => {
  it('are met, unmet and unknown each for its own reason', () => {
    expect(assessOf(good()).criteria.map((one) => one.state)).toEqual(['met', 'met', 'met', 'met']);
    expect(state('loggedIn', [readings({ loggedInUsers: 49, intendedUsers: 100 })])).toBe('unmet');
    expect(state('loggedIn', [readings({ loggedInUsers: 49, intendedUsers: null })])).toBe('unknown');
    expect(state('coreAction', [weekly('coreActions', [5, null])])).toBe('unknown');
    expect(state('coreAction', [weekly('coreActions', [0, null])])).toBe('unmet');
    expect(state('noBlocker', [readings({ urgentTickets: 0 }), entry('item', { item: 'setup-data', state: 'blocked' })])).toBe('unmet');
  });
  it('an impossible share is unknown, not over one hundred percent', () => {
    expect(state('loggedIn', [readings({ loggedInUsers: 120, intendedUsers: 100 })])).toBe('unknown');
    expect(state('loggedIn', [readings({ loggedInUsers: 0, intendedUsers: 0 })])).toBe('unknown');
  });
  it('a text where a number should be is unknown', () => {
    expect(state('loggedIn', [readings({ loggedInUsers: 'many', intendedUsers: 100 })])).toBe('unknown');
  });
  it('more usage never un-meets a criterion', () => {
    const amount = fc.integer({ min: 0, max: 100 });
    const met = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 3, maxLength: 6 }),
        amount,
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 7, maxLength: 7 }),
        (weeks, logged, more) => {
          const usage = (add: number[]) => [
            weekly(
              'coreActions',
              weeks.map((value, at) => value + (add[at] ?? 0)),
            ),
            readings({ loggedInUsers: Math.min(120, logged + (add[6] ?? 0)), intendedUsers: 120, urgentTickets: 0 }),
          ];
          const before = assessOf(usage([]));
          const after = assessOf(usage(more));
          for (const [at, { id, state: was }] of before.criteria.entries()) {
            if (was !== 'met') continue;
            met.set(id, (met.get(id) ?? 0) + 1);
            expect(after.criteria[at]?.state).toBe('met');
          }
        },
      ),
      { numRuns: 150 },
    );
    // What usage can meet was met before more came: else nothing was asked.
    for (const id of ['loggedIn', 'coreAction', 'noBlocker']) expect(met.get(id), id).toBeGreaterThan(10);
  });
  it('unknown never turns into met: taking a value away may only lead to unknown or leave it', () => {
    const values: Record<string, unknown> = {
      adminSetup: true,
      dataImported: true,
      integrationsAlive: true,
      loggedInUsers: 60,
      intendedUsers: 100,
      urgentTickets: 0,
    };
    const asked = { unmet: 0, unknown: 0, met: 0 };
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(values)), fc.boolean()),
        fc.subarray(Object.keys(values), { minLength: 1 }),
        (flips, gone) => {
          const start = Object.fromEntries(
            Object.entries(values).map(([name, value]) => [name, flips[name] ? (typeof value === 'boolean' ? false : 0) : value]),
          );
          const less = Object.fromEntries(Object.entries(start).map(([name, value]) => [name, gone.includes(name) ? null : value]));
          const [before, after] = [assessOf([readings(start)]), assessOf([readings(less)])];
          for (const [at, criterion] of before.criteria.entries()) {
            asked[criterion.state] += 1;
            if (criterion.state !== 'met') expect(after.criteria[at]?.state).not.toBe('met');
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(asked.unmet).toBeGreaterThan(20);
    expect(asked.unknown).toBeGreaterThan(20);
  });
});

describe('judgement', () => {
  const completion = (confirmed: boolean) => held('completion', 1, { verdict: { confirmed, quote: 'Half the time', who: 'Mika Sato' } });
  const mark = (criteria: string[], more = {}) =>
    entry('judgement', {
      day: day(0),
      onboarded: true,
      playbook: { id: 'default', version: 1 },
      criteria: criteria.map((state, at) => ({ id: `c${at}`, state, line: '' })),
      ...more,
    });
  it('keeps numbers and words apart and needs both', () => {
    expect(assessOf(good()).judgement).toMatchObject({ quantitative: 'met', qualitative: 'unknown', ready: false, onboarded: false });
    expect(assessOf([...good(), completion(false)]).judgement).toMatchObject({ qualitative: 'denied', ready: false });
    expect(assessOf([...good(), completion(true)]).judgement).toMatchObject({
      ready: true,
      onboarded: false,
      quote: { text: 'Half the time', who: 'Mika Sato' },
    });
    expect(assessOf([completion(true)]).judgement).toMatchObject({ quantitative: 'unknown', ready: false });
  });
  it('is frozen: later readings do not undo it', () => {
    const later = readings({ integrationsAlive: false, loggedInUsers: 0 });
    const a = assessOf([...good(), completion(true), mark(['met', 'met']), later]);
    expect(a.judgement).toMatchObject({ onboarded: true, tookDays: 60, day: day(0) });
    expect(a.stage.id).toBe('adoption');
    expect(a.stalls).toEqual([]);
    expect(a.touchpoints[0]).toMatchObject({ play: 'secondLook', dueDay: day(49) });
  });
  it('does not count with an unmet or unknown criterion frozen in it', () => {
    expect(assessOf([...good(), completion(true), mark(['met', 'unmet'])]).judgement.onboarded).toBe(false);
    expect(assessOf([...good(), completion(true), mark(['met', 'unknown'])]).judgement.onboarded).toBe(false);
    expect(assessOf([...good(), mark(['met', 'met'])]).judgement.onboarded).toBe(false);
  });
});
