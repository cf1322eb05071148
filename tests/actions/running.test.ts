import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessChanged } from '@/lib/actions/announce-settings';
import type { FoundNote } from '@/lib/core/view/found-note';
import type { SentView } from '@/lib/core/view/sent-view';
import { secretStates } from '@/lib/store/secrets';
import { webhooks } from '@/lib/store/webhooks';
import { aConsole, addressOf, anApi, connect, ORIGIN, visit } from './a-console';
import { Bench, OWN, own, pageAt } from './fake-host';
import { requestId } from './request-id';

let bench: Bench;
const account = 'acme/17';
const HERE = addressOf('17');
const mark = { account, mark: { item: 'handoff-why', state: 'done' } };

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
});

const open = (tab: number, id = '17', count = 1) =>
  bench.ask('account.open', { address: addressOf(id), accountId: id, visit: { ...visit, count } }, pageAt(addressOf(id), tab));

describe('what an earlier version left where pages could read it', () => {
  const hook = { id: 'crm', name: 'CRM', url: 'https://hooks.acme.example/in', on: true, templates: {} };

  it('is moved in before the first answer, and is no longer there', async () => {
    await bench.kido.settings.putConsole(aConsole({ api: [anApi()] }));
    await bench.browser.local.set('secrets', { 'acme-token': 'TOPSECRET' });
    await bench.browser.local.set('webhooks', [hook]);
    bench.restart();
    expect(await bench.ask('hook.list', {})).toMatchObject([{ hook: { id: 'crm' } }]);
    expect(await secretStates([{ name: 'acme-token', origin: 'https://api.acme.example' }])).toMatchObject([{ set: true }]);
    expect(await webhooks()).toHaveLength(1);
    expect(JSON.stringify(bench.browser.local.stored)).not.toMatch(/TOPSECRET|hooks\.acme/);
  });

  it('that cannot be moved in stays, and Kido answers all the same', async () => {
    await bench.browser.local.set('webhooks', [hook]);
    const { remove } = bench.browser.local;
    bench.browser.local.remove = async () => Promise.reject(new Error('the profile is full'));
    bench.restart();
    await expect(bench.running.ready).resolves.toBeUndefined();
    expect(await bench.ask('settings.get', {})).toMatchObject({ lang: 'en' });
    bench.browser.local.remove = remove;
    expect(bench.browser.local.stored.webhooks).toEqual([hook]);
    bench.restart();
    await bench.running.ready;
    expect(bench.browser.local.stored.webhooks).toBeUndefined();
    expect(await webhooks()).toHaveLength(1);
  });
});

describe('a change of an account', () => {
  it('reaches every other tab that shows it, and no tab of another account', async () => {
    await open(7);
    await open(8);
    await open(9, '18');
    bench.browser.told = [];
    bench.browser.announced = [];
    const { view } = await bench.ask<{ view: SentView }>('item.mark', mark, pageAt(HERE, 7));
    await Promise.resolve();
    expect(bench.browser.told).toEqual([{ tab: 8, news: { news: 'view', view } }]);
    expect(bench.browser.announced).toEqual([{ news: 'account', account }]);
  });

  it('that Kido’s own page made reaches every tab', async () => {
    await open(7);
    await open(8);
    bench.browser.told = [];
    await bench.ask('item.mark', mark, own());
    await Promise.resolve();
    expect(bench.browser.told.map(({ tab, news }) => [tab, news.news])).toEqual([
      [7, 'view'],
      [8, 'view'],
    ]);
  });

  it('outlives the background: what was held back counts after it was stopped', async () => {
    const readings = [{ metric: 'seats', value: 41, source: 'page' as const, where: '', seenAt: bench.browser.now }];
    await bench.kido.keeper.hold(account, readings);
    expect(bench.browser.memory.stored[`held:${account}`]).toEqual(readings);
    bench.restart();
    expect((await bench.kido.keeper.account(account)).held).toEqual(readings);
    await bench.kido.keeper.hold(account, []);
    expect(bench.browser.memory.stored[`held:${account}`]).toBeUndefined();
  });
});

describe('access that was given or taken back', () => {
  it('is registered for consoles that may be read, each place once and in order', async () => {
    await bench.kido.settings.putConsole(aConsole({ id: 'twin', pages: [{ match: '/other/{accountId}' }] }));
    await bench.kido.settings.putConsole(aConsole({ id: 'zeta', origins: ['https://zeta.example', 'https://alpha.example'] }));
    await bench.kido.settings.putConsole(aConsole({ id: 'closed', origins: ['https://closed.example'] }));
    for (const pattern of ['https://zeta.example/*', 'https://alpha.example/*']) bench.browser.access.add(pattern);
    await accessChanged(bench.kido);
    expect(bench.browser.registered).toEqual([`${ORIGIN}/*`, 'https://alpha.example/*', 'https://zeta.example/*']);
  });

  it('pages of a console that may still be read keep their panel, with how to read', async () => {
    await open(7);
    await bench.kido.settings.putConsole(aConsole({ id: 'closed', origins: ['https://closed.example'] }));
    bench.browser.told = [];
    await accessChanged(bench.kido);
    expect(bench.browser.told).toMatchObject([{ tab: 7, news: { news: 'setup', setup: { config: { id: 'acme' } } } }]);
    expect(await bench.ask('tab.state', { tabId: 7, address: HERE })).toMatchObject({ state: 'account' });
  });

  it('a policy that came is used from then on', async () => {
    bench.browser.policy = { theme: 'dark' };
    expect(await bench.ask('settings.get', {})).toMatchObject({ preferences: { theme: 'auto' } });
    await accessChanged(bench.kido);
    expect(await bench.ask('settings.get', {})).toMatchObject({ preferences: { theme: 'dark' }, locked: ['theme'] });
  });
});

describe('a page that asks how to be read', () => {
  it('is given the console of its address, not another one of the same host', async () => {
    await bench.kido.settings.putConsole(aConsole({ id: 'crm', name: 'CRM', pages: [{ match: '/deals/{accountId}' }] }));
    const setup = (address: string) => bench.ask<{ config: { id: string } }>('page.setup', { address }, pageAt(address));
    expect((await setup(HERE)).config.id).toBe('acme');
    expect((await setup(`${ORIGIN}/deals/5`)).config.id).toBe('crm');
    expect((await setup(`${ORIGIN}/elsewhere`)).config.id).toBe('acme');
  });
});

describe('a search while the index is still being made', () => {
  it('gives what is ready after a moment, and does not wait for the rest', async () => {
    const touchpoint = { status: 'held', type: 'call', day: '2026-11-20', notes: 'the CSV export', play: 'no-such-play' };
    await bench.ask('touchpoint.log', { account, touchpoint, ticks: [] });
    const waits: number[] = [];
    bench.browser.host.wait = async (ms) => void waits.push(ms);
    const found = await bench.ask<FoundNote[]>('notes.search', { text: 'csv' });
    expect(found).toMatchObject([{ account, name: '17', title: '' }]);
    expect(waits).toEqual([1000]);
  });
});

describe('addresses', () => {
  it('tell where the id stands, each with its origin; what is none gives nothing', async () => {
    expect(await bench.ask('addresses.guess', { addresses: [HERE, addressOf('18'), 'nonsense'] })).toMatchObject([
      { origin: ORIGIN, match: '/accounts/{accountId}', id: '17' },
      { origin: ORIGIN, id: '18' },
      null,
    ]);
  });

  it('access is told for each pattern by itself', async () => {
    expect(await bench.ask('access.has', { origins: [`${ORIGIN}/*`, 'https://other.example/*'] })).toEqual([true, false]);
  });
});

describe('a message that is no question', () => {
  it.each([
    ['no name', { request: undefined, body: {}, id: requestId() }],
    ['no body', { request: 'account.view', body: undefined, id: requestId() }],
    ['no id', { request: 'settings.get', body: {} }],
  ])('with %s is answered with no, and nothing is done', async (_, message) => {
    expect(await bench.running.answer(message, own(), OWN)).toMatchObject({ ok: false });
    expect(bench.browser.announced).toEqual([]);
  });
});
