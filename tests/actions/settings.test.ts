import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleRow, SettingsView } from '@/lib/messages/settings-messages';
import playbookFile from '@/public/playbooks/default.json';
import { aConsole, addressOf, anApi, connect, shown, visit } from './a-console';
import { Bench, pageAt } from './fake-host';

let bench: Bench;
const HERE = addressOf('17');

beforeEach(async () => {
  bench = await Bench.empty();
});

const put = (change: object) => bench.ask<SettingsView>('settings.put', { change });
const news = () => bench.browser.announced.map((one) => one.news);

describe('preferences', () => {
  it('are changed one by one, and the others stay', async () => {
    await put({ author: 'Maya' });
    await put({ lang: 'ja' });
    expect(await bench.ask('settings.get', {})).toMatchObject({ preferences: { author: 'Maya', lang: 'ja' }, lang: 'ja', locked: [] });
  });

  it('tell open pages only of what they draw by: typing a name reads no page again', async () => {
    await connect(bench, aConsole());
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, pageAt(HERE));
    bench.browser.told = [];
    await put({ author: 'M' });
    await put({ author: 'Maya' });
    expect(bench.browser.told).toEqual([]);
    expect(news()).toContain('settings');
    await put({ theme: 'dark' });
    expect(bench.browser.told).toMatchObject([{ tab: 7, news: { news: 'setup', setup: { theme: 'dark' } } }]);
  });

  it('that are as they were tell nobody', async () => {
    await put({ theme: 'dark' });
    bench.browser.announced = [];
    await put({ theme: 'dark' });
    expect(news()).toEqual([]);
  });

  it('that are wrong are refused with their name, and nothing is stored', async () => {
    await expect(put({ zone: 'Mars/Olympus' })).rejects.toThrow('zone');
    await expect(put({ ownHolidays: ['2026/01/01'] })).rejects.toThrow('ownHolidays');
    expect(await bench.ask('settings.get', {})).toMatchObject({ preferences: { zone: 'auto', ownHolidays: [] } });
  });

  it('a policy fixes what it names; one bad value of it stands alone and is told', async () => {
    bench.browser.policy = { theme: 'dark', zone: 'Mars/Olympus', consoles: [JSON.stringify(aConsole())] };
    bench.kido.settings.forget();
    const view = await bench.ask<SettingsView>('settings.get', {});
    expect(view.preferences.theme).toBe('dark');
    expect(view.locked).toContain('theme');
    expect(view.wrong).toMatchObject([{ from: 'policy', key: 'zone' }]);
    expect(await bench.ask('console.list', {})).toMatchObject([{ console: { id: 'acme' }, locked: true }]);
    await expect(put({ theme: 'light' })).rejects.toThrow('policy');
  });

  it('the language of the browser is spoken where none is chosen', async () => {
    expect((await bench.ask<SettingsView>('settings.get', {})).lang).toBe('en');
    bench.browser.host.face.language = () => 'ja-JP';
    bench.kido.standpoint.forget();
    expect((await bench.ask<SettingsView>('settings.get', {})).lang).toBe('ja');
  });
});

describe('secrets', () => {
  it('go in and never come out; each belongs to the origin for which it was typed', async () => {
    await connect(bench, aConsole({ api: [anApi()] }));
    const api = 'https://api.acme.example';
    await bench.ask('secret.put', { name: 'acme-token', origin: 'https://elsewhere.example', value: 'TOPSECRET' });
    const state = async () => (await bench.ask<ConsoleRow[]>('console.list', {}))[0]?.secrets;
    expect(await state()).toEqual([{ name: 'acme-token', origin: api, set: false, elsewhere: true }]);
    await bench.ask('secret.put', { name: 'acme-token', origin: api, value: 'TOPSECRET' });
    expect(await state()).toMatchObject([{ name: 'acme-token', origin: api, set: true }]);
    await bench.ask('secret.put', { name: 'acme-token', origin: api, value: null });
    expect(await state()).toMatchObject([{ set: false, elsewhere: true }]);
    for (const name of ['console.list', 'settings.get', 'hook.list', 'data.backup'])
      expect(JSON.stringify(await bench.ask(name, {}))).not.toContain('TOPSECRET');
  });

  it('that could break a request are refused when they are typed', async () => {
    await expect(
      bench.ask('secret.put', { name: 'acme-token', origin: 'https://api.acme.example', value: 'two\r\nlines' }),
    ).rejects.toThrow();
  });
});

describe('playbooks', () => {
  const next = { ...playbookFile, version: playbookFile.version + 1 };

  it('the shipped one is used until another is published for use', async () => {
    expect(await bench.ask('playbook.list', {})).toMatchObject([{ used: true, playbook: { id: 'default' } }]);
    expect(await bench.ask('playbook.publish', { playbook: next, use: false })).toEqual({ errors: [] });
    expect(await bench.ask('playbook.list', {})).toMatchObject([{ used: false }, { used: true }]);
    await bench.ask('playbook.publish', { playbook: next, use: true });
    expect(await bench.ask('playbook.list', {})).toMatchObject([{ used: true, playbook: { version: next.version } }, { used: false }]);
    await bench.ask('playbook.publish', { playbook: playbookFile, use: true });
    expect(await bench.ask('playbook.list', {})).toMatchObject([{ used: false }, { used: true }]);
  });

  it('a version is never edited, and one that is wrong is not kept', async () => {
    await bench.ask('playbook.publish', { playbook: next, use: false });
    const edited = { ...next, targetDays: 60 };
    expect(await bench.ask('playbook.publish', { playbook: edited, use: true })).toEqual({
      errors: [expect.stringContaining('never edited')],
    });
    const { errors } = await bench.ask<{ errors: string[] }>('playbook.publish', { playbook: { ...next, plays: 7 }, use: true });
    expect(errors.join()).toContain('plays');
    expect(await bench.ask('playbook.list', {})).toMatchObject([{ used: false }, { used: true }]);
  });
});

describe('where the panel stands', () => {
  it('is remembered for the console, and a page may not move another’s', async () => {
    await connect(bench, aConsole());
    const place = { side: 'left', width: 400, collapsed: true, hidden: false };
    await bench.ask('panel.place', { console: 'acme', place }, pageAt(HERE));
    expect(await bench.ask('page.setup', { address: HERE }, pageAt(HERE))).toMatchObject({ place });
    await expect(bench.ask('panel.place', { console: 'other', place }, pageAt(HERE))).rejects.toThrow('another console');
  });
});

describe('what a page is given', () => {
  it('is how to read, and nothing of APIs or secrets', async () => {
    await connect(bench, aConsole({ api: [anApi()] }));
    const setup = await bench.ask('page.setup', { address: HERE }, pageAt(HERE));
    expect(setup).toMatchObject({ config: { id: 'acme', fields: expect.any(Array) }, canOpenSidePanel: true });
    const text = JSON.stringify(setup);
    for (const word of ['api.acme.example', 'acme-token', 'bearer']) expect(text).not.toContain(word);
  });

  it('a view is about one account and holds no other', async () => {
    await connect(bench, aConsole());
    for (const id of ['17', '18']) {
      const address = addressOf(id);
      const from = pageAt(address, Number(id));
      await bench.ask('account.open', { address, accountId: id, visit }, from);
      await bench.ask('account.read', { address, accountId: id, name: `Company ${id}`, fields: [shown('seats', id)], visit }, from);
    }
    const view = JSON.stringify(await bench.ask('account.view', { account: 'acme/17' }, pageAt(HERE, 17)));
    expect(view).toContain('Company 17');
    expect(view).not.toContain('Company 18');
  });
});
