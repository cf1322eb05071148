import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addressMoved, tabClosed } from '@/lib/actions/tab-moved';
import type { ConsoleRow } from '@/lib/messages/settings-messages';
import { entriesOf } from '@/lib/store/journal';
import { aConsole, addressOf, connect, ORIGIN, shown, visit } from './a-console';
import { Bench, OWN, own, pageAt } from './fake-host';

let bench: Bench;
const HERE = addressOf('17');
const field = { metric: 'region', find: [{ label: 'Region' }], parse: 'text' };

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  bench.browser.tabs.set(7, HERE);
});

const startTeaching = (tabId = 7, console = 'acme') => bench.ask('teach.start', { console, tabId, address: null });
const fields = async () => (await bench.ask<ConsoleRow[]>('console.list', {}))[0]?.console.fields.map((one) => one.metric);

describe('teaching', () => {
  it('keeps a field, and takes the last save back once', async () => {
    expect(await startTeaching()).toEqual({ problem: null });
    expect(bench.browser.put).toEqual([{ tab: 7, script: 'teach' }]);
    expect(await bench.ask('teach.setup', { address: HERE }, pageAt(HERE))).toMatchObject({ console: 'Acme admin', urlId: '17' });
    expect(await bench.ask('teach.save', { address: HERE, field }, pageAt(HERE))).toEqual({ errors: [] });
    expect(await fields()).toEqual(['seats', 'plan', 'contractDate', 'region']);
    expect(await bench.ask('teach.undo', { address: HERE }, pageAt(HERE))).toEqual({ errors: [] });
    expect(await fields()).toEqual(['seats', 'plan', 'contractDate']);
    expect(await bench.ask('teach.undo', { address: HERE }, pageAt(HERE))).toEqual({ errors: ['nothing to take back'] });
  });

  it('ends by hand, with the tab, and on the way to another origin; not within the console', async () => {
    const taught = () => bench.ask('teach.setup', { address: HERE }, pageAt(HERE));
    await startTeaching();
    await addressMoved(bench.kido, 7, addressOf('18'), true);
    expect(await taught()).not.toBeNull();
    await bench.ask('teach.stop', { address: HERE }, pageAt(HERE));
    expect(await taught()).toBeNull();
    await startTeaching();
    await addressMoved(bench.kido, 7, 'https://evil.example/', false);
    expect(await taught()).toBeNull();
    await startTeaching();
    await tabClosed(bench.kido, 7);
    expect(await taught()).toBeNull();
  });

  it('does not begin on a page of another origin, on a console that the company fixed, or on none', async () => {
    bench.browser.tabs.set(8, 'https://evil.example/');
    expect(await startTeaching(8)).toEqual({ problem: 'nobody teaches here' });
    expect(await startTeaching(7, 'nobody')).toEqual({ problem: 'nobody teaches here' });
    bench.browser.policy = { consoles: [JSON.stringify(aConsole())] };
    bench.kido.settings.forget();
    expect(await startTeaching()).toEqual({ problem: 'nobody teaches here' });
    expect(await bench.ask('teach.start', { console: 'acme', tabId: null, address: null })).toEqual({ problem: 'no page to teach on' });
  });

  it('proves a field on other accounts that were opened before, and writes nothing there', async () => {
    const other = addressOf('18');
    const page = pageAt(other, 9);
    await bench.ask('account.open', { address: other, accountId: '18', visit }, page);
    await bench.ask('account.read', { address: other, accountId: '18', name: 'Beta KK', fields: [shown('seats', '12')], visit }, page);
    bench.browser.found.set(other, {
      accountId: '18',
      name: 'Beta KK',
      refused: null,
      isRecord: true,
      elements: [],
      fields: [{ metric: 'region', shown: 'Kansai', where: 'label Region', problem: null }],
    });
    await startTeaching();
    const rows = await bench.ask('teach.others', { address: HERE, field }, pageAt(HERE));
    expect(rows).toEqual([{ account: 'acme/18', name: 'Beta KK', value: 'Kansai', problem: null }]);
    expect(await entriesOf('acme/18')).toHaveLength(1);
  });
});

describe('teaching a console that is being connected', () => {
  const draft = aConsole({ id: 'fresh', name: 'Fresh' });
  const start = (change: object = {}) =>
    bench.ask('teach.start', { console: 'fresh', tabId: 7, address: null, draft: { ...draft, ...change } });

  it('keeps what is taught in the draft: nothing is saved, no page is read, no panel is shown', async () => {
    await bench.kido.settings.removeConsole('acme');
    bench.browser.told = [];
    expect(await start()).toEqual({ problem: null });
    expect(await bench.ask('teach.save', { address: HERE, field }, pageAt(HERE))).toEqual({ errors: [] });
    const taught = await bench.ask<{ fields: unknown[] }>('teach.draft', { console: 'fresh' });
    expect(taught.fields.at(-1)).toEqual(field);
    expect(await bench.ask('console.list', {})).toEqual([]);
    expect(bench.browser.registered).toEqual([]);
    expect(bench.browser.told).toEqual([]);
    expect(await bench.ask('page.setup', { address: HERE }, pageAt(HERE))).toBeNull();
    expect(await bench.ask('teach.undo', { address: HERE }, pageAt(HERE))).toEqual({ errors: [] });
    expect(await bench.ask('teach.draft', { console: 'fresh' })).toEqual(draft);
  });
  it('is no leave for another origin, without access, over what the company fixed, or with a draft that is none', async () => {
    expect(await start({ origins: [] })).toMatchObject({ problem: expect.stringContaining('origins') });
    expect(await start({ origins: ['https://other.example'] })).toEqual({ problem: 'nobody teaches here' });
    await start();
    await expect(bench.ask('teach.save', { address: HERE, field }, pageAt('https://evil.example/'))).rejects.toThrow();
    bench.browser.access.clear();
    await expect(bench.ask('teach.save', { address: HERE, field }, pageAt(HERE))).rejects.toThrow();
    expect(await bench.ask('teach.draft', { console: 'other' })).toBeNull();
  });
});

describe('the set-up steps on a page', () => {
  const setup = () => bench.ask<{ page: string } | null>('dock.setup', { address: HERE }, pageAt(HERE));

  it('come back after navigation within the origin, and end on the way to another', async () => {
    expect(await bench.ask('dock.open', { tabId: 7, address: null })).toEqual({ problem: null });
    await addressMoved(bench.kido, 7, addressOf('18'), true);
    expect(bench.browser.put.map((one) => one.script)).toEqual(['dock', 'dock']);
    expect(await setup()).toMatchObject({ page: expect.stringContaining(`${OWN.url}connect.html?dock=`) });
    await addressMoved(bench.kido, 7, 'https://evil.example/', true);
    expect(await setup()).toBeNull();
    expect(bench.browser.told).toContainEqual({ tab: 7, news: { news: 'undock' } });
  });

  it('a pass is good once, and only where it was given', async () => {
    await bench.ask('dock.open', { tabId: 7, address: null });
    const pass = new URL((await setup())?.page ?? '').searchParams.get('dock') ?? '';
    const frame = (tabId: number) => own({ url: `${OWN.url}connect.html`, tabId, frameId: 4, document: 'frame' });
    expect(await bench.ask('dock.mine', { pass }, frame(8))).toBeNull();
    expect(await bench.ask('dock.mine', { pass }, frame(7))).toEqual({ tabId: 7, address: HERE });
    expect(await bench.ask('dock.mine', { pass }, frame(7))).toBeNull();
  });

  it('end with the tab and by hand', async () => {
    await bench.ask('dock.open', { tabId: 7, address: null });
    await bench.ask('dock.close', { address: HERE }, pageAt(HERE));
    expect(await setup()).toBeNull();
    await bench.ask('dock.open', { tabId: 7, address: null });
    await tabClosed(bench.kido, 7);
    expect(await setup()).toBeNull();
    expect(await bench.ask('dock.open', { tabId: null, address: null })).toEqual({ problem: 'no page to set up on' });
  });
});

describe('consoles', () => {
  it('are kept, registered where they may be read, and pages of them learn of it', async () => {
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, pageAt(HERE));
    expect(await bench.ask('console.save', { console: { ...aConsole(), name: 'Renamed' } })).toEqual({ errors: [] });
    expect(bench.browser.registered).toEqual([`${ORIGIN}/*`]);
    expect(bench.browser.told.at(-1)).toMatchObject({ tab: 7, news: { news: 'setup', setup: { config: { id: 'acme' } } } });
    expect(await bench.ask('console.list', {})).toMatchObject([{ console: { name: 'Renamed' }, access: true, locked: false }]);
  });

  it('that are wrong are not kept, and each reason is told', async () => {
    const result = await bench.ask<{ errors: string[] }>('console.save', { console: { ...aConsole(), origins: ['nowhere'], pages: [] } });
    expect(result.errors.join('\n')).toMatch(/origins/);
    expect(result.errors.join('\n')).toMatch(/pages/);
    expect(await bench.ask('console.list', {})).toMatchObject([{ console: { origins: [ORIGIN] } }]);
  });

  it('that the company fixed cannot be changed here', async () => {
    bench.browser.policy = { consoles: [JSON.stringify(aConsole({ name: 'Fixed' }))] };
    bench.kido.settings.forget();
    expect(await bench.ask('console.save', { console: aConsole({ name: 'Mine' }) })).toEqual({
      errors: [expect.stringContaining('company')],
    });
    expect(await bench.ask('drift.accept', { console: 'acme', metric: 'seats', locator: { label: 'Places' } })).toEqual({
      errors: ['fixed by your company'],
    });
  });

  it('pages lose their panel when access is taken back', async () => {
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, pageAt(HERE));
    bench.browser.access.clear();
    await bench.ask('access.changed', {});
    expect(bench.browser.registered).toEqual([]);
    expect(bench.browser.told.at(-1)).toEqual({ tab: 7, news: { news: 'setup', setup: null } });
    expect(await bench.ask('tab.state', { tabId: 7, address: HERE })).toMatchObject({ state: 'noAccess', origin: ORIGIN });
  });

  it('a proposal for a lost field comes first, the old ways stay behind it', async () => {
    await bench.ask('drift.accept', { console: 'acme', metric: 'seats', locator: { label: 'Places' } });
    const [row] = await bench.ask<ConsoleRow[]>('console.list', {});
    expect(row?.console.fields[0]?.find).toEqual([{ label: 'Places' }, { label: 'Seats' }]);
    expect(await bench.ask('drift.accept', { console: 'none', metric: 'seats', locator: { label: 'Places' } })).toEqual({
      errors: ['no such console'],
    });
  });
});

describe('drift', () => {
  const read = (fields: object[], id = '17') =>
    bench.ask('account.read', { address: addressOf(id), accountId: id, name: null, fields, visit }, pageAt(addressOf(id)));

  it('is noted when fields that were read are gone, with proposals from the page, and over when they are back', async () => {
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, pageAt(HERE));
    await read([shown('seats', '40'), shown('plan', 'Pro'), shown('contractDate', '2026-10-01')]);
    bench.browser.discovered = {
      title: '',
      accountId: '17',
      ambiguous: false,
      locale: null,
      writing: { lang: '', texts: [], labels: [] },
      fields: [
        {
          label: 'Seats booked',
          value: 40,
          text: '40',
          type: 'number',
          locale: null,
          offers: [{ locator: { label: 'Seats booked' }, by: 'label' }],
        },
      ],
    };
    bench.browser.now += 60_000;
    // Another visit: what this one has read already would be a tab that hides it.
    await bench.ask('account.left', { address: HERE, visit }, pageAt(HERE));
    await tabClosed(bench.kido, 7);
    bench.browser.tabs.set(7, HERE);
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, pageAt(HERE));
    await read([shown('seats', null, 'not found'), shown('plan', null, 'not found'), shown('contractDate', null, 'not found')]);
    const [row] = await bench.ask<ConsoleRow[]>('console.list', {});
    expect(row?.drift.map((one) => one.metric)).toEqual(['seats', 'plan', 'contractDate']);
    expect(row?.drift[0]?.proposal).toMatchObject({ locator: { label: 'Seats booked' } });
    expect(row?.drift[0]?.name).toBe('Seats');
    bench.browser.now += 60_000;
    await read([shown('seats', '41'), shown('plan', 'Pro'), shown('contractDate', '2026-10-01')]);
    expect((await bench.ask<ConsoleRow[]>('console.list', {}))[0]?.drift).toEqual([]);
  });
});

describe('text that a person picked', () => {
  it('is filed under the account only where the page on which it was picked is that account’s', async () => {
    const { pickText } = await import('@/lib/actions/pick-text');
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, pageAt(HERE));
    await pickText(bench.kido, 'from the mail', 'https://mail.example/', 7);
    expect(await bench.ask('picked.take', { account: 'acme/17', other: false })).toBeNull();
    expect(await bench.ask('picked.take', { account: 'acme/17', other: true })).toMatchObject({ text: 'from the mail', account: null });
    await pickText(bench.kido, 'one', HERE, 7);
    await pickText(bench.kido, 'two', HERE, 7);
    expect(await bench.ask('picked.take', { account: 'acme/18', other: true })).toBeNull();
    expect(await bench.ask('picked.take', { account: 'acme/17', other: false })).toMatchObject({ text: 'one\ntwo', account: 'acme/17' });
    expect(await bench.ask('picked.look', {})).toBeNull();
  });

  it('in a tab that shows no account waits for a person', async () => {
    const { pickText } = await import('@/lib/actions/pick-text');
    await pickText(bench.kido, 'text', HERE, 12);
    await pickText(bench.kido, 'more', HERE, null);
    expect(await bench.ask('picked.look', {})).toMatchObject({ account: null, text: 'text\nmore' });
  });
});
