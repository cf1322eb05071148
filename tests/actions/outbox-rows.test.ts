import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OUTBOX_ALARM } from '@/lib/actions/send-outbox';
import type { HookRow, OutboxLine } from '@/lib/messages/hook-messages';
import { outboxRows } from '@/lib/store/outbox';
import { aConsole, connect } from './a-console';
import { Bench } from './fake-host';

let bench: Bench;
const URL = 'https://hooks.acme.example/in';
const hook = {
  id: 'crm',
  name: 'CRM',
  url: URL,
  auth: { type: 'none' },
  on: true,
  templates: { touchpoint: '{"text": entry.body.notes}' } as Record<string, string>,
};

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  bench.browser.access.add('https://hooks.acme.example/*');
});

const save = (change: object = {}) => bench.ask('hook.save', { hook: { ...hook, ...change } });
const run = () => bench.running.outbox.run();
const log = (notes: string, more: object = {}, account = 'acme/17') =>
  bench.ask<{ written: string[] }>('touchpoint.log', {
    account,
    touchpoint: { status: 'held', type: 'call', day: '2026-11-20', notes, ...more },
    ticks: [],
  });

describe('what is owed', () => {
  it('is nothing for readings: they stay here', async () => {
    bench.browser.access.clear();
    await save({ templates: { touchpoint: '1', item: '1', request: '1', judgement: '1' } });
    await bench.ask('fact.note', { account: 'acme/17', metric: 'plan', value: 'Pro' });
    expect(await outboxRows()).toEqual([]);
  });

  it('is nothing for a webhook that is switched off, also while it is off with something waiting', async () => {
    bench.browser.reply = () => new Response('', { status: 503 });
    await save();
    await log('one');
    await run();
    await save({ on: false });
    await log('two');
    bench.browser.now += 3_600_000;
    bench.browser.requests = [];
    await run();
    expect(bench.browser.requests).toEqual([]);
    expect(await outboxRows()).toHaveLength(1);
    expect(bench.browser.alarms.has(OUTBOX_ALARM)).toBe(false);
  });

  it('goes to each webhook once, and one that fails holds no other back', async () => {
    await save();
    await save({ id: 'slack', url: 'https://hooks.acme.example/slack' });
    bench.browser.reply = (url) => new Response('', { status: url.endsWith('slack') ? 400 : 200 });
    await log('one');
    await log('two');
    await run();
    expect(bench.browser.requests.filter(({ url }) => url === URL)).toHaveLength(2);
    expect((await outboxRows()).map(({ hook: of, state }) => [of, state])).toEqual([
      ['slack', 'failed'],
      ['slack', 'waiting'],
    ]);
    expect(await bench.ask<HookRow[]>('hook.list', {})).toMatchObject([
      { hook: { id: 'crm' }, waiting: 0, failed: 0 },
      { hook: { id: 'slack' }, waiting: 1, failed: 1 },
    ]);
  });
});

describe('a person who looks after the outbox', () => {
  it('sees only what failed or was tried', async () => {
    bench.browser.reply = () => new Response('', { status: 503 });
    await save();
    await log('tried');
    await run();
    await log('behind it');
    expect(await bench.ask<OutboxLine[]>('outbox.list', {})).toHaveLength(1);
    expect(await outboxRows()).toHaveLength(2);
  });

  it('drops a line, and what was behind it is sent', async () => {
    bench.browser.reply = () => new Response('', { status: 400 });
    await save();
    await log('bad');
    await log('good');
    await run();
    const [line] = await bench.ask<OutboxLine[]>('outbox.list', {});
    bench.browser.reply = () => new Response('');
    await bench.ask('outbox.drop', { ids: [line?.id] });
    await vi.waitFor(async () => expect(await outboxRows()).toEqual([]));
    expect(bench.browser.requests.map(({ init }) => init.body)).toEqual(['{"text":"bad"}', '{"text":"good"}']);
  });
});
