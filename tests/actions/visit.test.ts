import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addressMoved, tabClosed } from '@/lib/actions/tab-moved';
import type { PanelView } from '@/lib/core/view/panel-view';
import { accountRow, entriesOf } from '@/lib/store/journal';
import { putSecret } from '@/lib/store/secrets';
import { aConsole, addressOf, anApi, connect, ORIGIN, shown, visit } from './a-console';
import { Bench, pageAt } from './fake-host';
import { requestId } from './request-id';

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.empty();
});

const page = addressOf('17');
const fields = [shown('seats', '40'), shown('plan', 'Pro'), shown('contractDate', '2026-10-01')];
const read = { address: page, accountId: '17', name: 'Acme KK', fields, visit };

describe('one visit of an account page', () => {
  it('with an API costs one load and at most three assessments, the side panel included', async () => {
    await connect(bench, aConsole({ api: [anApi()] }));
    await putSecret('acme-token', 'https://api.acme.example', 'T');
    bench.browser.reply = () => new Response('{"users": 12}');
    const from = pageAt(page);
    await bench.ask('account.open', { address: page, accountId: '17', visit }, from);
    await bench.ask('api.ask', { account: 'acme/17', again: false }, from);
    await bench.ask('account.read', read, from);
    // The side panel beside it.
    await bench.ask('tab.state', { tabId: 7, address: page });
    await bench.ask('timeline.get', { account: 'acme/17' });
    await bench.ask('log.choices', { account: 'acme/17' });
    expect(await entriesOf('acme/17')).toHaveLength(2);
    expect(bench.kido.keeper.counts).toMatchObject({ loads: 1, folds: 3, assessments: 3 });
  });

  it('assesses nothing for the minute’s refresh of ages, and again when the day has turned', async () => {
    await connect(bench, aConsole());
    const from = pageAt(page);
    await bench.ask('account.open', { address: page, accountId: '17', visit }, from);
    await bench.ask('account.read', read, from);
    const before = bench.kido.keeper.counts.assessments;
    bench.browser.now += 60_000;
    const view = await bench.ask<PanelView>('account.view', { account: 'acme/17' }, from);
    expect(view.freshness).toContain('1 min');
    expect(bench.kido.keeper.counts.assessments).toBe(before);
    bench.browser.now += 24 * 3_600_000;
    const next = await bench.ask<PanelView>('account.view', { account: 'acme/17' }, from);
    expect(next.today).toBe('2026-11-21');
    expect(bench.kido.keeper.counts.assessments).toBe(before + 1);
  });

  it('tells every other place once, and the one that asked by its answer', async () => {
    await connect(bench, aConsole());
    const [here, there] = [pageAt(page, 7), pageAt(page, 8)];
    await bench.ask('account.open', { address: page, accountId: '17', visit }, here);
    await bench.ask('account.open', { address: page, accountId: '17', visit }, there);
    bench.browser.told = [];
    bench.browser.announced = [];
    await bench.ask('account.read', read, here);
    await Promise.resolve();
    expect(bench.browser.told.map(({ tab, news }) => `${tab} ${news.news}`)).toEqual(['8 view']);
    expect(bench.browser.announced.filter((one) => one.news === 'account')).toHaveLength(1);
  });

  it('writes what is news only, under the account that address, page and tab agree on', async () => {
    await connect(bench, aConsole());
    const from = pageAt(page);
    await bench.ask('account.open', { address: page, accountId: '17', visit }, from);
    await bench.ask('account.read', read, from);
    bench.browser.now += 5000;
    await bench.ask('account.read', read, from);
    expect(await entriesOf('acme/17')).toHaveLength(1);
    await expect(bench.ask('account.read', { ...read, accountId: '18' }, from)).rejects.toThrow('address and account disagree');
    await expect(bench.ask('account.read', { ...read, address: addressOf('18'), accountId: '18' }, from)).rejects.toThrow(
      'not the account that this tab shows',
    );
    expect(await entriesOf('acme/18')).toEqual([]);
  });

  it('keeps origin and path of the address, nothing that may be a secret', async () => {
    await connect(bench, aConsole());
    const secret = `${page}?session=SECRET#t=1`;
    const from = pageAt(secret);
    await bench.ask('account.open', { address: secret, accountId: '17', visit }, from);
    await bench.ask('account.read', { ...read, address: secret }, from);
    expect(JSON.stringify(await entriesOf('acme/17'))).not.toContain('SECRET');
    expect(await bench.ask('account.page', { account: 'acme/17' })).toBe(page);
  });

  it('a field that is not on this view leaves the older value; a blank one makes it unknown', async () => {
    await connect(bench, aConsole());
    const from = pageAt(page);
    await bench.ask('account.open', { address: page, accountId: '17', visit }, from);
    await bench.ask('account.read', read, from);
    bench.browser.now += 3_600_000;
    await bench.ask('account.read', { ...read, fields: [shown('seats', null, 'not found'), shown('plan', '')], visit }, from);
    const { folded } = await bench.kido.keeper.account('acme/17');
    expect(folded.metrics.get('seats')?.moments.at(-1)?.value).toBe(40);
    expect(folded.metrics.get('plan')?.moments.at(-1)).toMatchObject({ value: null, problem: 'blank' });
  });
});

describe('a page that keeps changing', () => {
  const at = (seats: string) => ({ ...read, fields: [shown('seats', seats)] });

  it('is written at once the first time and then held back; what is held counts, and is written when it is left', async () => {
    await connect(bench, aConsole());
    const from = pageAt(page);
    await bench.ask('account.open', { address: page, accountId: '17', visit }, from);
    for (const seats of ['40', '41', '42']) {
      bench.browser.now += 1000;
      await bench.ask('account.read', at(seats), from);
    }
    expect(await entriesOf('acme/17')).toHaveLength(1);
    expect((await bench.kido.keeper.account('acme/17')).folded.metrics.get('seats')?.moments.at(-1)?.value).toBe(42);
    bench.restart();
    expect((await bench.kido.keeper.account('acme/17')).folded.metrics.get('seats')?.moments.at(-1)?.value).toBe(42);
    await bench.ask('account.left', { address: page, visit }, from);
    expect((await entriesOf('acme/17')).map((one) => JSON.stringify(one.body).includes('42'))).toEqual([false, true]);
  });

  it('that says nothing when it is left is written when its tab stands elsewhere, told or not', async () => {
    await connect(bench, aConsole());
    for (const [elsewhere, count] of [
      ['https://evil.example/', 2],
      [null, 3],
    ] as const) {
      const mark = { ...visit, count: count + 5 };
      await bench.ask('account.open', { address: page, accountId: '17', visit: mark }, pageAt(page));
      await bench.ask('account.read', { ...at(`${count}0`), visit: mark }, pageAt(page));
      bench.browser.now += 1000;
      await bench.ask('account.read', { ...at(`${count}1`), visit: mark }, pageAt(page));
      await addressMoved(bench.kido, 7, elsewhere, true);
      const { written } = await bench.kido.keeper.account('acme/17');
      expect(written.metrics.get('seats')?.moments.at(-1)?.value).toBe(count * 10 + 1);
      bench.browser.now += 3_600_000;
    }
  });

  it('is remembered of its own tab, when another one is closed', async () => {
    await bench.kido.session.change('visit:7', () => ({ account: 'acme/17', read: ['seats'] }));
    await bench.kido.session.change('visit:71', () => ({ account: 'acme/18', read: ['plan'] }));
    await tabClosed(bench.kido, 7);
    expect(await bench.kido.session.read('visit:7')).toBeNull();
    expect(await bench.kido.session.read('visit:71')).toEqual({ account: 'acme/18', read: ['plan'] });
  });

  it('that stands still is written once its time has come', async () => {
    await connect(bench, aConsole());
    const from = pageAt(page);
    await bench.ask('account.open', { address: page, accountId: '17', visit }, from);
    await bench.ask('account.read', at('40'), from);
    bench.browser.now += 1000;
    await bench.ask('account.read', at('41'), from);
    await bench.ask('account.view', { account: 'acme/17' }, from);
    expect(await entriesOf('acme/17')).toHaveLength(1);
    bench.browser.now += 5 * 60_000;
    await bench.ask('account.view', { account: 'acme/17' }, from);
    expect(await entriesOf('acme/17')).toHaveLength(2);
  });
});

describe('a page that shows all at once', () => {
  it('is read although its opening is still under way, and named', async () => {
    await connect(bench, aConsole());
    const from = pageAt(page);
    const both = [
      bench.ask<PanelView>('account.read', read, from),
      bench.ask('account.open', { address: page, accountId: '17', visit }, from),
    ];
    await Promise.all(both);
    expect((await bench.ask<PanelView>('account.view', { account: 'acme/17' }, from)).name).toBe('Acme KK');
    expect(await entriesOf('acme/17')).toHaveLength(1);
  });

  it('of an older visit is not read under the new one', async () => {
    await connect(bench, aConsole());
    const from = pageAt(page);
    await bench.ask('account.open', { address: addressOf('18'), accountId: '18', visit: { ...visit, count: 2 } }, from);
    await expect(bench.ask('account.read', read, from)).rejects.toThrow('not the account that this tab shows');
    expect(await entriesOf('acme/17')).toEqual([]);
  });
});

describe('leaving an account', () => {
  it('is told at once: the side panel shows no account, and nothing is written under the old one', async () => {
    await connect(bench, aConsole());
    const from = pageAt(page);
    await bench.ask('account.open', { address: page, accountId: '17', visit }, from);
    await bench.ask('account.left', { address: page, visit }, from);
    expect(await bench.ask('tab.state', { tabId: 7, address: page })).toMatchObject({ state: 'noAccount' });
    await expect(bench.ask('item.mark', { account: 'acme/17', mark: { item: 'handoff-why', state: 'done' } }, from)).rejects.toThrow(
      'not the account that this tab shows',
    );
  });

  it('a late word of a document that was left takes nothing from the next one', async () => {
    await connect(bench, aConsole());
    const [old, next] = [pageAt(page, 7, { document: 'old' }), pageAt(addressOf('18'), 7, { document: 'new' })];
    const nextVisit = { document: 'the-next-one', count: 1 };
    await bench.ask('account.open', { address: page, accountId: '17', visit }, old);
    await bench.ask('account.open', { address: addressOf('18'), accountId: '18', visit: nextVisit }, next);
    await bench.ask('account.left', { address: page, visit }, old);
    expect(await bench.ask('tab.state', { tabId: 7, address: addressOf('18') })).toMatchObject({ state: 'account' });
  });

  it('where the id stands on the page, another address is another account until the page says which', async () => {
    await connect(bench, aConsole({ pages: [{ match: '/record?*' }], account: { id: [{ label: 'ID' }] } }));
    const at = (record: string) => `${ORIGIN}/record?r=${record}`;
    await bench.ask('account.open', { address: at('a'), accountId: 'A', visit }, pageAt(at('a')));
    expect(await bench.ask('tab.state', { tabId: 7, address: at('a') })).toMatchObject({ state: 'account' });
    expect(await bench.ask('tab.state', { tabId: 7, address: at('b') })).toMatchObject({ state: 'noAccount' });
  });
});

describe('a question whose answer was lost', () => {
  it('asked again writes once, also when the background was stopped between', async () => {
    await connect(bench, aConsole());
    const id = requestId();
    const body = { account: 'acme/17', touchpoint: { status: 'held', type: 'call', day: '2026-11-20', notes: 'Hello' }, ticks: [] };
    const first = await bench.ask<{ written: string[] }>('touchpoint.log', body, undefined, id);
    bench.restart();
    const second = await bench.ask<{ written: string[] }>('touchpoint.log', body, undefined, id);
    expect(second.written).toEqual(first.written);
    expect(await entriesOf('acme/17')).toHaveLength(1);
  });

  it('of a message without an id made by the asker nothing is written', async () => {
    await connect(bench, aConsole());
    const body = { account: 'acme/17', metric: 'plan', value: 'Pro' };
    await expect(bench.ask('fact.note', body, undefined, 'mine')).rejects.toThrow('no id');
    await expect(bench.ask('fact.note', body, undefined, '')).rejects.toThrow('no id');
    expect(await entriesOf('acme/17')).toEqual([]);
  });
});

describe('a page that shows no record', () => {
  const none = { address: page, accountId: '17', name: null, fields: [shown('seats', null, 'not found')], isRecord: false, visit };
  const state = (address = page) => bench.ask<{ state: string; seen?: string }>('tab.state', { tabId: 7, address });
  const listed = () => accountRow('acme/17');

  it('is no account: nothing is stored or listed, the side panel says why', async () => {
    await connect(bench, aConsole());
    await expect(bench.ask('account.read', none, pageAt(page))).rejects.toThrow('no account');
    expect(await entriesOf('acme/17')).toEqual([]);
    expect(await listed()).toBeUndefined();
    expect(await state()).toEqual({ state: 'noRecord', console: 'Acme admin' });
    expect(await bench.kido.settings.health('acme')).toEqual({ fields: {}, views: [] });
  });
  it.each([
    ['new', 'no account'],
    ['ADD', 'no account'],
  ])('nor is a form for a new one, whatever stands in it: %s', async (id, why) => {
    await connect(bench, aConsole());
    const address = addressOf(id);
    const body = { ...none, address, accountId: id, fields: [shown('seats', '0')], isRecord: true };
    await expect(bench.ask('account.open', { address, accountId: id, visit }, pageAt(address))).rejects.toThrow(why);
    await expect(bench.ask('account.read', body, pageAt(address))).rejects.toThrow(why);
    expect(await accountRow(`acme/${id}`)).toBeUndefined();
  });
  it('an account that was opened and has shown nothing yet is not listed', async () => {
    await connect(bench, aConsole());
    await bench.ask('account.open', { address: page, accountId: '17', visit }, pageAt(page));
    expect(await listed()).toBeUndefined();
  });
  it.each([
    ['no account: account id: not found', 'noRecord', 'account id: not found'],
    ['sign in: ', 'signIn', ''],
    ['two accounts: A-2 ≠ 17', 'twoAccounts', 'A-2 ≠ 17'],
    ['not told: h1: not found', 'notTold', 'h1: not found'],
  ])('is told of in words of its own: %s', async (why, told, seen) => {
    await connect(bench, aConsole());
    await bench.ask('account.left', { address: page, visit, why }, pageAt(page));
    expect(await state()).toEqual({ state: told, console: 'Acme admin', seen });
    // Of another address its page has said nothing.
    expect(await state(addressOf('18'))).toMatchObject({ state: 'noAccount' });
    await tabClosed(bench.kido, 7);
    expect(await state()).toMatchObject({ state: 'noAccount' });
  });
  it('where the console sends people to sign in, the address says so', async () => {
    await connect(bench, aConsole());
    expect(await state(`${ORIGIN}/login?next=/accounts/17`)).toMatchObject({ state: 'signIn' });
    expect(await state(`${ORIGIN}/blog/catalogin`)).toMatchObject({ state: 'noAccount' });
  });
  it('of a known account is a redesign only where its values stand on it under other labels', async () => {
    await connect(bench, aConsole());
    bench.browser.tabs.set(7, page);
    await bench.ask('account.read', read, pageAt(page));
    const next = { ...none, visit: { ...visit, count: 2 } };
    await expect(bench.ask('account.read', next, pageAt(page))).rejects.toThrow('no account');
    expect(await bench.kido.settings.drift('acme')).toBeNull();
    const found = (label: string, value: string | number) => ({
      label,
      value,
      text: String(value),
      type: typeof value === 'number' ? ('number' as const) : ('date' as const),
      locale: null,
      offers: [{ locator: { label }, by: 'label' as const }],
    });
    bench.browser.discovered = { ...bench.browser.discovered, fields: [found('Licences', 40), found('Start', '2026-10-01')] };
    const again = { ...none, visit: { document: 'loaded-anew', count: 1 } };
    const view = await bench.ask<PanelView>(
      'account.read',
      { ...again, fields: fields.map((one) => ({ ...one, shown: null, problem: 'not found' })) },
      pageAt(page),
    );
    expect(view.drift?.title).toBe('3 fields can no longer be read');
    expect((await bench.kido.keeper.account('acme/17')).folded.metrics.get('seats')?.moments.at(-1)?.value).toBe(40);
  });
});

describe('one record under two addresses', () => {
  const byName = addressOf('acme-kk');
  const checked = aConsole({ account: { id: 'url', name: [{ label: 'Name' }], check: [{ find: [{ label: 'ID' }], holds: 'id' }] } });

  it('its number and its name are one account', async () => {
    await connect(bench, checked);
    await bench.ask('account.read', read, pageAt(page));
    bench.browser.now += 3_600_000;
    const mark = { ...visit, count: 2 };
    await bench.ask('account.open', { address: byName, accountId: '17', name: 'Acme KK', visit: mark }, pageAt(byName));
    await bench.ask('account.read', { ...read, address: byName, fields: [shown('seats', '41')], visit: mark }, pageAt(byName));
    expect(await entriesOf('acme/17')).toHaveLength(2);
    expect(await bench.ask('tab.state', { tabId: 7, address: byName })).toMatchObject({ state: 'account' });
    expect(await accountRow('acme/acme-kk')).toBeUndefined();
  });
  it('but no page is another’s by a name that its address does not hold, or without a check', async () => {
    await connect(bench, checked);
    const at = addressOf('18');
    await expect(bench.ask('account.read', { ...read, address: at }, pageAt(at))).rejects.toThrow('address and account disagree');
    await connect(bench, aConsole());
    await expect(bench.ask('account.read', { ...read, address: byName }, pageAt(byName))).rejects.toThrow('address and account disagree');
  });
});

describe('drift', () => {
  const all = (account: string, lost: boolean) => ({
    address: addressOf(account),
    accountId: account,
    name: null,
    fields: fields.map((one) => (lost && one.metric !== 'plan' ? { ...one, shown: null, problem: 'not found' } : one)),
    visit: { document: `document ${account}`, count: (bench.browser.now += 1000) },
  });
  const open = (account: string, lost: boolean) => bench.ask<PanelView>('account.read', all(account, lost), pageAt(addressOf(account)));

  it('of one account is told as that account’s; of all once a second lost as much, until anybody’s page is good', async () => {
    await connect(bench, aConsole());
    for (const account of ['1', '2', '3']) await open(account, false);
    expect((await open('1', true)).drift?.text).toContain('No other account has been seen since');
    expect((await open('2', true)).drift?.text).toContain('all accounts');
    expect((await bench.kido.settings.drift('acme'))?.drifts.map((one) => one.scope)).toEqual(['console', 'console']);
    await open('3', false);
    expect(await bench.kido.settings.drift('acme')).toBeNull();
    expect((await open('2', true)).drift?.text).toContain('Other accounts show it');
    expect(await bench.kido.settings.drift('acme')).toBeNull();
  });
});
