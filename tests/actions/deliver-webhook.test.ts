import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OUTBOX_ALARM } from '@/lib/actions/send-outbox';
import type { OutboxLine } from '@/lib/messages/hook-messages';
import { outboxRows } from '@/lib/store/outbox';
import { putSecret } from '@/lib/store/secrets';
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
afterEach(() => vi.useRealTimers());

const save = (change: object = {}) => bench.ask('hook.save', { hook: { ...hook, ...change } });
const run = () => bench.running.outbox.run();
const log = (notes: string, more: object = {}, account = 'acme/17') =>
  bench.ask<{ written: string[] }>('touchpoint.log', {
    account,
    touchpoint: { status: 'held', type: 'call', day: '2026-11-20', notes, ...more },
    ticks: [],
  });
const header = (name: string) => new Headers(bench.browser.requests[0]?.init.headers).get(name);

describe('one delivery', () => {
  it('is a POST of JSON without cookies that follows no redirect, with a key of the entry and webhook', async () => {
    await save();
    const { written } = await log('one');
    await run();
    expect(bench.browser.requests).toMatchObject([
      { url: URL, init: { method: 'POST', credentials: 'omit', redirect: 'error', body: '{"text":"one"}' } },
    ]);
    expect(header('Content-Type')).toBe('application/json');
    expect(header('Idempotency-Key')).toBe(`${written[0]}:crm`);
    expect(header('Authorization')).toBeNull();
  });

  it('carries the secret that was typed for its origin', async () => {
    await putSecret('crm-key', 'https://hooks.acme.example', 'TOPSECRET');
    await save({ auth: { type: 'bearer', secret: 'crm-key' } });
    await log('one');
    await run();
    expect(header('Authorization')).toBe('Bearer TOPSECRET');
  });

  it('a template that makes a text sends that text as it is', async () => {
    await save({ templates: { touchpoint: '"plain " & entry.body.notes' } });
    await log('one');
    await run();
    expect(bench.browser.requests[0]?.init.body).toBe('plain one');
  });

  it.each(['nothing', 'null', '""'])('a template that gives %s sends nothing, and nothing waits', async (template) => {
    await save({ templates: { touchpoint: template } });
    await log('one');
    await run();
    expect(bench.browser.requests).toEqual([]);
    expect(await outboxRows()).toEqual([]);
  });

  it('a kind without a template is not sent, and nothing waits', async () => {
    await save({ templates: { judgement: '{"x": 1}' } });
    await log('one');
    await run();
    expect(bench.browser.requests).toEqual([]);
    expect(await outboxRows()).toEqual([]);
  });
});

describe('a try that failed', () => {
  it.each([408, 429, 500, 502, 503])('with %i is made again later', async (status) => {
    bench.browser.reply = () => new Response('', { status });
    await save();
    await log('one');
    await run();
    expect(await outboxRows()).toMatchObject([{ state: 'waiting', tries: 1, problem: `HTTP ${status}` }]);
  });

  it.each([400, 401, 403, 404, 409, 422])('with %i waits for a person', async (status) => {
    bench.browser.reply = () => new Response('', { status });
    await save();
    await log('one');
    await run();
    expect(await outboxRows()).toMatchObject([{ state: 'failed', tries: 1, problem: `HTTP ${status}` }]);
    expect(bench.browser.alarms.has(OUTBOX_ALARM)).toBe(false);
  });

  it('because nobody answered is made again later, at the time of the alarm and not before', async () => {
    // Nobody waits the rest out here: the browser's alarm is what comes back.
    bench.browser.host.wait = () => new Promise(() => undefined);
    bench.browser.reply = () => Promise.reject(new TypeError('Failed to fetch'));
    await save();
    await log('one');
    await run();
    const [row] = await outboxRows();
    expect(row).toMatchObject({ state: 'waiting', tries: 1, problem: 'unreachable', nextAt: bench.browser.now + 30_000 });
    expect(bench.browser.alarms.get(OUTBOX_ALARM)).toBe(row?.nextAt);
    bench.browser.now += 29_999;
    await run();
    expect(bench.browser.requests).toHaveLength(1);
    bench.browser.now += 1;
    await run();
    expect(bench.browser.requests).toHaveLength(2);
    expect(await bench.ask<OutboxLine[]>('outbox.list', {})).toMatchObject([
      { account: 'acme/17', name: '17', tries: 2, state: 'waiting' },
    ]);
  });

  it('because the answer never came is told as that', async () => {
    await save();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    bench.browser.reply = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        void vi.advanceTimersByTimeAsync(20_000);
      });
    await log('one');
    await run();
    expect(await outboxRows()).toMatchObject([{ state: 'waiting', problem: 'timeout' }]);
  });

  it('a pause shorter than alarms can be is waited out at once', async () => {
    let refusals = 1;
    bench.browser.reply = () => {
      refusals -= 1;
      return refusals < 0 ? new Response('') : new Response('', { status: 429, headers: { 'Retry-After': '5' } });
    };
    const waited: number[] = [];
    bench.browser.host.wait = async (ms) => {
      waited.push(ms);
      bench.browser.now += ms;
    };
    await save();
    await log('one');
    await run();
    await vi.waitFor(async () => expect(await outboxRows()).toEqual([]));
    expect(waited).toEqual([5000]);
    expect(bench.browser.requests).toHaveLength(2);
  });
});
