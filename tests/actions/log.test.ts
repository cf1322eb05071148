import type { Written } from '@/lib/core/view/sent-view';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { TimelineRow } from '@/lib/core/view/timeline-row';
import type { LogChoices } from '@/lib/messages/log-messages';
import { appendEntries, entriesOf } from '@/lib/store/journal';
import { aConsole, addressOf, connect, visit } from './a-console';
import { Bench, pageAt } from './fake-host';

let bench: Bench;
const account = 'acme/17';
const page = pageAt(addressOf('17'));

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  await bench.ask('account.open', { address: addressOf('17'), accountId: '17', visit }, page);
});

const held = (more: object = {}) => ({ status: 'held', type: 'meeting', day: '2026-11-20', notes: 'Went well', ...more });
const log = (more: object = {}, ticks: string[] = []) => bench.ask<Written>('touchpoint.log', { account, touchpoint: held(more), ticks });
const view = () => bench.ask<PanelView>('account.view', { account });
const item = (shown: PanelView, id: string) => shown.checklist.find((one) => one.id === id);
const kinds = async () => (await entriesOf(account)).map((one) => one.kind);

describe('logging a touchpoint', () => {
  it('writes it, ticks the items of its agenda that are open, and no others', async () => {
    await bench.ask('item.mark', { account, mark: { item: 'handoff-why', state: 'done' } }, page);
    const { written, view: after } = await log({ play: 'kickoff' }, ['handoff-why', 'handoff-success', 'no-such-item']);
    expect(written).toHaveLength(2);
    expect(item(after, 'handoff-success')?.state).toBe('done');
    expect(await kinds()).toEqual(['item', 'touchpoint', 'item']);
  });

  it('what was planned and is now held is one touchpoint', async () => {
    await bench.ask('touchpoint.plan', { account, play: 'kickoff', day: '2026-11-23' }, page);
    await log({ play: 'kickoff' });
    const { folded } = await bench.kido.keeper.account(account);
    expect(folded.touchpoints.map((one) => [one.status, one.day])).toEqual([['held', '2026-11-20']]);
  });

  it('a touchpoint of another play leaves what is planned', async () => {
    await bench.ask('touchpoint.plan', { account, play: 'kickoff', day: '2026-11-23' }, page);
    await log();
    const { folded } = await bench.kido.keeper.account(account);
    expect(folded.touchpoints.map((one) => one.status)).toEqual(['held', 'planned']);
  });

  it('taken back, everything is as before, the planned one too', async () => {
    await bench.ask('touchpoint.plan', { account, play: 'kickoff', day: '2026-11-23' }, page);
    const { written } = await log({ play: 'kickoff' }, ['handoff-success']);
    const { view: after } = await bench.ask<Written>('entry.retract', { account, ids: written });
    expect(item(after, 'handoff-success')?.state).toBe('open');
    const { folded } = await bench.kido.keeper.account(account);
    expect(folded.touchpoints.map((one) => one.status)).toEqual(['planned']);
  });

  it('changed, it says what it says now and keeps what it said', async () => {
    const { written } = await log({ minutes: 30, attendees: ['Sato'] });
    const id = written[0] ?? '';
    await bench.ask('touchpoint.amend', { account, id, touchpoint: held({ notes: 'Went very well' }) });
    expect(await bench.ask('touchpoint.get', { account, id })).toEqual(held({ notes: 'Went very well' }));
    const rows = await bench.ask<TimelineRow[]>('timeline.get', { account });
    expect(JSON.stringify(rows)).toContain('Went very well');
    expect((await entriesOf(account))[0]).toMatchObject({ body: { notes: 'Went well', minutes: 30 } });
  });

  it('of another account, or of none, nothing can be changed or shown', async () => {
    const { written } = await log();
    const id = written[0] ?? '';
    await expect(bench.ask('touchpoint.get', { account: 'acme/18', id })).rejects.toThrow('no such touchpoint');
    await expect(bench.ask('touchpoint.amend', { account: 'acme/18', id, touchpoint: held() })).rejects.toThrow('no such touchpoint');
    await expect(bench.ask('touchpoint.get', { account, id: 'none' })).rejects.toThrow('no such touchpoint');
    expect(await entriesOf('acme/18')).toEqual([]);
  });

  it('offers the plays that are touchpoints, and people and tasks that were named before', async () => {
    await log({ attendees: ['Sato', 'Mori'], actions: [{ text: 'Send the template', who: 'Kana' }] });
    const choices = await bench.ask<LogChoices>('log.choices', { account });
    expect(choices.plays.map((one) => one.id)).toContain('kickoff');
    expect(choices.sources.people).toEqual(expect.arrayContaining(['Sato', 'Mori', 'Kana']));
    expect(choices.sources.tasks).toEqual(['Send the template']);
  });
});

describe('planning', () => {
  it('moves what was planned before', async () => {
    await bench.ask('touchpoint.plan', { account, play: 'kickoff', day: '2026-11-23' }, page);
    await bench.ask('touchpoint.plan', { account, play: 'kickoff', day: '2026-11-30' }, page);
    const { folded } = await bench.kido.keeper.account(account);
    expect(folded.touchpoints.map((one) => one.day)).toEqual(['2026-11-30']);
  });

  it('of a play that the playbook does not have is refused, and nothing is written', async () => {
    await expect(bench.ask('touchpoint.plan', { account, play: 'party', day: '2026-11-23' }, page)).rejects.toThrow('no such play');
    await expect(bench.ask('touchpoint.plan', { account, play: 'kickoff', day: 'soon' }, page)).rejects.toThrow('day');
    expect(await entriesOf(account)).toEqual([]);
  });
});

describe('marks', () => {
  it('an item is ticked, un-ticked and blocked, each of it an entry', async () => {
    const mark = (body: object) => bench.ask<Written>('item.mark', { account, mark: { item: 'handoff-why', ...body } }, page);
    expect(item((await mark({ state: 'done' })).view, 'handoff-why')?.state).toBe('done');
    expect(item((await mark({ state: 'open' })).view, 'handoff-why')?.state).toBe('open');
    expect(item((await mark({ state: 'blocked', owner: 'customer', cause: 'data' })).view, 'handoff-why')?.state).toBe('blocked');
    expect(await kinds()).toEqual(['item', 'item', 'item']);
  });

  it('a whole play is finished at once: what is due and open, and nothing twice', async () => {
    const readings = [{ metric: 'contractDate', value: '2026-09-01', source: 'page' as const, where: '' }];
    const entry = {
      id: 'c',
      v: 1,
      account,
      at: bench.browser.now - 1000,
      by: '',
      device: '',
      kind: 'readings',
      body: { readings },
    } as Entry;
    await appendEntries([entry], {});
    bench.kido.keeper.forget();
    const first = await bench.ask<Written>('play.done', { account, play: 'handoff' }, page);
    expect(first.written.length).toBeGreaterThan(1);
    expect((await bench.ask<Written>('play.done', { account, play: 'handoff' }, page)).written).toEqual([]);
  });

  it('a stall is put off until its day', async () => {
    await bench.ask('stall.snooze', { account, snooze: { rule: 'noKickoff', untilDay: '2026-11-27' } }, page);
    const { folded } = await bench.kido.keeper.account(account);
    expect(folded.snoozes.get('noKickoff')).toMatchObject({ untilDay: '2026-11-27' });
  });

  it('taking back leaves alone what is not of this account', async () => {
    await bench.ask('fact.note', { account: 'acme/18', metric: 'plan', value: 'Pro' });
    const [other] = await entriesOf('acme/18');
    expect((await bench.ask<Written>('entry.retract', { account, ids: [other?.id ?? '', 'none'] }, page)).written).toEqual([]);
    expect(await entriesOf('acme/18')).toHaveLength(1);
  });

  it('taking a taking-back back restores', async () => {
    const { written } = await bench.ask<Written>('item.mark', { account, mark: { item: 'handoff-why', state: 'done' } }, page);
    const gone = await bench.ask<Written>('entry.retract', { account, ids: written }, page);
    expect(item(gone.view, 'handoff-why')?.state).toBe('open');
    const back = await bench.ask<Written>('entry.retract', { account, ids: gone.written }, page);
    expect(item(back.view, 'handoff-why')?.state).toBe('done');
  });
});

describe('judging', () => {
  it('is refused until criteria and the customer’s word are both there', async () => {
    await expect(bench.ask('judgement.state', { account }, page)).rejects.toThrow('both needed');
    expect(await entriesOf(account)).toEqual([]);
  });

  it('freezes the criteria with the playbook that judged, and the words', async () => {
    const week = (monday: string) => ({ metric: 'coreActions', value: 12, source: 'api' as const, where: '', week: monday });
    const now = (metric: string, value: number | string | boolean) => ({ metric, value, source: 'page' as const, where: '' });
    const readings = [
      now('contractDate', '2026-09-01'),
      now('loggedInUsers', 90),
      now('intendedUsers', 100),
      now('seats', 100),
      now('urgentTickets', 0),
      now('adminSetup', true),
      now('dataImported', true),
      now('integrationsAlive', true),
      week('2026-11-09'),
      week('2026-11-02'),
    ];
    const at = bench.browser.now - 1000;
    await appendEntries([{ id: 'r', v: 1, account, at, by: '', device: '', kind: 'readings', body: { readings } } as Entry], {});
    bench.kido.keeper.forget();
    await log({ play: 'kickoff', day: '2026-09-10' });
    await log({ play: 'completion', verdict: { confirmed: true, quote: 'We save a day a week', who: 'Sato' } });
    const ready = await view();
    expect(ready.criteria.filter((one) => one.state !== 'met').map((one) => one.id)).toEqual([]);
    const { view: after } = await bench.ask<Written>('judgement.state', { account }, page);
    expect(after.judgement).toMatchObject({ onboarded: true, quote: { text: expect.stringContaining('We save a day a week') } });
    const judged = (await entriesOf(account)).find((one) => one.kind === 'judgement');
    expect(judged?.body).toMatchObject({
      onboarded: true,
      playbook: { id: 'default' },
      criteria: expect.arrayContaining([{ id: 'setup', state: 'met', line: expect.any(String) }]),
    });
    expect(await bench.ask('handover.text', { account }, page)).toContain('We save a day a week');
  });
});

describe('facts that a person states', () => {
  it('are readings of theirs; cleared, they are unknown and say why', async () => {
    await bench.ask('fact.note', { account, metric: 'plan', value: 'Pro' });
    await bench.ask('fact.note', { account, metric: 'plan', value: null });
    const { folded } = await bench.kido.keeper.account(account);
    expect(folded.metrics.get('plan')?.moments.map(({ value, source, problem }) => ({ value, source, problem }))).toEqual([
      { value: 'Pro', source: 'person', problem: undefined },
      { value: null, source: 'person', problem: 'cleared by hand' },
    ]);
  });
});
