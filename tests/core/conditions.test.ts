import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAccount } from '@/lib/core/account/fold-account';
import { evaluate } from '@/lib/core/assess/evaluate';
import { conditionLine } from '@/lib/core/conditions/condition-line';
import { type Condition, conditionSchema } from '@/lib/core/conditions/condition-schema';
import { gini } from '@/lib/core/conditions/unevenness';
import { viewWords } from '@/lib/words/view-words';
import { day, entry, held, NOW, playbook, readings, weekly, ZONE } from './make-account';

function truth(condition: Condition, entries: Parameters<typeof foldAccount>[1] = []) {
  const { m } = evaluate(playbook, foldAccount('sample/a', entries), NOW, ZONE);
  return m.test(conditionSchema.parse(condition)).truth(m, 0);
}

const values = readings({ seats: 10, activeUsers: 4, plan: 'Pro', trialUse: false, tickets30d: null });
const yes: Condition = { metric: 'seats', is: '>', value: 5 };
const no: Condition = { metric: 'seats', is: '<', value: 5 };
const unknown: Condition = { metric: 'tickets30d', is: '>', value: 5 };

describe('conditions', () => {
  it('are three-valued as Kleene has them', () => {
    const table: [Condition, boolean | null][] = [
      [{ all: [yes, yes] }, true],
      [{ all: [yes, unknown] }, null],
      [{ all: [no, unknown] }, false],
      [{ any: [yes, unknown] }, true],
      [{ any: [no, unknown] }, null],
      [{ any: [no, no] }, false],
      [{ not: yes }, false],
      [{ not: unknown }, null],
      [{ atLeast: 2, of: [yes, yes, unknown] }, true],
      [{ atLeast: 2, of: [yes, no, unknown] }, null],
      [{ atLeast: 2, of: [no, no, unknown] }, false],
    ];
    for (const [condition, wanted] of table) expect([condition, truth(condition, [values])]).toEqual([condition, wanted]);
  });
  it('not, all and any keep De Morgan also with unknown', () => {
    const leaf = fc.constantFrom(yes, no, unknown);
    fc.assert(
      fc.property(fc.array(leaf, { minLength: 1, maxLength: 4 }), (parts) => {
        expect(truth({ not: { all: parts } }, [values])).toBe(truth({ any: parts.map((part) => ({ not: part })) }, [values]));
      }),
    );
  });
  it('compare metrics with numbers, words, other metrics; different kinds are unknown', () => {
    expect(truth({ metric: 'activeUsers', is: '<', value: { metric: 'seats', times: 0.5 } }, [values])).toBe(true);
    expect(truth({ metric: 'plan', is: '=', value: 'Pro' }, [values])).toBe(true);
    expect(truth({ metric: 'plan', is: '>', value: 3 }, [values])).toBeNull();
    expect(truth({ metric: 'trialUse', is: '=', value: false }, [values])).toBe(true);
  });
  it('count days since events, calendar and business', () => {
    expect(truth({ daysSince: 'held:kickoff', is: '=', value: 7 }, [held('kickoff', 7)])).toBe(true);
    expect(truth({ daysSince: 'kickoff', is: '=', value: 5, days: 'business' }, [held('kickoff', 7)])).toBe(true);
    expect(truth({ daysSince: 'kickoff', is: '>=', value: 0 })).toBe(false);
    expect(truth({ daysSince: 'contract', is: '>=', value: 0 })).toBeNull();
    expect(truth({ daysSince: 'item:handoff-why', is: '=', value: 3 }, [entry('item', { item: 'handoff-why', state: 'done' }, 3)])).toBe(
      true,
    );
    expect(truth({ daysSince: 'due:kickoff-held', is: '=', value: 0 }, [readings({ contractDate: '2026-11-13' })])).toBe(true);
    expect(truth({ daysSince: 'targetEnd', is: '=', value: -30 }, [readings({ contractDate: day(-60) })])).toBe(true);
    expect(truth({ daysSince: 'lastReading', is: '=', value: 2 }, [readings({ seats: 1 }, 2)])).toBe(true);
    expect(truth({ daysSince: 'lastReply', is: '=', value: 4 }, [held(undefined, 4, { type: 'email', outcome: 'answered' })])).toBe(true);
  });
  it('look at runs and changes of complete weeks only', () => {
    const running = entry('readings', { readings: [{ metric: 'coreActions', value: 0, source: 'api', week: '2026-11-16' }] });
    expect(truth({ weeksInARow: 2, of: { metric: 'coreActions', is: '>', value: 0 } }, [weekly('coreActions', [5, 5]), running])).toBe(
      true,
    );
    expect(truth({ metric: 'coreActions', changeOverWeeks: 4, is: '=', value: 0.5 }, [weekly('coreActions', [15, 1, 1, 1, 10])])).toBe(
      true,
    );
    expect(truth({ metric: 'coreActions', changeOverWeeks: 1, is: '>', value: 0 }, [weekly('coreActions', [15, 0])])).toBeNull();
  });
  it('wait some days for the figures of the week that has just ended', () => {
    const twoBack = entry('readings', {
      readings: [
        { metric: 'coreActions', value: 5, source: 'api', week: '2026-11-02' },
        { metric: 'coreActions', value: 5, source: 'api', week: '2026-10-26' },
      ],
    });
    const at = (iso: string) => {
      const { m } = evaluate(playbook, foldAccount('sample/a', [twoBack]), Date.parse(iso), ZONE);
      return m.test({ weeksInARow: 2, of: { metric: 'coreActions', is: '>', value: 0 } }).truth(m, 0);
    };
    expect([at('2026-11-17T12:00:00+09:00'), at('2026-11-20T12:00:00+09:00')]).toEqual([true, null]);
  });
  it('measure unevenness between users', () => {
    expect(gini([5, 5, 5, 5])).toBe(0);
    expect(gini([0, 0, 0, 8])).toBe(0.75);
    expect([gini([3]), gini([0, 0])]).toEqual([null, null]);
    const uneven = fc.array(fc.nat(1000), { minLength: 2, maxLength: 30 }).filter((list) => list.some((one) => one > 0));
    fc.assert(
      fc.property(uneven, (list) => {
        const share = gini(list) ?? Number.NaN;
        expect(share >= 0 && share < 1).toBe(true);
      }),
    );
  });
  it('carry the values used and what is missing', () => {
    const { m } = evaluate(playbook, foldAccount('sample/a', [values]), NOW, ZONE);
    const evidence = m
      .test({ all: [{ metric: 'activeShare', is: '<', value: { threshold: 'activeShareWatch' } }, unknown] })
      .evidence(m, 0);
    expect(evidence[0]).toMatchObject({
      about: 'activeShare',
      value: 0.4,
      limit: 0.4,
      parts: [
        { about: 'activeUsers', value: 4, where: 'field activeUsers' },
        { about: 'seats', value: 10 },
      ],
    });
    expect(evidence[1]).toMatchObject({ about: 'tickets30d', value: null, missing: 'blank' });
  });
  it('read as one line in both languages', () => {
    const condition = playbook.stalls.find((rule) => rule.id === 'active-share')?.watch?.when as Condition;
    expect(conditionLine(condition, { playbook, lang: 'en', words: viewWords('en') })).toBe(
      'Active share of seats < 40 %, 2 weeks running and days since contract > 30',
    );
    expect(conditionLine(condition, { playbook, lang: 'ja', words: viewWords('ja') })).toBe(
      '利用率 < 40 %(2週連続) かつ 契約からの日数 > 30',
    );
  });
  it('two sources that differ: the preferred one while fresh, else the newest; an unknown never displaces a value', () => {
    const used = (list: Parameters<typeof foldAccount>[1]) =>
      evaluate(playbook, foldAccount('sample/a', list), NOW, ZONE).m.metric('activeUsers').value;
    expect(used([readings({ activeUsers: 42 }), readings({ activeUsers: 37 }, 1, 'api')])).toBe(37);
    expect(used([readings({ activeUsers: 42 }), readings({ activeUsers: 37 }, 4, 'api')])).toBe(42);
    expect(used([readings({ activeUsers: null }), readings({ activeUsers: 37 }, 4, 'api')])).toBe(37);
    expect(used([readings({ activeUsers: 42 }, 2), readings({ activeUsers: null })])).toBeNull();
  });
});
