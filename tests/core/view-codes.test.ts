import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { makeView, type Surroundings } from '@/lib/core/view/make-view';
import { viewWords } from '@/lib/words/view-words';
import { assessOf, day, entry, NOW, playbook, readings, ZONE } from './make-account';
import { SOME_WORDS } from './situation-of';

// Ids, codes, days, numbers and order; what is said in words is no business of these tests.
const setting = { playbook, lang: 'en', words: viewWords('en'), zone: ZONE, now: NOW, today: day(0) };
const around: Surroundings = { name: 'Hill School', pageAt: NOW, apiAt: null, hasApi: false, trouble: null, drifts: [] };
const view = (entries: Entry[] = [], more: Partial<Surroundings> = {}) => makeView(assessOf(entries), { ...around, ...more }, setting);
const mark = (item: string, state: string, daysAgo = 0, more: object = {}) => entry('item', { item, state, ...more }, daysAgo);
const item = (id: string, ...entries: Entry[]) => view(entries).checklist.find((one) => one.id === id);

describe('a view', () => {
  it('is of one account, by its name, else by its id', () => {
    expect(view()).toMatchObject({ account: 'sample/a', accountId: 'a', name: 'Hill School', at: NOW, today: day(0), lang: 'en' });
    expect([view([], { name: null }).name, view([], { name: '' }).name]).toEqual(['a', 'a']);
    expect(view([], { hasApi: true }).hasApi).toBe(true);
  });
  it('tells how far the checklist has come', () => {
    expect(view().progress).toMatchObject({ share: 0, percent: '0 %', done: false });
    const { total } = assessOf([]).progress;
    expect(view([mark('handoff-why', 'done')]).progress).toMatchObject({
      share: 1 / total,
      percent: `${Math.round(100 / total)} %`,
      count: `1 / ${total}`,
    });
  });
  it('keeps snoozed signals apart', () => {
    const late = [readings({ lastLogin: day(-20), tickets30d: 6 })];
    const snoozed = view([...late, entry('snooze', { rule: 'no-login', untilDay: day(3) })]);
    expect([snoozed.signals.map((one) => one.rule), snoozed.snoozed.map((one) => one.rule)]).toEqual([['tickets'], ['no-login']]);
    expect(view(late).signals.map((one) => [one.rule, one.severity, one.owner])).toEqual([
      ['no-login', 'stall', 'customer'],
      ['tickets', 'watch', expect.any(String)],
    ]);
    expect(view(late).signals[0]?.evidence.icon).toBe('page');
    expect(view(late).snoozed).toEqual([]);
  });
  it('shows sources that differ, the used one marked', () => {
    const { differs } = view([readings({ activeUsers: 42 }, 1), readings({ activeUsers: 37 }, 0, 'api')]);
    expect(differs).toHaveLength(1);
    expect(differs[0]?.rows.map((row) => [row.source, row.value, row.used !== null])).toEqual([
      ['api', '37', true],
      ['page', '42', false],
    ]);
    expect(view([readings({ activeUsers: 42 }), readings({ activeUsers: 42 }, 0, 'api')]).differs).toEqual([]);
  });
  it('has readings once a weekly metric or the contract date is known', () => {
    const has = (...entries: Entry[]) => view(entries).hasReadings;
    const weekly = playbook.metrics.find((metric) => metric.weekly && metric.type === 'number')?.id as string;
    expect([has(), has(readings({ plan: 'Pro' })), has(readings({ contractDate: day(-3) })), has(readings({ [weekly]: 0 }))]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
  it('lists plays that have items, the ones left out with their reason, and what the playbook names', () => {
    expect(view([mark('play:setup', 'skipped', 0, { reason: 'all set' })]).plays.map((one) => [one.id, one.skipped])).toEqual(
      playbook.plays.filter((play) => play.items.length).map((play) => [play.id, play.id === 'setup' ? 'all set' : null]),
    );
    expect(view().causes.map((one) => one.id)).toEqual(Object.keys(playbook.causes));
    expect(view().owners.map((one) => one.id)).toEqual(Object.keys(playbook.owners));
    expect(view().criteria.map((one) => [one.id, one.state])).toContainEqual(['loggedIn', 'unknown']);
    expect(view().criteria.find((one) => one.id === 'loggedIn')?.line.icon).toBe('unknown');
  });
  it('measures what is measured every week: value, or why there is none', () => {
    const weekly = playbook.metrics.filter((metric) => metric.weekly && metric.type === 'number').map((metric) => metric.id);
    const [known, blank, unread] = weekly as [string, string, string];
    const rows = view([readings({ [known]: 1234.5, [blank]: null })]).measurement;
    const row = (id: string) => rows.find((one) => one.metric === id);
    expect(rows.map((one) => one.metric)).toEqual(playbook.metrics.filter((metric) => metric.weekly).map((metric) => metric.id));
    expect(row(known)).toMatchObject({ value: expect.stringContaining('1,234.5'), line: { icon: 'page' } });
    expect(row(blank)).toMatchObject({ value: null, line: { icon: 'unknown' } });
    expect(row(unread)).toMatchObject({ value: null, line: { icon: null, parts: [] } });
  });
});

describe('the next step in a view', () => {
  const measured = readings({ lastLogin: day(0) });
  const next = (...entries: Entry[]) => view([measured, ...entries]).next;
  it('suggests its due day, and the next business day where that has passed or is not known', () => {
    expect(next(readings({ contractDate: day(0) }))).toMatchObject({ play: 'handoff', due: { late: false }, suggestedDay: day(4) });
    // A Friday: the next business day is Monday.
    expect(next()).toMatchObject({ play: 'handoff', due: { late: false, rest: '' }, suggestedDay: day(3), planned: null });
    expect(view().next).toMatchObject({ play: 'measurement', due: { late: true }, suggestedDay: day(3), isMeeting: false });
    expect(next(entry('touchpoint', { status: 'planned', play: 'handoff', day: day(2) }))).toMatchObject({
      planned: { day: day(2) },
      suggestedDay: day(2),
    });
  });
  it('has its agenda as a list to copy', () => {
    const lines = next()?.agendaText.split('\n') ?? [];
    expect(lines[0]).toBe(`# ${next()?.name}`);
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(next()?.reasons.length as number);
    expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(next()?.agenda.length as number);
    expect(next()?.isMeeting).toBe(true);
  });
});

describe('a row of the checklist', () => {
  it('weighs what is blocked and late first, what is done last', () => {
    const contract = readings({ contractDate: day(-9) });
    const weights = [
      item('handoff-why', mark('handoff-why', 'blocked')),
      item('handoff-why', contract),
      item('setup-admin', readings({ adminSetup: true }, 5), readings({ adminSetup: false })),
      item('setup-admin', contract),
      item('handoff-why'),
      item('handoff-why', mark('handoff-why', 'done')),
      item('handoff-why', mark('handoff-why', 'skipped')),
    ].map((one) => one?.weight);
    expect(weights).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
  it('tells who says so, what is not known, whether it is late, and by which mark', () => {
    const tick = mark('handoff-why', 'done');
    expect(item('handoff-why', tick)).toMatchObject({
      state: 'done',
      by: 'hand',
      unknown: false,
      late: false,
      mark: tick.id,
      lines: [],
      play: 'handoff',
    });
    expect(item('setup-admin')).toMatchObject({ state: 'open', by: 'condition', unknown: true, when: '', lines: [{ icon: 'unknown' }] });
    expect(item('setup-admin', readings({ adminSetup: false }))).toMatchObject({ unknown: false, lines: [] });
    expect(item('setup-admin', mark('setup-admin', 'done'))?.unknown).toBe(false);
    expect(item('handoff-why', readings({ contractDate: day(-9) }))).toMatchObject({ late: true, when: expect.stringMatching(SOME_WORDS) });
    expect(item('setup-admin', readings({ adminSetup: true }, 5), readings({ adminSetup: false }))?.lines[0]?.icon).toBe('back');
    expect(item('kickoff-recap')?.lines).toMatchObject([{ icon: null, parts: [expect.stringMatching(SOME_WORDS)] }]);
    expect(item('handoff-why', mark('handoff-why', 'blocked', 2, { owner: 'us', cause: 'data', untilDay: day(4) }))?.lines).toMatchObject([
      { icon: 'blocked', parts: [1, 2, 3, 4].map(() => expect.stringMatching(SOME_WORDS)) },
    ]);
    expect(item('handoff-why', mark('handoff-why', 'blocked'))?.lines[0]?.parts).toHaveLength(1);
    expect(item('handoff-why', mark('handoff-why', 'skipped'))).toMatchObject({ when: '', lines: [{ icon: null }] });
  });
});
