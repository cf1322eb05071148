import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { eraseAccounts } from '@/lib/actions/erase';
import { pickText } from '@/lib/actions/pick-text';
import type { Written } from '@/lib/core/view/sent-view';
import type { Erasure } from '@/lib/messages/settings-messages';
import { accountRow, entriesOf } from '@/lib/store/journal';
import { outboxRows } from '@/lib/store/outbox';
import { aConsole, addressOf, connect, shown, visit } from './a-console';
import { Bench, NOW, pageAt } from './fake-host';

let bench: Bench;
const account = 'acme/17';
const HERE = addressOf('17');
const hook = { id: 'crm', name: 'CRM', url: 'https://hooks.acme.example/in', on: true, templates: { touchpoint: '1' } };

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  for (const [id, tab] of [
    ['17', 7],
    ['18', 8],
  ] as const) {
    const from = pageAt(addressOf(id), tab);
    const fields = [shown('seats', '40')];
    await bench.ask('account.open', { address: addressOf(id), accountId: id, visit }, from);
    await bench.ask('account.read', { address: addressOf(id), accountId: id, name: `Company ${id}`, fields, visit }, from);
  }
  bench.browser.told = [];
  bench.browser.announced = [];
});

const log = (notes: string, more: object = {}, of = account) =>
  bench.ask<Written>('touchpoint.log', {
    account: of,
    touchpoint: { status: 'held', type: 'call', day: '2026-11-20', notes, ...more },
    ticks: [],
  });
const draft = (of: string) => ({ account: of, writer: 'a-window', seq: 1, base: 0, fields: { text: 'half a note' } });

describe('erasing an account', () => {
  it('takes all that is kept of it on disk and in memory, and leaves the others', async () => {
    await bench.ask('hook.save', { hook });
    await log('SECRET words');
    await log('SECRET too', {}, 'acme/18');
    for (const of of [account, 'acme/18']) await bench.ask('draft.put', draft(of));
    await pickText(bench.kido, 'picked words', HERE, 7);
    bench.browser.now += 1000;
    await bench.ask('account.read', { address: HERE, accountId: '17', name: null, fields: [shown('seats', '41')], visit }, pageAt(HERE));
    expect(JSON.stringify(bench.browser.memory.stored)).toContain('picked words');
    expect(Object.keys(bench.browser.memory.stored)).toEqual(expect.arrayContaining(['held:acme/17', 'fresh:acme/17']));
    expect(await bench.ask('account.erase', { account })).toEqual({ entries: 2 });
    expect(await entriesOf(account)).toEqual([]);
    expect(await accountRow(account)).toBeUndefined();
    expect((await outboxRows()).map((row) => row.account)).toEqual(['acme/18']);
    expect(await bench.ask('draft.get', { account })).toMatchObject({ draft: null });
    expect(await bench.ask('draft.get', { account: 'acme/18' })).toMatchObject({ draft: { fields: { text: 'half a note' } } });
    expect(await bench.ask('notes.search', { text: 'secret' })).toMatchObject([{ account: 'acme/18' }]);
    const kept = JSON.stringify(bench.browser.memory.stored);
    for (const gone of ['picked words', 'held:acme/17', 'fresh:acme/17', 'acme/17']) expect(kept).not.toContain(gone);
    expect(kept).toContain('fresh:acme/18');
    expect((await bench.kido.keeper.account(account)).entries).toEqual([]);
  });

  it('takes it out of what is noted of its console’s fields, and leaves what others have lost', async () => {
    const gone = [shown('seats', null, 'not found')];
    for (const [id, tab] of [
      ['17', 27],
      ['18', 28],
    ] as const) {
      const from = pageAt(addressOf(id), tab);
      await bench.ask('account.open', { address: addressOf(id), accountId: id, visit }, from);
      await bench.ask('account.read', { address: addressOf(id), accountId: id, name: null, fields: gone, visit }, from);
    }
    await bench.ask('form.open', { account, asked: { kind: 'skip', item: 'handoff-why' } }, pageAt(HERE, 27));
    const kept = () => JSON.stringify([bench.browser.local.stored, bench.browser.memory.stored]);
    expect((await bench.kido.settings.health('acme')).fields.seats?.failing).toMatchObject({ accounts: [account, 'acme/18'] });
    expect(await bench.kido.settings.drift('acme')).toMatchObject({ account: 'acme/18' });
    await bench.ask('account.erase', { account });
    expect(kept()).not.toContain(account);
    expect((await bench.kido.settings.health('acme')).fields.seats?.failing).toMatchObject({ accounts: ['acme/18'], had: ['acme/18'] });
    expect(await bench.kido.settings.drift('acme')).toMatchObject({ account: 'acme/18' });
    await bench.ask('account.erase', { account: 'acme/18' });
    expect(kept()).not.toContain('acme/18');
    expect((await bench.kido.settings.health('acme')).fields.seats?.failing).toBeNull();
    expect(await bench.kido.settings.drift('acme')).toBeNull();
  });

  it('tells every tab that showed it, and no other', async () => {
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, pageAt(HERE, 9));
    bench.browser.told = [];
    await bench.ask('account.erase', { account });
    expect(bench.browser.told).toEqual([
      { tab: 7, news: { news: 'erased', account } },
      { tab: 9, news: { news: 'erased', account } },
    ]);
    expect(bench.browser.announced).toContainEqual({ news: 'settings' });
    expect(await bench.ask('tab.state', { tabId: 8, address: addressOf('18') })).toMatchObject({ state: 'account' });
    expect(await bench.ask('tab.state', { tabId: 7, address: HERE })).toMatchObject({ state: 'erased', account });
  });

  it('is stronger than the page that still shows it: nothing is opened, read or written again', async () => {
    await bench.ask('account.erase', { account });
    await expect(bench.ask('account.open', { address: HERE, accountId: '17', visit }, pageAt(HERE))).rejects.toThrow('erased');
    await expect(
      bench.ask('account.read', { address: HERE, accountId: '17', name: 'X', fields: [shown('seats', '9')], visit }, pageAt(HERE)),
    ).rejects.toThrow('erased');
    await expect(log('again')).rejects.toThrow('erased');
    await expect(bench.ask('draft.put', draft(account))).rejects.toThrow('erased');
    expect(await entriesOf(account)).toEqual([]);
    expect(await accountRow(account)).toBeUndefined();
  });

  it('holds until a person begins anew; what is read from then on is kept', async () => {
    await bench.ask('account.erase', { account });
    bench.browser.now += 1000;
    await bench.ask('account.anew', { account });
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, pageAt(HERE));
    await log('A new start');
    expect(await entriesOf(account)).toMatchObject([{ kind: 'touchpoint' }]);
    expect(await bench.ask('tab.state', { tabId: 7, address: HERE })).toMatchObject({ state: 'account' });
  });

  it('stands in the record by whom and when, and never whose it was', async () => {
    await bench.ask('settings.put', { change: { author: 'Maya' } });
    await bench.ask('account.erase', { account });
    const record = await bench.ask<Erasure[]>('erased.list', {});
    expect(record).toEqual([{ kind: 'account', at: NOW, by: 'Maya', entries: 1 }]);
  });

  it('of a name that is no account is refused, and nothing is gone', async () => {
    await expect(bench.ask('account.erase', { account: 'nonsense' })).rejects.toThrow('no such account');
    await expect(eraseAccounts(bench.kido, ['nonsense'])).rejects.toThrow('no such account');
    expect(await entriesOf(account)).toHaveLength(1);
  });

  it('of several counts them all', async () => {
    expect(await eraseAccounts(bench.kido, [account, 'acme/18', 'acme/99'])).toEqual({ entries: 2 });
    expect(await eraseAccounts(bench.kido, [])).toEqual({ entries: 0 });
  });

  it('leaves text that was picked for another account', async () => {
    await pickText(bench.kido, 'picked words', addressOf('18'), 8);
    await bench.ask('account.erase', { account });
    expect(await bench.ask('picked.take', { account: 'acme/18', other: false })).toMatchObject({ text: 'picked words' });
  });
});

describe('erasing the words of a person', () => {
  it('rewrites what names them, at once also in what is shown, and leaves all else', async () => {
    const { written } = await log('Sato is unhappy\nAll fine otherwise', { attendees: ['Sato', 'Mori'] });
    bench.browser.told = [];
    expect(await bench.ask('account.eraseWords', { account, person: 'Sato' })).toEqual({ entries: written, toCheck: [], draft: false });
    const { folded } = await bench.kido.keeper.account(account);
    expect(JSON.stringify(folded.touchpoints)).not.toContain('Sato');
    expect(folded.touchpoints[0]).toMatchObject({ attendees: ['Mori'] });
    expect(await bench.ask('notes.search', { text: 'sato' })).toEqual([]);
    expect(await bench.ask('notes.search', { text: 'otherwise' })).toHaveLength(1);
    expect(bench.browser.told).toMatchObject([{ tab: 7, news: { news: 'view', view: { account } } }]);
  });

  it('forgets what was picked for the account: it may hold them', async () => {
    await pickText(bench.kido, 'words of Sato', HERE, 7);
    await bench.ask('account.eraseWords', { account, person: 'Sato' });
    expect(await bench.ask('picked.look', {})).toBeNull();
  });

  it('leaves a draft that names them as it is, and tells it', async () => {
    await bench.ask('draft.put', { ...draft(account), fields: { text: 'Call Sato' } });
    expect(await bench.ask('account.eraseWords', { account, person: 'Mori' })).toMatchObject({ draft: false });
    expect(await bench.ask('account.eraseWords', { account, person: 'Sato' })).toMatchObject({ draft: true });
    expect(await bench.ask('draft.get', { account })).toMatchObject({ draft: { fields: { text: 'Call Sato' } } });
  });

  it('of nobody there changes nothing; of what is no name is refused', async () => {
    expect(await bench.ask('account.eraseWords', { account, person: 'Nobody' })).toMatchObject({ entries: [] });
    await expect(bench.ask('account.eraseWords', { account, person: '17' })).rejects.toThrow('person');
    expect(await entriesOf(account)).toHaveLength(1);
  });
});
