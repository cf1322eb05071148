import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { webhookEventOf } from '@/lib/actions/webhook-event-of';
import type { Written } from '@/lib/core/view/sent-view';
import { aConsole, addressOf, connect, shown, visit } from './a-console';
import { Bench, pageAt } from './fake-host';

let bench: Bench;
const account = 'acme/17';
const page = pageAt(addressOf('17'));

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  await bench.ask('account.open', { address: addressOf('17'), accountId: '17', visit }, page);
});

const event = (id: string | undefined) => webhookEventOf(bench.kido, account, id ?? '');
const held = (notes: string) => ({ status: 'held', type: 'call', day: '2026-11-20', notes });
async function log(notes: string): Promise<string> {
  const { written } = await bench.ask<Written>('touchpoint.log', { account, touchpoint: held(notes), ticks: [] });
  return written[0] ?? '';
}
async function amend(id: string, notes: string): Promise<string> {
  bench.browser.now += 1000;
  return (await bench.ask<Written>('touchpoint.amend', { account, id, touchpoint: held(notes) })).written[0] ?? '';
}
async function retract(id: string): Promise<string> {
  bench.browser.now += 1000;
  return (await bench.ask<Written>('entry.retract', { account, ids: [id] })).written[0] ?? '';
}

describe('what another system is told', () => {
  it('of a note: whose it is, by its name and page as last read', async () => {
    const from = { address: addressOf('17'), accountId: '17', name: 'Acme KK', fields: [shown('seats', '40')], visit };
    await bench.ask('account.read', from, page);
    await bench.ask('settings.put', { change: { author: 'Maya' } });
    const id = await log('Hello');
    expect(await event(id)).toMatchObject({
      change: 'new',
      entry: { id, kind: 'touchpoint', at: '2026-11-20T03:00:00.000Z', by: 'Maya', body: { notes: 'Hello' } },
      account: { id: '17', name: 'Acme KK', console: 'acme', page: addressOf('17') },
    });
  });

  it('of an account whose page was never read: its id, and no page', async () => {
    expect(await event(await log('Hello'))).toMatchObject({ account: { id: '17', name: '17', console: 'acme', page: null } });
  });

  it('of a note that was changed before it was sent: what it says now, as one', async () => {
    const id = await log('first');
    const change = await amend(id, 'second');
    expect(await event(id)).toMatchObject({ change: 'new', entry: { id, body: { notes: 'second' } } });
    expect(await event(change)).toMatchObject({ change: 'amended', entry: { id, body: { notes: 'second' } } });
  });

  it('of a note that was taken back: nothing new, and that it was taken back', async () => {
    const id = await log('first');
    const back = await retract(id);
    expect(await event(id)).toBeNull();
    expect(await event(back)).toMatchObject({ change: 'retracted', entry: { id } });
  });

  it('of a note that came back: that it stands again', async () => {
    const id = await log('first');
    const again = await retract(await retract(id));
    expect(await event(again)).toMatchObject({ change: 'amended', entry: { id, body: { notes: 'first' } } });
  });

  it('of a change that was taken back: what the note says without it', async () => {
    const id = await log('first');
    const back = await retract(await amend(id, 'second'));
    expect(await event(back)).toMatchObject({ change: 'amended', entry: { id, body: { notes: 'first' } } });
  });

  it('of marks, requests and judgements alike, each by its kind', async () => {
    const mark = { item: 'handoff-why', state: 'done' };
    const { written } = await bench.ask<Written>('item.mark', { account, mark }, page);
    expect(await event(written[0])).toMatchObject({ change: 'new', entry: { kind: 'item', body: mark } });
    const told = await bench.ask<{ written: { id: string }[] }>('request.tell', {
      accounts: [account],
      told: { request: 'export', status: 'planned' },
    });
    expect(await event(told.written[0]?.id)).toMatchObject({ entry: { kind: 'request', body: { status: 'planned' } } });
  });

  it('of readings, plans and snoozes: nothing', async () => {
    const fact = await bench.ask<Written>('fact.note', { account, metric: 'plan', value: 'Pro' });
    const plan = await bench.ask<Written>('touchpoint.plan', { account, play: 'kickoff', day: '2026-11-24' }, page);
    const snooze = await bench.ask<Written>('stall.snooze', { account, snooze: { rule: 'noKickoff', untilDay: '2026-11-27' } }, page);
    for (const { written } of [fact, plan, snooze]) {
      expect(written).toHaveLength(1);
      expect(await event(written[0])).toBeNull();
    }
    expect(await event(await retract(plan.written[0] ?? ''))).toBeNull();
  });

  it('of the plan that a held touchpoint stands for: nothing, and of the touchpoint once', async () => {
    await bench.ask('touchpoint.plan', { account, play: 'kickoff', day: '2026-11-24' }, page);
    const touchpoint = { ...held('Went well'), play: 'kickoff' };
    const { written } = await bench.ask<Written>('touchpoint.log', { account, touchpoint, ticks: [] });
    expect(written).toHaveLength(2);
    const events = await Promise.all(written.map(event));
    expect(events.map((one) => one?.change)).toEqual([undefined, 'new']);
  });

  it('of what is not there, here or in another account: nothing', async () => {
    const id = await log('Hello');
    expect(await event('none')).toBeNull();
    expect(await webhookEventOf(bench.kido, 'acme/18', id)).toBeNull();
  });
});
