import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { OUTBOX_ALARM } from '@/lib/actions/send-outbox';
import type { OutboxLine } from '@/lib/messages/hook-messages';
import { outboxRows } from '@/lib/store/outbox';
import { putSecret } from '@/lib/store/secrets';
import { aConsole, connect } from './a-console';
import { Bench } from './fake-host';
import { requestId } from './request-id';

let bench: Bench;
const URL = 'https://hooks.acme.example/in';
const hook = {
  id: 'crm',
  name: 'CRM',
  url: URL,
  auth: { type: 'none' },
  on: true,
  templates: { touchpoint: '{"text": entry.body.notes, "change": change}' },
};

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  bench.browser.access.add('https://hooks.acme.example/*');
  expect(await bench.ask('hook.save', { hook })).toEqual({ errors: [] });
});

const log = (notes: string, account = 'acme/17', id = requestId()) =>
  bench.ask(
    'touchpoint.log',
    { account, touchpoint: { status: 'held', type: 'call', day: '2026-11-20', notes }, ticks: [] },
    undefined,
    id,
  );
const posts = () => bench.browser.requests.map(({ init }) => JSON.parse(String(init.body)) as { text: string });
const keys = () => bench.browser.requests.map(({ init }) => (init.headers as Record<string, string>)['Idempotency-Key']);

describe('the outbox', () => {
  it('sends each entry once, in order, and is empty then', async () => {
    await log('one');
    await log('two');
    await bench.running.outbox.run();
    expect(posts().map((one) => one.text)).toEqual(['one', 'two']);
    expect(await outboxRows()).toEqual([]);
    expect(bench.browser.alarms.has(OUTBOX_ALARM)).toBe(false);
  });

  it('a question whose answer was lost tells the other system once', async () => {
    const id = requestId();
    await log('one', 'acme/17', id);
    await bench.running.outbox.run();
    bench.restart();
    await log('one', 'acme/17', id);
    await bench.running.outbox.run();
    expect(posts()).toHaveLength(1);
  });

  it('has its alarm before the first request goes out, so that a background stopped in the middle comes back', async () => {
    let alarm: number | undefined;
    bench.browser.reply = () => {
      alarm = bench.browser.alarms.get(OUTBOX_ALARM);
      return new Response('');
    };
    await log('one');
    await bench.running.outbox.run();
    expect(alarm).toBe(bench.browser.now + 60_000);
  });

  it('goes on after a restart with what was not delivered, under the same key', async () => {
    bench.browser.reply = () => new Response('', { status: 503 });
    await log('one');
    await bench.running.outbox.run();
    bench.restart();
    bench.browser.now += 3_600_000;
    bench.browser.reply = () => new Response('');
    await bench.running.outbox.run();
    expect(new Set(keys()).size).toBe(1);
    expect(await outboxRows()).toEqual([]);
  });

  it('believes no pause of thousands of years', async () => {
    for (const header of ['99999999999', '9'.repeat(400), 'Fri, 31 Dec 9999 23:59:59 GMT']) {
      bench.browser.reply = () => new Response('', { status: 429, headers: { 'Retry-After': header } });
      await log(header);
      await bench.running.outbox.run();
      const [row] = await outboxRows();
      expect(row?.nextAt).toBeLessThanOrEqual(bench.browser.now + 24 * 3_600_000);
      expect(bench.browser.alarms.get(OUTBOX_ALARM)).toBe(row?.nextAt);
      await bench.ask('outbox.drop', { ids: (await outboxRows()).map((one) => one.id) });
      await bench.running.outbox.run();
    }
  });

  it('holds an account back behind what failed for good, and no other account', async () => {
    bench.browser.reply = (_, { body }) => new Response('', { status: String(body).includes('bad') ? 400 : 200 });
    await log('bad');
    await log('after');
    await log('other', 'acme/18');
    await bench.running.outbox.run();
    expect((await outboxRows()).map((row) => [row.account, row.state])).toEqual([
      ['acme/17', 'failed'],
      ['acme/17', 'waiting'],
    ]);
    expect(await bench.ask<OutboxLine[]>('outbox.list', {})).toMatchObject([{ account: 'acme/17', state: 'failed', problem: 'HTTP 400' }]);
    bench.browser.reply = () => new Response('');
    await bench.ask('outbox.retry', { ids: (await outboxRows()).map((row) => row.id) });
    expect(await outboxRows()).toEqual([]);
  });

  it('sends nothing without access to the host, and no secret of another origin', async () => {
    bench.browser.access.delete('https://hooks.acme.example/*');
    await log('one');
    await bench.running.outbox.run();
    expect(bench.browser.requests).toEqual([]);
    expect(await outboxRows()).toMatchObject([{ state: 'failed', problem: 'no access' }]);
    bench.browser.access.add('https://hooks.acme.example/*');
    await putSecret('crm-key', 'https://elsewhere.example', 'TOPSECRET');
    await bench.ask('hook.save', { hook: { ...hook, auth: { type: 'bearer', secret: 'crm-key' } } });
    await bench.ask('outbox.retry', { ids: (await outboxRows()).map((row) => row.id) });
    expect(bench.browser.requests).toEqual([]);
    expect(await outboxRows()).toMatchObject([{ state: 'failed' }]);
  });

  it('what was taken back before it was sent is not sent; afterwards it is told as taken back', async () => {
    bench.browser.access.delete('https://hooks.acme.example/*');
    const done = (await log('one')) as { written: string[] };
    await bench.running.outbox.run();
    await bench.ask('entry.retract', { account: 'acme/17', ids: done.written });
    bench.browser.access.add('https://hooks.acme.example/*');
    await bench.ask('outbox.retry', { ids: (await outboxRows()).map((row) => row.id) });
    expect(posts().map((one) => (one as { change?: string }).change)).toEqual(['retracted']);
  });

  it('a webhook that is removed takes what it was owed with it', async () => {
    bench.browser.reply = () => new Response('', { status: 503 });
    await log('one');
    await bench.running.outbox.run();
    await bench.ask('hook.remove', { id: 'crm' });
    expect(await outboxRows()).toEqual([]);
    expect(await bench.ask('hook.list', {})).toEqual([]);
  });

  it('a template that never ends is a failure of its own webhook', async () => {
    await bench.ask('hook.save', { hook: { ...hook, templates: { touchpoint: '($f:=function($n){$f($n+1)};$f(0))' } } });
    await log('one');
    await bench.running.outbox.run();
    expect(await outboxRows()).toMatchObject([{ state: 'failed' }]);
  });
});

describe('connecting a webhook', () => {
  it('shows what a template makes of the newest entry, and sends nothing', async () => {
    expect(await bench.ask('hook.try', { hook })).toMatchObject({ errors: [], trials: [{ kind: 'touchpoint', body: null }] });
    bench.browser.access.clear();
    await log('one');
    const trial = await bench.ask<{ trials: { body: string }[] }>('hook.try', { hook });
    expect(JSON.parse(trial.trials[0]?.body ?? '')).toMatchObject({ text: 'one', change: 'new' });
    expect(await bench.ask('hook.try', { hook: { ...hook, templates: { touchpoint: 'entry.' } } })).toMatchObject({
      trials: [{ body: null, problem: expect.stringContaining('character') }],
    });
    expect(bench.browser.requests).toEqual([]);
  });

  it('keeps none that is not right, and says what is not', async () => {
    expect(await bench.ask('hook.save', { hook: { ...hook, id: 'two', url: 'http://plain.example/in' } })).toMatchObject({
      errors: [expect.stringContaining('url')],
    });
    expect(await bench.ask('hook.try', { hook: {} })).toMatchObject({
      trials: [],
      errors: expect.arrayContaining([expect.stringContaining('id')]),
    });
    expect(await bench.ask('hook.list', {})).toMatchObject([{ hook: { id: 'crm' }, access: true, waiting: 0, failed: 0 }]);
  });
});
