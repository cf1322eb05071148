import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleRow } from '@/lib/messages/settings-messages';
import { entriesOf } from '@/lib/store/journal';
import { secretStates } from '@/lib/store/secrets';
import { aConsole, addressOf, anApi, connect, ORIGIN, shown, visit } from './a-console';
import { Bench, pageAt } from './fake-host';

let bench: Bench;
const HERE = addressOf('17');
const API = 'https://api.acme.example';

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole({ api: [anApi()] }));
  await bench.ask('secret.put', { name: 'acme-token', origin: API, value: 'TOPSECRET' });
  const from = pageAt(HERE);
  await bench.ask('account.open', { address: HERE, accountId: '17', visit }, from);
  await bench.ask('account.read', { address: HERE, accountId: '17', name: 'Acme KK', fields: [shown('seats', '40')], visit }, from);
  await bench.ask('access.changed', {});
  bench.browser.told = [];
});

const remove = (forget: object = {}) =>
  bench.ask('console.remove', { id: 'acme', forget: { secrets: false, access: false, accounts: false, ...forget } });
const isSet = async (name = 'acme-token', origin = API) => (await secretStates([{ name, origin }]))[0]?.set;
const ids = async () => (await bench.ask<ConsoleRow[]>('console.list', {})).map((row) => row.console.id);

describe('a console that is removed', () => {
  it('is read no more, and its pages lose their panel; all else stays where nothing more was asked', async () => {
    await bench.ask('console.remove', { id: 'acme' });
    expect(await ids()).toEqual([]);
    expect(bench.browser.registered).toEqual([]);
    expect(bench.browser.told).toEqual([{ tab: 7, news: { news: 'setup', setup: null } }]);
    expect(await bench.ask('page.setup', { address: HERE }, pageAt(HERE))).toBeNull();
    expect(await isSet()).toBe(true);
    expect(bench.browser.access).toContain(`${ORIGIN}/*`);
    expect(await entriesOf('acme/17')).toHaveLength(1);
  });

  it('takes its secrets with it where that was asked, and only these', async () => {
    await bench.ask('secret.put', { name: 'acme-token', origin: 'https://elsewhere.example', value: 'OTHER' });
    await remove({ secrets: true });
    expect(await isSet()).toBe(false);
    expect(await isSet('acme-token', 'https://elsewhere.example')).toBe(true);
    expect(await entriesOf('acme/17')).toHaveLength(1);
    expect(bench.browser.access).toContain(`${API}/*`);
  });

  it('leaves a secret that another console needs at the same origin', async () => {
    await bench.kido.settings.putConsole(aConsole({ id: 'other', api: [anApi()] }));
    await remove({ secrets: true });
    expect(await isSet()).toBe(true);
    expect(await ids()).toEqual(['other']);
  });

  it('leaves a secret that a webhook needs at the same origin, also one of another name', async () => {
    await bench.ask('secret.put', { name: 'hook-key', origin: API, value: 'HOOK' });
    const hook = { id: 'crm', name: 'CRM', url: `${API}/in`, auth: { type: 'bearer', secret: 'hook-key' }, on: true, templates: {} };
    await bench.ask('hook.save', { hook });
    await remove({ secrets: true });
    expect(await isSet('hook-key')).toBe(true);
    expect(await isSet()).toBe(false);
  });

  it('gives the access back where that was asked, save to what another console needs', async () => {
    await bench.kido.settings.putConsole(aConsole({ id: 'other', pages: [{ match: '/other/{accountId}' }] }));
    await remove({ access: true });
    expect([...bench.browser.access]).toEqual([`${ORIGIN}/*`]);
    expect(bench.browser.registered).toEqual([`${ORIGIN}/*`]);
    expect(await isSet()).toBe(true);
    expect(await entriesOf('acme/17')).toHaveLength(1);
  });

  it('gives all access back where nobody else needs it', async () => {
    await remove({ access: true });
    expect([...bench.browser.access]).toEqual([]);
  });

  it('takes its accounts with it where that was asked, and no account of another', async () => {
    await bench.ask('fact.note', { account: 'other/17', metric: 'plan', value: 'Pro' });
    await remove({ accounts: true });
    expect(await entriesOf('acme/17')).toEqual([]);
    expect(await entriesOf('other/17')).toHaveLength(1);
    expect(await isSet()).toBe(true);
    expect(bench.browser.told).toContainEqual({ tab: 7, news: { news: 'erased', account: 'acme/17' } });
  });

  it('that is not there takes nothing', async () => {
    await bench.ask('console.remove', { id: 'nobody', forget: { secrets: true, access: true, accounts: true } });
    expect(await ids()).toEqual(['acme']);
    expect(await isSet()).toBe(true);
    expect(bench.browser.access).toContain(`${ORIGIN}/*`);
    expect(await entriesOf('acme/17')).toHaveLength(1);
  });

  it('that cannot be read is dropped by its content', async () => {
    await bench.browser.host.local.set('consoles', [{ id: 'acme', from: 'a later version' }]);
    bench.kido.settings.forget();
    const [unread] = await bench.ask<{ data: unknown }[]>('console.unread', {});
    expect(unread?.data).toEqual({ id: 'acme', from: 'a later version' });
    await bench.ask('console.dropUnread', { data: { id: 'acme' } });
    expect(await bench.ask('console.unread', {})).toHaveLength(1);
    await bench.ask('console.dropUnread', { data: unread?.data });
    expect(await bench.ask('console.unread', {})).toEqual([]);
  });
});
