import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { assessOf, day, entry, held, playbook, readings, weekly } from './make-account';

const contract = (daysAgo: number) => readings({ contractDate: day(-daysAgo) });
const mark = (item: string, state: string, daysAgo = 0, more: object = {}) => entry('item', { item, state, ...more }, daysAgo);

describe('stalls', () => {
  it('come before watches, then as the playbook has them; what cannot be decided is told with what it needs', () => {
    const a = assessOf([contract(40), readings({ lastLogin: day(-8), tickets30d: 20 })]);
    const severities = a.stalls.map((one) => one.severity);
    expect(severities).toEqual(severities.toSorted());
    const order = a.stalls
      .filter((one) => one.severity === 'stall')
      .map((one) => playbook.stalls.findIndex((rule) => rule.id === one.rule));
    expect(order).toEqual(order.toSorted((x, y) => x - y));
    expect(a.stalls.map((one) => one.rule)).toContain('tickets');
    const open = a.undecided();
    expect(open.map((one) => one.rule)).toContain('active-share');
    expect(open.every((one) => one.missing.length > 0 && one.missing.every((part) => part.missing !== undefined))).toBe(true);
    expect(open.some((one) => a.stalls.some((stall) => stall.rule === one.rule))).toBe(false);
  });
  it('are raised by another rule only where that is neither snoozed nor about the data', () => {
    const falling = weekly('coreActions', [49, 100, 100]);
    const calm = [
      contract(25),
      held('kickoff', 20),
      held('briefing', 10),
      readings({
        lastLogin: day(0),
        adminSetup: true,
        dataImported: true,
        integrationsAlive: true,
        intendedUsers: 10,
        loggedInUsers: 9,
        shortTermSuccess: 'x',
        tickets30d: 0,
        urgentTickets: 0,
      }),
    ];
    const severity = (...more: Entry[]) => assessOf([...calm, falling, ...more]).stalls.find((one) => one.rule === 'use-falling')?.severity;
    expect([severity(), severity(readings({ tickets30d: 6 }))]).toEqual(['watch', 'stall']);
    expect(severity(readings({ tickets30d: 6 }), entry('snooze', { rule: 'tickets', untilDay: day(0) }))).toBe('watch');
    expect(severity(readings({ tickets30d: 6 }), entry('snooze', { rule: 'tickets', untilDay: day(-1) }))).toBe('stall');
  });
  it('have the turn and cause of the block behind them, else those of their rule', () => {
    const turn = (...entries: Entry[]) =>
      assessOf(entries)
        .stalls.find((one) => one.rule === 'setup-blocked')
        ?.turn();
    const rule = playbook.stalls.find((one) => one.id === 'setup-blocked');
    expect(turn(mark('setup-data', 'blocked', 9))).toEqual({ owner: rule?.owner, cause: rule?.cause ?? null });
    expect(turn(mark('setup-data', 'blocked', 9, { owner: 'third' }))).toMatchObject({ owner: 'third' });
    expect(turn(mark('setup-data', 'blocked', 9, { cause: 'approval' }))).toMatchObject({ cause: 'approval' });
  });
  it('are none once the account is onboarded', () => {
    const done = entry('judgement', {
      day: day(0),
      onboarded: true,
      quote: 'x',
      playbook: { id: 'p', version: 1 },
      criteria: [{ id: 'c', state: 'met', line: '' }],
    });
    const a = assessOf([contract(200), done, readings({ tickets30d: 99 })]);
    expect([a.stalls, a.undecided(), a.stage.id]).toEqual([[], [], 'adoption']);
  });
});
