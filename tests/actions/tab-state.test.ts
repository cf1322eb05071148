import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addressMoved, tabClosed } from '@/lib/actions/tab-moved';
import { entriesOf } from '@/lib/store/journal';
import { aConsole, addressOf, anApi, connect, ORIGIN, shown, visit } from './a-console';
import { Bench, pageAt } from './fake-host';

let bench: Bench;
const HERE = addressOf('17');

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
});

const open = (address = HERE, tab = 7, id = '17') => bench.ask('account.open', { address, accountId: id, visit }, pageAt(address, tab));
const state = (address: string | null, tabId = 7) => bench.ask('tab.state', { tabId, address });

describe('what the side panel shows beside a tab', () => {
  it('is the account that its page told of, as long as the tab stands there', async () => {
    await open();
    expect(await state(HERE)).toMatchObject({ state: 'account', view: { account: 'acme/17' } });
    expect(await state(`${HERE}?tab=usage`)).toMatchObject({ state: 'account' });
    expect(await state(null)).toMatchObject({ state: 'account' });
    expect(await state(addressOf('18'))).toEqual({ state: 'noAccount', console: 'Acme admin' });
    expect(await state(`${ORIGIN}/login`)).toEqual({ state: 'signIn', console: 'Acme admin' });
    expect(await state(HERE, 8)).toEqual({ state: 'noAccount', console: 'Acme admin' });
  });

  it('outside every console it is what could be connected, and nothing where there is nothing to connect', async () => {
    await open();
    expect(await state('https://mail.example/inbox?q=1')).toEqual({ state: 'noConsole', origin: 'https://mail.example' });
    expect(await state('chrome://settings')).toEqual({ state: 'noConsole', origin: null });
    expect(await state('about:blank')).toEqual({ state: 'noConsole', origin: null });
    expect(await state(null, 8)).toEqual({ state: 'noConsole', origin: null });
  });

  it('without access it says what has to be allowed, APIs included', async () => {
    await bench.kido.settings.putConsole(aConsole({ api: [anApi()] }));
    expect(await state(HERE)).toMatchObject({ state: 'noAccount' });
    bench.browser.access.delete('https://api.acme.example/*');
    expect(await state(HERE)).toEqual({
      state: 'noAccess',
      console: 'acme',
      name: 'Acme admin',
      origin: ORIGIN,
      patterns: expect.arrayContaining([`${ORIGIN}/*`, 'https://api.acme.example/*']),
    });
  });

  it('of a console that was removed it shows nothing, although its page is still there', async () => {
    await open();
    await bench.kido.settings.removeConsole('acme');
    expect(await state(HERE)).toEqual({ state: 'noConsole', origin: ORIGIN });
  });

  it('an erased account is told by its address alone, where the id stands there', async () => {
    await bench.ask('account.erase', { account: 'acme/17' });
    expect(await state(HERE)).toEqual({ state: 'erased', console: 'Acme admin', account: 'acme/17' });
    expect(await state(addressOf('18'))).toMatchObject({ state: 'noAccount' });
    await bench.kido.settings.putConsole(aConsole({ account: { id: [{ label: 'ID' }] } }));
    expect(await state(HERE)).toMatchObject({ state: 'noAccount' });
  });
});

describe('a tab that moves', () => {
  it('within its account changes nothing, loaded or not', async () => {
    await open();
    bench.browser.announced = [];
    await addressMoved(bench.kido, 7, `${HERE}?tab=usage`, false);
    await addressMoved(bench.kido, 7, HERE, true);
    expect(await state(HERE)).toMatchObject({ state: 'account' });
    expect(bench.browser.announced).toEqual([]);
  });

  it('to another account shows none until that page says so, and tells the side panel', async () => {
    await open();
    bench.browser.announced = [];
    await addressMoved(bench.kido, 7, addressOf('18'), false);
    expect(bench.browser.announced).toEqual([{ news: 'tab', tabId: 7 }]);
    expect(await state(HERE)).toMatchObject({ state: 'noAccount' });
  });

  it('to where the browser does not tell the address counts once the page has loaded', async () => {
    await open();
    await addressMoved(bench.kido, 7, null, false);
    expect(await state(HERE)).toMatchObject({ state: 'account' });
    await addressMoved(bench.kido, 7, null, true);
    expect(await state(HERE)).toMatchObject({ state: 'noAccount' });
  });

  it('that reloads where it stood is asked for its address', async () => {
    await open();
    bench.browser.tabs.set(7, HERE);
    await addressMoved(bench.kido, 7, null, true);
    expect(await state(HERE)).toMatchObject({ state: 'account' });
  });

  it('another tab of the same account goes on showing it', async () => {
    await open();
    await open(HERE, 8);
    await addressMoved(bench.kido, 7, 'https://mail.example/', true);
    expect(await state(HERE, 8)).toMatchObject({ state: 'account' });
  });

  it('that never showed an account tells nobody', async () => {
    bench.browser.announced = [];
    await addressMoved(bench.kido, 7, 'https://mail.example/', true);
    await tabClosed(bench.kido, 7);
    expect(bench.browser.announced).toEqual([]);
  });
});

describe('a tab that is closed', () => {
  it('has what was seen and held back written, and nothing of it stays in memory', async () => {
    await open();
    const read = (seats: string) =>
      bench.ask('account.read', { address: HERE, accountId: '17', name: null, fields: [shown('seats', seats)], visit }, pageAt(HERE));
    await read('40');
    bench.browser.now += 1000;
    await read('41');
    expect(await entriesOf('acme/17')).toHaveLength(1);
    await bench.ask('teach.start', { console: 'acme', tabId: 7, address: HERE });
    await bench.ask('dock.open', { tabId: 7, address: HERE });
    await tabClosed(bench.kido, 7);
    expect(await entriesOf('acme/17')).toHaveLength(2);
    expect(Object.keys(bench.browser.memory.stored).filter((key) => key.endsWith(':7'))).toEqual([]);
    expect(await state(HERE)).toMatchObject({ state: 'noAccount' });
  });
});
