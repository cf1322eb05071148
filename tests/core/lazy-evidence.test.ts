import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assessmentJson } from '@/lib/core/assess/assessment-json';
import { CompiledPlaybook } from '@/lib/core/assess/compiled-playbook';
import type { Condition } from '@/lib/core/conditions/condition-schema';
import type { Test } from '@/lib/core/conditions/situation';
import { asCode, assessOf, day, entry, held, readings, weekly } from './make-account';

let made = 0;
const compiled = CompiledPlaybook.prototype.test;

beforeEach(() => {
  made = 0;
  vi.spyOn(CompiledPlaybook.prototype, 'test').mockImplementation(function (this: CompiledPlaybook, condition: Condition): Test {
    const test = compiled.call(this, condition);
    return {
      truth: (m, back) => test.truth(m, back),
      evidence(m, back) {
        made += 1;
        return test.evidence(m, back);
      },
    };
  });
});
afterEach(() => void vi.restoreAllMocks());

/** Criteria met and unmet, items ticked by condition, stalls, a block, rules that cannot be decided, plays skipped. */
const busy = () =>
  assessOf([
    readings({ contractDate: day(-40), lastLogin: day(-20), seats: 10, activeUsers14d: 5, adminSetup: true, trialUse: true }),
    weekly('coreActions', [1, 9, 9, 9, 9, 9]),
    held('kickoff', 30),
    entry('item', { item: 'setup-data', state: 'blocked', owner: 'third', cause: 'approval' }, 12),
  ]);

describe('evidence', () => {
  it('is not made while an account is assessed, only when it is asked for', () => {
    const a = busy();
    expect(a.stalls.length).toBeGreaterThan(1);
    expect(a.checklist.filter((item) => item.how === 'condition').length).toBeGreaterThan(3);
    expect(made).toBe(0);
    expect(a.stalls.flatMap((stall) => stall.evidence()).length).toBeGreaterThan(1);
    expect(made).toBe(a.stalls.length);
  });
  it('is made once however often it is asked for, and so are the sentences that rest on it', () => {
    const [stall] = busy().stalls.filter((one) => one.rule === 'setup-blocked');
    expect(stall?.turn()).toEqual({ owner: 'third', cause: 'approval' });
    expect(stall?.claim().en).toMatch(/blocked for 12 days/);
    expect(stall?.evidence()).toBe(stall?.evidence());
    expect(made).toBe(1);
  });
  it('goes along with a copy of a result, unmade', () => {
    const copies = busy().checklist.map((item) => ({ ...item, name: { en: 'x', ja: 'x' } }));
    expect(made).toBe(0);
    expect(copies.find((item) => item.id === 'setup-admin')?.evidence()).toMatchObject([{ about: 'adminSetup', value: true }]);
  });
  it('stands in what is written out', () => {
    const json = JSON.parse(JSON.stringify(assessmentJson(busy(), asCode)));
    const stalled = json.stalls.find((one: { rule: string }) => one.rule === 'setup-blocked');
    expect(Object.keys(stalled)).toEqual([
      'rule',
      'name',
      'severity',
      'claim',
      'owner',
      'cause',
      'evidence',
      'suggests',
      'dueInBusinessDays',
      'aboutData',
      'escalation',
      'snoozedUntil',
    ]);
    expect(json.checklist.find((one: { id: string }) => one.id === 'setup-admin')).toMatchObject({
      doneDay: day(0),
      evidence: [{ about: 'adminSetup', value: true }],
    });
    expect(json.stage).toEqual({ id: 'setup', name: expect.anything(), sinceDay: day(-30), days: 30 });
    expect(json.undecided[0].missing[0].missing).toEqual(expect.any(String));
  });
});
