import type { Written } from '@/lib/core/view/sent-view';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FoundNote } from '@/lib/core/view/found-note';
import type { PlannedEvent } from '@/lib/core/view/planned-event';
import type { RequestRow } from '@/lib/messages/export-messages';
import type { BackupPart } from '@/lib/store/backup';
import { entriesOf } from '@/lib/store/journal';
import { aConsole, addressOf, connect, shown, visit } from './a-console';
import { Bench, pageAt } from './fake-host';
import { requestId } from './request-id';

let bench: Bench;

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
});

async function open(id: string, name: string, fields: object[] = []) {
  const address = addressOf(id);
  const from = pageAt(address, Number(id));
  await bench.ask('account.open', { address, accountId: id, visit }, from);
  await bench.ask('account.read', { address, accountId: id, name, fields, visit }, from);
}
const log = (id: string, more: object) =>
  bench.ask<Written>('touchpoint.log', {
    account: `acme/${id}`,
    touchpoint: { status: 'held', type: 'meeting', day: '2026-11-20', ...more },
    ticks: [],
  });

describe('search', () => {
  it('finds notes of all accounts by name and play, with what was looked for marked', async () => {
    await open('17', 'Acme KK', [shown('seats', '40')]);
    await log('17', { play: 'kickoff', notes: 'They need the CSV export' });
    await log('18', { notes: 'Nothing of interest' });
    const found = await bench.ask<FoundNote[]>('notes.search', { text: 'csv' });
    expect(found).toMatchObject([{ account: 'acme/17', name: 'Acme KK', day: '2026-11-20', title: 'Kickoff' }]);
    expect(found[0]?.pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['CSV']);
    expect(await bench.ask('notes.search', { text: 'elephant' })).toEqual([]);
    expect(await bench.ask('notes.search', { text: ' ' })).toEqual([]);
  });

  it('does not find what was taken back', async () => {
    const { written } = await log('17', { notes: 'They need the CSV export' });
    await bench.ask('entry.retract', { account: 'acme/17', ids: written });
    expect(await bench.ask('notes.search', { text: 'csv' })).toEqual([]);
  });
});

describe('feature requests', () => {
  it('come with the account’s name and contract value; unknown is not zero', async () => {
    await open('17', 'Acme KK');
    await bench.ask('fact.note', { account: 'acme/17', metric: 'contractValue', value: 120000 });
    await log('17', { requests: [{ text: 'Bulk edit' }] });
    await log('18', { requests: [{ text: 'Bulk edit' }] });
    const rows = await bench.ask<RequestRow[]>('requests.list', {});
    expect(rows.map(({ name, value, status }) => ({ name, value, status }))).toEqual(
      expect.arrayContaining([
        { name: 'Acme KK', value: 120000, status: 'new' },
        { name: '18', value: null, status: 'new' },
      ]),
    );
  });

  it('what became of one is told to all its accounts, once each, also when the answer was lost in the middle', async () => {
    await log('17', { requests: [{ text: 'Bulk edit' }] });
    await log('18', { requests: [{ text: 'Bulk edit' }] });
    const id = requestId();
    const body = { accounts: ['acme/17', 'acme/18', 'acme/17'], told: { request: 'bulk edit', status: 'planned' } };
    const first = await bench.ask<{ written: object[] }>('request.tell', body, undefined, id);
    bench.restart();
    const second = await bench.ask<{ written: object[] }>('request.tell', body, undefined, id);
    expect(first.written).toHaveLength(2);
    expect(second).toEqual(first);
    expect((await entriesOf('acme/17')).filter((one) => one.kind === 'request')).toHaveLength(1);
    const rows = await bench.ask<RequestRow[]>('requests.list', {});
    expect(rows.map((row) => row.status)).toEqual(['planned', 'planned']);
  });
});

describe('calendar and recap', () => {
  it('a planned touchpoint keeps its place when it moves, and counts how often', async () => {
    const from = pageAt(addressOf('17'), 17);
    await open('17', 'Acme KK', [shown('seats', '40')]);
    const plan = async (day: string) => {
      bench.browser.now += 1000;
      return (await bench.ask<Written>('touchpoint.plan', { account: 'acme/17', play: 'kickoff', day }, from)).written.at(-1) ?? '';
    };
    const first = await bench.ask<PlannedEvent>('calendar.event', { account: 'acme/17', id: await plan('2026-11-24') });
    expect(first).toMatchObject({ play: 'kickoff', day: '2026-11-24', title: 'Kickoff · Acme KK', revision: 0, page: addressOf('17') });
    expect(first.agenda.length).toBeGreaterThan(2);
    expect(await bench.ask('calendar.event', { account: 'acme/17', id: await plan('2026-11-25') })).toMatchObject({
      day: '2026-11-25',
      revision: 1,
    });
  });

  it('a recap says what was agreed, in the language of the settings', async () => {
    const { written } = await log('17', { notes: 'Fine', actions: [{ text: 'Send the template', owner: 'us' }] });
    const recap = await bench.ask<{ markdown: string; mail: string }>('touchpoint.recap', { account: 'acme/17', id: written[0] });
    expect(recap.markdown).toContain('Send the template');
    expect(recap.mail).toMatch(/^mailto:/);
    await bench.ask('settings.put', { change: { lang: 'ja' } });
    const ja = await bench.ask<{ subject: string }>('touchpoint.recap', { account: 'acme/17', id: written[0] });
    expect(ja.subject).toMatch(/[\u3040-\u9fff]/);
  });

  it('of what is no touchpoint there is none', async () => {
    await expect(bench.ask('touchpoint.recap', { account: 'acme/17', id: 'none' })).rejects.toThrow('no such touchpoint');
    await expect(bench.ask('calendar.event', { account: 'acme/17', id: 'none' })).rejects.toThrow('no such touchpoint');
  });
});

describe('the address of an account’s page', () => {
  it('is one that its console’s patterns match; a restored one that is not is not opened', async () => {
    await open('17', 'Acme KK', [shown('seats', '40')]);
    expect(await bench.ask('account.page', { account: 'acme/17' })).toBe(addressOf('17'));
    const part = await bench.ask<BackupPart>('data.backup', {});
    const evil = part.entries.map((entry) => ({
      ...entry,
      id: `${entry.id}x`,
      at: entry.at + 1000,
      body: { ...entry.body, page: 'https://evil.example/?x' },
    }));
    await bench.ask('data.restore', { data: { ...part, entries: evil } });
    expect(await bench.ask('account.page', { account: 'acme/17' })).toBeNull();
    expect(await bench.ask('account.page', { account: 'acme/99' })).toBeNull();
  });
});

describe('backup and restore', () => {
  it('brings everything back on an empty machine, doubles nothing, and open views see it', async () => {
    await log('17', { notes: 'Hello' });
    const { next, ...part } = await bench.ask<BackupPart>('data.backup', {});
    expect(next).toBeNull();
    const other = await Bench.empty();
    await connect(other, aConsole());
    expect((await other.kido.keeper.account('acme/17')).entries).toEqual([]);
    expect(await other.ask('data.restore', { data: part })).toMatchObject({ added: 1, known: 0, problem: null });
    expect(await other.ask('data.restore', { data: part })).toMatchObject({ added: 0, known: 1 });
    expect((await other.kido.keeper.account('acme/17')).entries).toHaveLength(1);
    expect(await other.ask<FoundNote[]>('notes.search', { text: 'hello' })).toHaveLength(1);
  });

  it('says what is wrong with a file, and writes nothing of it', async () => {
    expect(await bench.ask('data.restore', { data: { kido: 'backup/9', entries: [] } })).toMatchObject({
      added: 0,
      problem: expect.stringContaining('newer Kido'),
    });
    expect(await bench.ask('data.restore', { data: null })).toMatchObject({ added: 0, problem: expect.any(String) });
    const part = { kido: 'backup/1', entries: [{ id: 'a', account: 'acme/17', at: 1, kind: 'item', body: {} }] };
    expect(await bench.ask('data.restore', { data: part })).toMatchObject({ problem: expect.stringContaining('entries[0]') });
    expect(await entriesOf('acme/17')).toEqual([]);
  });

  it('never holds a secret', async () => {
    await bench.ask('secret.put', { name: 'acme-token', origin: 'https://api.acme.example', value: 'TOPSECRET' });
    expect(JSON.stringify(await bench.ask('data.backup', {}))).not.toContain('TOPSECRET');
    expect(JSON.stringify(bench.browser.local.stored)).not.toContain('TOPSECRET');
    expect(JSON.stringify(bench.browser.memory.stored)).not.toContain('TOPSECRET');
  });
});
