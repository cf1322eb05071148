import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FormSetup } from '@/lib/messages/form-messages';
import { entriesOf } from '@/lib/store/journal';
import { aConsole, addressOf, connect, visit } from './a-console';
import { Bench, OWN, own, pageAt } from './fake-host';
import { requestId } from './request-id';

let bench: Bench;
const account = 'acme/17';
const page = pageAt(addressOf('17'));
const frame = (tabId = 7) => own({ url: `${OWN.url}form.html`, tabId, frameId: 3, document: 'form' });

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  await bench.ask('account.open', { address: addressOf('17'), accountId: '17', visit }, page);
  bench.browser.told = [];
});

async function open(asked: object): Promise<string> {
  const { page: address } = await bench.ask<{ page: string }>('form.open', { account, asked }, page);
  expect(address.startsWith(`${OWN.url}form.html?pass=`)).toBe(true);
  return new URL(address).searchParams.get('pass') ?? '';
}
const mine = (pass: string, from = frame()) => bench.ask<FormSetup | null>('form.mine', { pass }, from);
async function ticketFor(asked: object): Promise<string> {
  const setup = await mine(await open(asked));
  if (!setup) throw new Error('the form does not open');
  return setup.ticket;
}
const send = (ticket: string, answer: object | null, from = frame(), id = requestId()) =>
  bench.ask('form.send', { ticket, answer }, from, id);

const skip = { kind: 'skip', item: 'handoff-why' };
const block = { kind: 'block', item: 'handoff-why' };
const plan = { kind: 'plan', play: 'kickoff', day: '2026-11-24' };
const skipped = { mark: { item: 'handoff-why', state: 'skipped', reason: 'Known already' } };
const blocked = { mark: { item: 'handoff-why', state: 'blocked', owner: 'customer', cause: 'data' } };
const told = () => bench.browser.told.flatMap(({ tab, news }) => (news.news === 'form' ? [{ tab, ...news }] : []));

describe('a form', () => {
  it('is shown once, in its own tab, to whoever has its pass', async () => {
    const pass = await open(block);
    expect(await mine('guessed')).toBeNull();
    expect(await mine(pass, frame(8))).toBeNull();
    expect(await mine(pass, own({ ...frame(), tabId: null }))).toBeNull();
    const setup = await mine(pass);
    expect(setup).toMatchObject({ asked: block, today: '2026-11-20', lang: 'en', theme: 'auto' });
    expect(setup?.owners.map((one) => one.id)).toContain('customer');
    expect(setup?.causes.map((one) => one.id)).toContain('data');
    expect(await mine(pass)).toBeNull();
  });

  it('a guessed pass does not take the right one away', async () => {
    const pass = await open(block);
    await mine('guessed');
    expect(await mine(pass)).not.toBeNull();
  });

  it('writes what was asked for, under the account for which it was opened, and tells its page', async () => {
    const id = requestId();
    await send(await ticketFor(skip), skipped, frame(), id);
    expect(await entriesOf(account)).toMatchObject([{ id: `${id}-0`, kind: 'item', body: skipped.mark }]);
    expect(told()).toEqual([{ tab: 7, news: 'form', account, written: [`${id}-0`] }]);
    await send(await ticketFor(block), blocked);
    await send(await ticketFor(plan), { day: '2026-11-30' });
    expect((await entriesOf(account)).map((one) => one.body)).toEqual([
      skipped.mark,
      blocked.mark,
      expect.objectContaining({ status: 'planned', play: 'kickoff', day: '2026-11-30' }),
    ]);
  });

  it('that is cancelled writes nothing, and its page hears so', async () => {
    const ticket = await ticketFor(skip);
    await send(ticket, null);
    expect(told()).toEqual([{ tab: 7, news: 'form', account, written: [] }]);
    expect(await entriesOf(account)).toEqual([]);
    await expect(send(ticket, skipped)).rejects.toThrow('no such form');
  });

  it('is sent once: its ticket is good for one answer', async () => {
    const ticket = await ticketFor(skip);
    await send(ticket, skipped);
    await expect(send(ticket, skipped)).rejects.toThrow('no such form');
    expect(await entriesOf(account)).toHaveLength(1);
  });

  it.each([
    ['a guessed ticket', (_: string) => send('guessed', skipped)],
    ['a ticket of another tab', (ticket: string) => send(ticket, skipped, frame(8))],
    ['no tab', (ticket: string) => send(ticket, skipped, own({ ...frame(), tabId: null }))],
  ])('%s sends nothing, and the form stays', async (_, wrong) => {
    const ticket = await ticketFor(skip);
    await expect(wrong(ticket)).rejects.toThrow('no such form');
    expect(await entriesOf(account)).toEqual([]);
    await send(ticket, skipped);
    expect(await entriesOf(account)).toHaveLength(1);
  });

  it.each([
    ['a skip', skip, blocked],
    ['a skip', skip, { mark: { ...skipped.mark, item: 'handoff-success' } }],
    ['a skip', skip, { mark: { ...skipped.mark, state: 'done' } }],
    ['a skip', skip, { day: '2026-11-30' }],
    ['a block', block, skipped],
    ['a plan', plan, skipped],
  ])('%s takes no answer to another form', async (_, asked, answer) => {
    await expect(send(await ticketFor(asked), answer)).rejects.toThrow('another form');
    expect(await entriesOf(account)).toEqual([]);
  });

  it('writes nothing once its tab shows another account', async () => {
    const ticket = await ticketFor(skip);
    const other = addressOf('18');
    await bench.ask('account.open', { address: other, accountId: '18', visit: { ...visit, count: 2 } }, pageAt(other));
    await expect(send(ticket, skipped)).rejects.toThrow('another account');
    expect([...(await entriesOf(account)), ...(await entriesOf('acme/18'))]).toEqual([]);
  });

  it('writes nothing once its tab shows no account', async () => {
    const ticket = await ticketFor(skip);
    await bench.ask('account.left', { address: addressOf('17'), visit }, page);
    await expect(send(ticket, skipped)).rejects.toThrow('another account');
    expect(await entriesOf(account)).toEqual([]);
  });

  it('that was closed, or gave way to another one, is not sent', async () => {
    const first = await ticketFor(skip);
    const second = await ticketFor(block);
    await expect(send(first, skipped)).rejects.toThrow('no such form');
    await bench.ask('form.close', { account }, page);
    await expect(send(second, blocked)).rejects.toThrow('no such form');
    const pass = await open(skip);
    await bench.ask('form.close', { account }, page);
    expect(await mine(pass)).toBeNull();
  });

  it('of one tab is none of another tab of the same account', async () => {
    const there = pageAt(addressOf('17'), 8);
    await bench.ask('account.open', { address: addressOf('17'), accountId: '17', visit }, there);
    const pass = await open(skip);
    await bench.ask('form.close', { account }, there);
    expect(await mine(pass)).not.toBeNull();
  });

  it('outlives a background that was stopped while it was open', async () => {
    const ticket = await ticketFor(skip);
    bench.restart();
    await send(ticket, skipped);
    expect(await entriesOf(account)).toHaveLength(1);
  });
});
