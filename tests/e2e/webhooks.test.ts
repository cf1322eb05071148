import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HookRow, OutboxLine } from '@/lib/messages/hook-messages';
import { accessibilityProblems } from './axe';
import { type Kind, until } from './kido-browser';
import { type Stage, stageOn } from './setup';

interface Arrived {
  key: string;
  auth: string | undefined;
  body: { title: string; change: string; account: { id: string } };
}

/** A receiver that answers as it is told. */
class Receiver {
  readonly arrived: Arrived[] = [];
  answer: (arrived: Arrived, nth: number) => { status: number; headers?: Record<string, string> } = () => ({ status: 200 });
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      let text = '';
      request.on('data', (piece) => (text += piece));
      request.on('end', () => {
        const one = { key: String(request.headers['idempotency-key']), auth: request.headers.authorization, body: JSON.parse(text) };
        receiver.arrived.push(one);
        const { status, headers } = receiver.answer(one, receiver.arrived.length);
        response.writeHead(status, headers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    return receiver;
  }
  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}/hook`;
  }
  stop(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

describe.each<Kind>(['chromium', 'firefox'])('webhooks in %s', (kind) => {
  let stage: Stage;
  let receiver: Receiver;
  let options: Page;
  beforeAll(async () => {
    stage = await stageOn(kind);
    options = stage.options;
    receiver = await Receiver.start();
  });
  afterAll(async () => {
    await stage?.end();
    await receiver?.stop();
  });
  beforeEach(() => {
    receiver.arrived.length = 0;
    receiver.answer = () => ({ status: 200 });
  });
  const log = (id: string, notes: string) =>
    stage.kido.ask<{ written: string[] }>(options, 'touchpoint.log', {
      account: `sample/${id}`,
      touchpoint: { status: 'held', type: 'call', day: '2026-11-20', notes },
    });
  const row = async () => (await stage.kido.ask<HookRow[]>(options, 'hook.list', {}))[0];
  const queue = () => stage.kido.ask<OutboxLine[]>(options, 'outbox.list', {});
  const texts = async () => receiver.arrived.map((one) => (one.body as unknown as { text: string }).text);

  it('is set up in the settings, shows what it would send, and sends what is logged from then on', async () => {
    await log('ACC-1001', 'before there was a webhook');
    await options.bringToFront();
    const press = (words: string) =>
      options.evaluate(
        (text) => [...document.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent?.trim() === text)?.click(),
        words,
      );
    await press('Add a webhook');
    await options.waitForSelector('.hook-form');
    await options.type('.hook-form input[type=url]', receiver.url);
    await options.select('.hook-form select', 'bearer');
    await press('Show what would be sent');
    await until(
      () => options.$eval('.hook-body', (one) => (one as HTMLTextAreaElement).value),
      (text) => text.includes('before there was a webhook'),
      'nothing is shown',
    );
    if (process.env.KIDO_SHOTS) await options.screenshot({ path: `${process.env.KIDO_SHOTS}/${kind}-webhook-form.png`, fullPage: true });
    if (kind === 'chromium') expect(await accessibilityProblems(options, '.options')).toEqual([]);
    const save = await options.$('.hook-form .btn.primary');
    await save?.click();
    await until(row, (one) => one !== undefined, 'not saved');
    await stage.kido.ask(options, 'secret.put', { name: 'api-token', origin: new URL(receiver.url).origin, value: 'hook-secret' });
    const { written } = await log('ACC-1001', 'after');
    await until(texts, (all) => all.length === 1, 'nothing arrived');
    expect(receiver.arrived[0]).toMatchObject({
      auth: 'Bearer hook-secret',
      body: { change: 'new', account: { id: 'ACC-1001' } },
    });
    expect(receiver.arrived[0]?.key).toContain(written[0]);
    expect(await texts()).toEqual(['after']);
    await stage.kido.ask(options, 'entry.retract', { account: 'sample/ACC-1001', ids: written });
    await until(texts, (all) => all.length === 2, 'the retraction did not arrive');
    expect(receiver.arrived[1]?.body.change).toBe('retracted');
    const rows = await stage.kido.ask<{ retraction: string | null }[]>(options, 'timeline.get', { account: 'sample/ACC-1001' });
    const retraction = rows.find((one) => one.retraction !== null)?.retraction;
    await stage.kido.ask(options, 'entry.retract', { account: 'sample/ACC-1001', ids: [retraction] });
    await until(texts, (all) => all.length === 3, 'that it is back did not arrive');
    expect(receiver.arrived[2]?.body.change).toBe('amended');
  });

  it('waits as it is told and comes again with the same key', async () => {
    receiver.answer = (_, nth) => (nth === 1 ? { status: 429, headers: { 'retry-after': '1' } } : { status: 200 });
    await log('ACC-1002', 'again');
    await until(texts, (all) => all.length === 2, 'it did not come again', 15_000);
    expect(receiver.arrived[0]?.key).toBe(receiver.arrived[1]?.key);
    await until(queue, (lines) => lines.length === 0, 'it is still owed');
  });

  it('keeps the order of an account behind a failure, goes on with others, and is seen and mended by a person', async () => {
    receiver.answer = ({ body }) => ({ status: body.account.id === 'ACC-1003' ? 400 : 200 });
    await log('ACC-1003', 'first');
    await log('ACC-1003', 'second');
    await log('ACC-1004', 'of another account');
    await until(texts, (all) => all.includes('of another account'), 'another account was held up');
    expect(await texts()).toEqual(['first', 'of another account']);
    await until(row, (one) => one?.failed === 1 && one.waiting === 1, 'the failure is not told');
    await options.bringToFront();
    await options.waitForSelector('.outbox');
    expect(await options.$eval('.outbox', (one) => one.textContent)).toContain('HTTP 400');
    if (process.env.KIDO_SHOTS) await options.screenshot({ path: `${process.env.KIDO_SHOTS}/${kind}-webhook-queue.png`, fullPage: true });
    receiver.answer = () => ({ status: 204 });
    await options.click('.outbox .line .btn:not(.quiet)');
    await until(texts, (all) => all.length === 4, 'not sent again');
    expect((await texts()).slice(2)).toEqual(['first', 'second']);
    await until(row, (one) => one?.failed === 0 && one.waiting === 0, 'it is still owed');
  });

  it('owes what was logged while nobody answered, through a broken template as well', async () => {
    const hook = (await row())?.hook as { templates: object };
    await stage.kido.ask(options, 'hook.save', { hook: { ...hook, templates: { touchpoint: '$nothing(' } } });
    await log('ACC-1005', 'kept');
    const [line] = await until(queue, (lines) => lines.length === 1 && lines[0]?.state === 'failed', 'the fault is not told');
    expect(line?.problem).toMatch(/character/);
    await stage.kido.ask(options, 'hook.save', { hook });
    await stage.kido.ask(options, 'outbox.retry', { ids: [line?.id] });
    await until(texts, (all) => all.includes('kept'), 'not sent after the template was mended');
  });
});
