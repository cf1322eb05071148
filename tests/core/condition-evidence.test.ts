import { describe, expect, it } from 'vitest';
import type { Condition } from '@/lib/core/conditions/condition-schema';
import { day, entry, held, NOW, playbook, readings, weekly } from './make-account';
import { evidence, reading, SOME_WORDS, truth } from './situation-of';

const DAY = 86_400_000;
const contract = readings({ contractDate: day(-40) });
const block = (item: string, daysAgo: number) => entry('item', { item, state: 'blocked', owner: 'us', cause: 'data' }, daysAgo);

describe('what a condition looked at', () => {
  it('a value: where it is from, its age, and what it was compared with', () => {
    expect(
      evidence({ metric: 'seats', is: '>', value: { metric: 'activeUsers', times: 2 } }, [readings({ seats: 10, activeUsers: 4 })]),
    ).toEqual([
      { about: 'seats', kind: 'metric', value: 10, source: 'page', where: 'field seats', seenAt: NOW - 3_600_000, is: '>', limit: 8 },
    ]);
    expect(evidence({ metric: 'coreActions', is: '>', value: 3 }, [weekly('coreActions', [5])], 1)[0]).toMatchObject({
      week: '2026-11-09',
      value: 5,
    });
    expect(evidence({ metric: 'seats', is: '>', value: 3 }, [readings({ seats: 4 })])[0]).not.toHaveProperty('week');
    expect(evidence({ metric: 'seats', is: '>', value: 3 })).toEqual([
      { about: 'seats', kind: 'metric', value: null, missing: 'not read yet', is: '>', limit: 3 },
    ]);
  });
  it('days: since when, by which value, or why that is not known', () => {
    expect(evidence({ daysSince: 'metric:lastLogin', is: '>=', value: 7 }, [readings({ lastLogin: day(-9) })])).toEqual([
      {
        about: 'metric:lastLogin',
        kind: 'event',
        value: 9,
        is: '>=',
        limit: 7,
        day: day(-9),
        source: 'page',
        where: 'field lastLogin',
        seenAt: NOW - 3_600_000,
      },
    ]);
    expect(evidence({ daysSince: 'contract', is: '>=', value: { months: 1 } }, [contract])[0]).toMatchObject({
      value: 40,
      limit: 31,
      day: day(-40),
    });
    expect(evidence({ daysSince: 'contract', is: '>=', value: { months: 1 } })).toEqual([
      { about: 'contract', kind: 'event', value: null, is: '>=', limit: null, missing: expect.stringMatching(SOME_WORDS) },
    ]);
    expect(evidence({ daysSince: 'kickoff', is: '>=', value: 3 })).toEqual([
      { about: 'kickoff', kind: 'event', value: null, is: '>=', limit: 3 },
    ]);
    expect(evidence({ daysSince: 'lastMeeting', is: '>=', value: 3 }, [contract])[0]?.where).toMatch(SOME_WORDS);
    expect(evidence({ daysSince: 'kickoff', is: '>=', value: 3, days: 'business' }, [held('kickoff', 7)])[0]?.value).toBe(5);
    // Of a week back: up to its Sunday.
    expect(evidence({ daysSince: 'contract', is: '>=', value: 3 }, [contract], 1)[0]?.value).toBe(35);
  });
  it('blocks: each that is meant, since when', () => {
    const list = [block('setup-data', 4), block('setup-admin', 9), block('handoff-why', 20)];
    const blocked = (daysBlocked: string): Condition => ({ daysBlocked, is: '>', value: 8 });
    expect(evidence(blocked('setup-data'), list)).toEqual([
      { about: 'setup-data', kind: 'item', value: 4, is: '>', limit: 8, day: day(-4), source: 'person' },
    ]);
    expect(evidence(blocked('setup'), list).map((one) => one.about)).toEqual(['setup-admin', 'setup-data']);
    expect(evidence(blocked('any'), list)).toHaveLength(3);
    expect([truth(blocked('setup-data'), list), truth(blocked('setup-admin'), list), truth(blocked('setup'), list)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([truth(blocked('briefing'), list), truth(blocked('any'), list), truth(blocked('any'))]).toEqual([false, true, false]);
  });
  it('hours since a reading: of one metric, or of the weekly ones that nobody is asked for', () => {
    const hours = (which: string, limit: number): Condition => ({ hoursSinceReading: which, is: '=', value: limit });
    const list = [reading('seats', 1, { seenAt: NOW - 5.9 * 3_600_000 }), reading('lastLogin', day(-3), { seenAt: NOW - 2 * DAY })];
    expect([truth(hours('seats', 5), list), truth(hours('any', 48), list), truth(hours('plan', 48), list)]).toEqual([true, true, false]);
    expect(evidence(hours('seats', 5), list)).toEqual([
      { about: 'seats', kind: 'freshness', value: 5, is: '=', limit: 5, source: 'page', where: '', seenAt: NOW - 5.9 * 3_600_000 },
    ]);
    const weeklyOnes = playbook.metrics
      .filter((metric) => metric.weekly && !metric.asked && metric.type === 'number')
      .map((metric) => metric.id);
    const both = [
      reading(weeklyOnes[0] as string, 1, { seenAt: NOW - 3 * DAY }),
      reading(weeklyOnes[1] as string, 1, { seenAt: NOW - DAY }),
    ];
    expect(evidence(hours('any', 24), both)[0]).toMatchObject({ about: weeklyOnes[1], value: 24 });
    expect(evidence(hours('any', 24), [reading(weeklyOnes[0] as string, 1, { seenAt: NOW }), ...both])[0]).toMatchObject({
      about: weeklyOnes[0],
      value: 0,
    });
  });
  it('hours since Kido got to know an account of which nothing was read', () => {
    const known = held('kickoff', 2);
    expect(truth({ hoursSinceReading: 'any', is: '=', value: 49 }, [known])).toBe(true);
    expect(truth({ hoursSinceReading: 'any', is: '>', value: 1 })).toBeNull();
    expect(evidence({ hoursSinceReading: 'any', is: '>', value: 1 }, [known, readings({ seats: null }, 1)])).toEqual([
      { about: 'any', kind: 'freshness', value: 49, is: '>', limit: 1, missing: 'no reading yet' },
    ]);
  });
  it('items and plays: their day, and what the item stands on', () => {
    expect(evidence({ itemDone: 'setup-admin' }, [readings({ adminSetup: true }, 3)])).toMatchObject([
      { about: 'setup-admin', kind: 'item', value: true, day: day(-3) },
      { about: 'adminSetup', kind: 'metric', value: true },
    ]);
    expect(evidence({ itemDone: 'handoff-why' })).toEqual([{ about: 'handoff-why', kind: 'item', value: false }]);
    expect(evidence({ itemDone: 'none' })).toEqual([{ about: 'none', kind: 'item', value: null }]);
    expect(evidence({ held: 'kickoff' })).toEqual([{ about: 'kickoff', kind: 'play', value: false, source: 'person' }]);
    expect(evidence({ held: 'kickoff' }, [held('kickoff', 3)])).toEqual([
      { about: 'kickoff', kind: 'play', value: true, source: 'person', day: day(-3), seenAt: NOW - 3 * DAY - 3_600_000 },
    ]);
  });
  it.each<[string, Parameters<typeof truth>[1], boolean | null]>([
    ['handoff-why', [], false],
    ['handoff-why', [entry('item', { item: 'handoff-why', state: 'done' })], true],
    ['handoff-why', [entry('item', { item: 'handoff-why', state: 'skipped', reason: 'x' })], true],
    ['handoff-why', [block('handoff-why', 1)], false],
    ['setup-admin', [], null],
    ['setup-admin', [readings({ adminSetup: false })], false],
    ['setup-admin', [readings({ adminSetup: true })], true],
    ['setup-admin', [block('setup-admin', 1)], false],
    ['none', [], null],
  ])('%s is done after %j: %j', (itemDone, list, wanted) => expect(truth({ itemDone }, list)).toBe(wanted));

  it('counts: how many, and each of them', () => {
    const count = (which: 'overdueMilestones' | 'slipDays' | 'unanswered' | 'blockers', value: number): Condition => ({
      count: which,
      is: '=',
      value,
    });
    const mail = (daysAgo: number) => held(undefined, daysAgo, { type: 'email', outcome: 'unanswered' });
    expect(evidence(count('unanswered', 2), [mail(4), mail(2)])).toEqual([
      { about: 'unanswered', kind: 'count', value: 2, is: '=', limit: 2 },
      { about: 'email', kind: 'play', value: 'unanswered', day: day(-4), source: 'person' },
      { about: 'email', kind: 'play', value: 'unanswered', day: day(-2), source: 'person' },
    ]);
    expect(evidence(count('unanswered', 1), [held('kickoff', 2, { outcome: 'noShow' })])[1]).toMatchObject({
      about: 'kickoff',
      value: 'noShow',
    });
    expect(evidence(count('blockers', 1), [block('setup-data', 4), contract])).toEqual([
      { about: 'blockers', kind: 'count', value: 1, is: '=', limit: 1 },
      { about: 'setup-data', kind: 'item', value: 4, day: expect.any(String) },
    ]);
    // Kickoff is due five business days after the contract, and is a milestone.
    const late = evidence(count('overdueMilestones', 1), [readings({ contractDate: day(-9) })]);
    expect(late[0]).toMatchObject({ value: 1 });
    expect(late[1]).toEqual({ about: 'kickoff-held', kind: 'item', value: 2, day: day(-2) });
    expect(truth(count('slipDays', 2), [readings({ contractDate: day(-9) })])).toBe(true);
    expect(truth(count('slipDays', 0))).toBe(true);
  });
  it('criteria: what each says', () => {
    const found = evidence({ criteriaMet: true }, [readings({ loggedInUsers: 1, intendedUsers: 100 })]);
    expect(found.map((one) => one.about)).toEqual(playbook.criteria.filter((one) => !one.qualitative).map((one) => one.id));
    expect(found.find((one) => one.about === 'loggedIn')).toEqual({ about: 'loggedIn', kind: 'criteria', value: false });
    expect([truth({ criteriaMet: true }), truth({ criteriaMet: true }, [readings({ loggedInUsers: 1, intendedUsers: 100 })])]).toEqual([
      null,
      false,
    ]);
  });
  it('unevenness: the share, or why there is none', () => {
    const uneven: Condition = { uneven: 'usageByUser', is: '=', value: 0.25 };
    expect(truth(uneven, [reading('usageByUser', { a: 1, b: 3 })])).toBe(true);
    expect(evidence(uneven, [reading('usageByUser', { a: 1, b: 3 })])[0]).toMatchObject({
      kind: 'uneven',
      about: 'usageByUser',
      value: 0.25,
      limit: 0.25,
      is: '=',
    });
    expect(evidence(uneven, [reading('usageByUser', { a: 1, b: 3 })])[0]).not.toHaveProperty('missing');
    expect(evidence(uneven, [reading('usageByUser', { a: 1 })])[0]).toMatchObject({
      value: null,
      missing: expect.stringMatching(SOME_WORDS),
    });
    expect(evidence(uneven)[0]).toMatchObject({ value: null, missing: 'not read yet' });
    expect(truth(uneven, [reading('usageByUser', 'all')])).toBeNull();
  });
});
