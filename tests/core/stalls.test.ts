import { describe, expect, it } from 'vitest';
import { assessOf, day, entry, held, playbook, readings, rule, weekly } from './make-account';

const kickoff = held('kickoff', 20);
const contract = (daysAgo: number) => readings({ contractDate: day(-daysAgo) });

describe('every stall rule of the default playbook', () => {
  it('kickoff not held: watch from day 3, stall from 5 business days, none once held', () => {
    expect(rule('kickoff-not-held', [contract(2)])).toBe('none');
    expect(rule('kickoff-not-held', [contract(3)])).toBe('watch');
    expect(rule('kickoff-not-held', [contract(4)])).toBe('watch');
    expect(rule('kickoff-not-held', [contract(7)])).toBe('stall');
    expect(rule('kickoff-not-held', [contract(30), held('kickoff', 1)])).toBe('none');
    expect(rule('kickoff-not-held', [])).toBe('undecided');
  });
  it('a holiday moves the business day', () => {
    const withHoliday = { ...playbook, calendar: { ...playbook.calendar, holidays: [day(-3)] } };
    expect(rule('kickoff-not-held', [contract(7)], withHoliday)).toBe('watch');
  });
  it('set-up blocked: over 7 days, owner and cause from the block', () => {
    const block = (daysAgo: number) => entry('item', { item: 'setup-data', state: 'blocked', owner: 'third', cause: 'approval' }, daysAgo);
    expect(rule('setup-blocked', [block(7)])).toBe('none');
    expect(rule('setup-blocked', [block(8)])).toBe('stall');
    const stall = assessOf([block(8)]).stalls.find((one) => one.rule === 'setup-blocked');
    expect(stall?.turn()).toEqual({ owner: 'third', cause: 'approval' });
    expect(stall?.claim().en).toBe('Data and migration blocked for 8 days');
  });
  it('integration pending: over 14 days after the kickoff', () => {
    expect(rule('integration-pending', [held('kickoff', 14), readings({ integrationsAlive: false })])).toBe('none');
    expect(rule('integration-pending', [held('kickoff', 15), readings({ integrationsAlive: false })])).toBe('stall');
    expect(rule('integration-pending', [held('kickoff', 15), readings({ integrationsAlive: true })])).toBe('none');
    expect(rule('integration-pending', [held('kickoff', 15)])).toBe('undecided');
  });
  it('no login: 7 and 14 days; never counts from the contract; unknown is undecided', () => {
    expect(rule('no-login', [readings({ lastLogin: day(-6) })])).toBe('none');
    expect(rule('no-login', [readings({ lastLogin: day(-7) })])).toBe('watch');
    expect(rule('no-login', [readings({ lastLogin: day(-14) })])).toBe('stall');
    expect(rule('no-login', [readings({ lastLogin: 'never' }), contract(15)])).toBe('stall');
    expect(rule('no-login', [readings({ lastLogin: null }), contract(40)])).toBe('undecided');
    expect(rule('no-login', [readings({ lastLogin: day(3) })])).toBe('undecided');
  });
  it('users who have logged in by day 30: under 50 %, under 25 %', () => {
    const share = (users: number, age: number) =>
      rule('logged-in-by-day-30', [readings({ loggedInUsers: users, intendedUsers: 100 }), contract(age)]);
    expect(share(10, 29)).toBe('none');
    expect([share(24, 30), share(25, 30), share(49, 30), share(50, 30)]).toEqual(['stall', 'watch', 'watch', 'none']);
  });
  it('active share: two weeks in a row, not in the ramp-up', () => {
    const share = (weeks: number[], age = 40) =>
      rule('active-share', [weekly('activeUsers', weeks), readings({ seats: 100 }), contract(age)]);
    expect(share([39, 39])).toBe('watch');
    expect(share([19, 19])).toBe('stall');
    expect(share([39, 40])).toBe('none');
    expect(share([10, 10], 30)).toBe('none');
    expect(rule('active-share', [weekly('activeUsers', [10, null]), readings({ seats: 100 }), contract(40)])).toBe('undecided');
  });
  it('use falling: a watch by itself, a stall only together with another rule', () => {
    // A good account in all else, so that no other rule fires.
    const calm = [
      contract(25),
      held('kickoff', 20),
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
      held('briefing', 10),
    ];
    expect(rule('use-falling', [...calm, weekly('coreActions', [49, 100, 100])])).toBe('watch');
    expect(rule('use-falling', [...calm, weekly('coreActions', [64, 80, 100])])).toBe('watch');
    expect(rule('use-falling', [...calm, weekly('coreActions', [79, 100, 100])])).toBe('none');
    expect(rule('use-falling', [...calm, weekly('coreActions', [49, 100, 100]), readings({ tickets30d: 6 })])).toBe('stall');
  });
  it('against the own 90-day median: under 0.85 and 0.60, two weeks', () => {
    const base = [100, 100, 100, 100, 100, 100];
    expect(rule('own-median', [weekly('coreActions', [84, 84, ...base])])).toBe('watch');
    expect(rule('own-median', [weekly('coreActions', [59, 59, ...base])])).toBe('stall');
    expect(rule('own-median', [weekly('coreActions', [59, 90, ...base])])).toBe('none');
    expect(rule('own-median', [weekly('coreActions', [59, 59, 100])])).toBe('undecided');
  });
  it('pace: below the band two weeks running; undecided while there is no band', () => {
    const banded = { ...playbook, pace: { coreActions: [5, 10, 20, 30, 40, 50, 50] } };
    expect(rule('behind-pace', [contract(35), weekly('coreActions', [10, 10])], banded)).toBe('stall');
    expect(rule('behind-pace', [contract(35), weekly('coreActions', [10, 40])], banded)).toBe('none');
    expect(rule('behind-pace', [contract(35), weekly('coreActions', [1, 1])])).toBe('undecided');
  });
  it('milestones overdue: 1 watch, 2 stall, or 30 days of slip; the step follows the delay', () => {
    expect(rule('milestones-overdue', [contract(8)])).toBe('watch');
    expect(rule('milestones-overdue', [contract(40)])).toBe('stall');
    const escalation = (age: number) =>
      assessOf([contract(age)])
        .stalls.find((one) => one.rule === 'milestones-overdue')
        ?.escalation()?.en;
    expect(escalation(8)).toBe('Reach out to the owner');
    expect(escalation(10)).toBe('CSM proposes a plan');
    expect(escalation(12)).toBe('Bring in leadership on both sides');
  });
  it('first value late: 1.5 × and 2 × the target, none by day 45', () => {
    const late = (age: number, actions: number[] = [0, 0]) => rule('first-value-late', [contract(age), weekly('coreActions', actions)]);
    expect([late(31), late(32), late(42), late(45)]).toEqual(['none', 'watch', 'stall', 'stall']);
    expect(late(60, [0, 0, 0, 5])).toBe('none');
    expect(rule('first-value-late', [contract(60)])).toBe('undecided');
  });
  it('onboarding long: 60 days, 3 calendar months', () => {
    expect([
      rule('onboarding-long', [contract(59)]),
      rule('onboarding-long', [contract(60)]),
      rule('onboarding-long', [contract(91)]),
      rule('onboarding-long', [contract(92)]),
    ]).toEqual(['none', 'watch', 'watch', 'stall']);
  });
  it('customer silent: 14 days without a reply, or 2 contacts', () => {
    const mail = (daysAgo: number, outcome: string) => held(undefined, daysAgo, { type: 'email', outcome });
    expect(rule('customer-silent', [kickoff])).toBe('none');
    expect(rule('customer-silent', [mail(13, 'unanswered')])).toBe('none');
    expect(rule('customer-silent', [mail(14, 'unanswered')])).toBe('stall');
    expect(rule('customer-silent', [mail(4, 'unanswered'), mail(2, 'unanswered')])).toBe('stall');
    expect(rule('customer-silent', [mail(20, 'unanswered'), mail(2, 'answered')])).toBe('none');
  });
  it('no meeting: 30 and 90 days, from the contract while there was none', () => {
    expect([
      rule('no-meeting', [held('kickoff', 29)]),
      rule('no-meeting', [held('kickoff', 30)]),
      rule('no-meeting', [held('kickoff', 90)]),
      rule('no-meeting', [contract(31)]),
    ]).toEqual(['none', 'watch', 'stall', 'watch']);
    expect(rule('no-meeting', [contract(31), held(undefined, 2, { type: 'email' })])).toBe('watch');
  });
  it('owner left: within the last 14 days', () => {
    expect([
      rule('owner-left', [readings({ ownerLeftDate: day(-14) })]),
      rule('owner-left', [readings({ ownerLeftDate: day(-15) })]),
    ]).toEqual(['stall', 'none']);
  });
  it('tickets: over 5, over 10, or over 2 urgent', () => {
    const tickets = (all: number, urgent: number) => rule('tickets', [readings({ tickets30d: all, urgentTickets: urgent })]);
    expect([tickets(5, 2), tickets(6, 0), tickets(10, 2), tickets(11, 0), tickets(0, 3)]).toEqual([
      'none',
      'watch',
      'watch',
      'stall',
      'stall',
    ]);
  });
  it('value old or missing: 48 hours; the measurement of the week missed', () => {
    expect(rule('data-old', [readings({ lastLogin: day(-1) }, 1.9)])).toBe('none');
    expect(rule('data-old', [readings({ lastLogin: day(-3) }, 3)])).toBe('watch');
    expect(rule('data-old', [readings({ lastLogin: day(-6) }, 6)])).toBe('stall');
  });
});

describe('what goes with a stall', () => {
  it('fires no more after a snooze until its day has passed, and is still listed', () => {
    const snooze = (until: string) => entry('snooze', { rule: 'no-login', untilDay: until });
    const login = readings({ lastLogin: day(-20) });
    expect(assessOf([login, snooze(day(0))]).stalls[0]).toMatchObject({ snoozedUntil: day(0) });
    expect(assessOf([login, snooze(day(-1))]).stalls.find((one) => one.rule === 'no-login')?.snoozedUntil).toBeNull();
  });
  it('shows value, source, place and age', () => {
    const stall = assessOf([readings({ lastLogin: day(-20) })]).stalls.find((one) => one.rule === 'no-login');
    expect(stall?.evidence()[0]).toMatchObject({ value: 20, source: 'page', where: 'field lastLogin', day: day(-20), limit: 14 });
    expect(stall?.claim()).toEqual({ en: 'No login for 20 days', ja: '20日間ログインなし' });
  });
});
