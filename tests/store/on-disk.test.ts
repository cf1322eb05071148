import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { shipped } from '@/lib/keeper/setting';
import { backup } from '@/lib/store/backup';
import { closeDatabase, database } from '@/lib/store/database';
import { draftOf, putDraft, removeDraft } from '@/lib/store/drafts';
import { eraseAccount, eraseWords, openErased } from '@/lib/store/erase';
import { appendEntries, entriesOf, newestOf, noteAccount } from '@/lib/store/journal';
import { lastBackup, noteBackup } from '@/lib/store/last-backup';
import { allRequests } from '@/lib/store/make-index';
import { noteTry, outboxRow, removeOutboxRows, retryRows } from '@/lib/store/outbox';
import { publishPlaybook } from '@/lib/store/playbooks';
import { restore } from '@/lib/store/restore';
import { searchNotes } from '@/lib/store/search';
import { forgetSecrets, putSecret } from '@/lib/store/secrets';
import { putWebhook, removeWebhook } from '@/lib/store/webhooks';

const AT = Date.parse('2026-11-20T03:00:00Z');
const account = 'acme/17';
const note = (id: string, more: object = {}, change: Partial<Entry> = {}): Entry =>
  ({
    id,
    v: 1,
    account,
    at: AT,
    by: '',
    device: '',
    kind: 'touchpoint',
    body: { status: 'held', type: 'call', day: '2026-11-20', notes: `note ${id} of Sato`, ...more },
    ...change,
  }) as Entry;
const hook = { id: 'crm', name: 'CRM', url: 'https://hooks.acme.example/in', auth: { type: 'none' as const }, on: true, templates: {} };
const put = { account, writer: 'a-window', seq: 1, base: 0, at: AT, fields: { text: 'half' } };

beforeEach(async () => {
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => vi.restoreAllMocks());

describe('what was answered is on disk', () => {
  const writers: [string, () => Promise<unknown>][] = [
    ['entries', () => appendEntries([note('1')])],
    ['a draft', () => putDraft(put)],
    ['the end of a draft', () => removeDraft({ account, writer: 'a-window', seq: 1, rev: 1 })],
    ['an account that is erased', () => eraseAccount(account, AT, 'Maya')],
    ['words that are erased', () => eraseWords(account, 'Sato', AT, 'Maya')],
    ['an account that begins anew', () => openErased(account, AT)],
    ['a playbook', () => publishPlaybook(shipped)],
    ['a secret', () => putSecret('token', 'https://a.example', 'T')],
    ['a secret that is forgotten', () => forgetSecrets(['https://a.example'])],
    ['a webhook', () => putWebhook(hook)],
    ['a webhook that is removed', () => removeWebhook('crm')],
    ['a try', () => noteTry(outboxRow('crm', note('1')))],
    ['rows to be sent again', () => retryRows(['1:crm'])],
    ['rows that arrived', () => removeOutboxRows(['1:crm'])],
  ];

  it.each(writers)('%s', async (_, write) => {
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await database();
    await write();
    const writing = spy.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writing.length).toBeGreaterThan(0);
    // Without it a browser answers before the disk has it, and a power cut takes what was acknowledged.
    for (const [stores, , options] of writing) expect([stores, options]).toEqual([stores, { durability: 'strict' }]);
  });

  it('entries, marks, drafts and playbooks of a backup', async () => {
    await appendEntries([note('1')]);
    await putDraft({ ...put, account: 'acme/18' });
    await eraseAccount('acme/19', AT, '');
    await publishPlaybook(shipped);
    const part = await backup(AT);
    globalThis.indexedDB = new IDBFactory();
    await closeDatabase();
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await restore(part, true, AT);
    const strict = spy.mock.calls.filter(([, mode, options]) => mode === 'readwrite' && options?.durability === 'strict');
    const stores = new Set(strict.flatMap(([of]) => (typeof of === 'string' ? [of] : [...of])));
    for (const store of ['entries', 'erased', 'drafts', 'playbooks']) expect(stores).toContain(store);
  });
});

describe('an account that is erased while its draft is stored', () => {
  it('leaves no draft, and whoever typed is told', async () => {
    await database();
    const storing = putDraft(put);
    const erasing = eraseAccount(account, AT, '');
    await Promise.allSettled([storing, erasing]);
    // Whichever came first: afterwards nothing is there.
    await expect(putDraft({ ...put, seq: 2 })).rejects.toMatchObject({ code: 'erased' });
    expect((await draftOf(account)).draft).toBeNull();
  });
});

describe('the newest of a kind', () => {
  it('is found over all accounts, and is nothing where there is none', async () => {
    await appendEntries([note('1'), note('3', {}, { account: 'acme/18' }), note('2')]);
    expect(await newestOf('touchpoint')).toMatchObject({ id: '3', account: 'acme/18' });
    expect(await newestOf('judgement')).toBeNull();
  });
});

describe('when the store was saved last', () => {
  it('is not known before the first time, and the last time counts', async () => {
    expect(await lastBackup()).toBeNull();
    await noteBackup(AT);
    await noteBackup(AT + 1);
    expect(await lastBackup()).toBe(AT + 1);
    await (await database()).put('meta', 'broken', 'backupAt');
    expect(await lastBackup()).toBeNull();
  });
});

describe('search', () => {
  const found = async (text: string) => (await searchNotes(text)).map((one) => one.id);

  it('gives the better match first, of equal ones the newest day', async () => {
    await appendEntries([
      note('1', { notes: 'export', day: '2026-11-01' }),
      note('2', { notes: 'export', day: '2026-11-03' }),
      note('3', { notes: 'export', day: '2026-11-02' }),
      note('4', { notes: 'export, export and export again', day: '2026-10-01' }),
    ]);
    expect(await found('export')).toEqual(['4', '2', '3', '1']);
  });

  it('knows plans and empty notes not at all, and every part of a note that people wrote', async () => {
    const parts = {
      notes: 'alpha',
      requests: [{ text: 'bravo' }],
      actions: [{ text: 'charlie' }],
      blockers: [{ text: 'delta' }],
      quotes: [{ text: 'echo' }],
      verdict: { confirmed: true, quote: 'foxtrot' },
      attendees: ['golf'],
    };
    await appendEntries([note('1', parts), note('2', { status: 'planned', notes: 'alpha' }), note('3', { notes: undefined })]);
    for (const word of ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf']) expect(await found(word), word).toEqual(['1']);
    expect(await (await database()).count('notes')).toBe(1);
  });

  it('a note without words is searched by what else it holds, and by nothing that nobody wrote', async () => {
    await appendEntries([note('1', { notes: undefined, attendees: ['Mori'] })]);
    expect((await searchNotes('mori')).map((one) => one.text)).toEqual(['Mori']);
  });
});

describe('a restore in parts', () => {
  it('is searched once its last part is there, also what came first', async () => {
    const part = (entries: Entry[]) => ({ kido: 'backup/1', madeAt: '2026-11-20T03:00:00.000Z', entries });
    const first = note('1', { notes: 'early', requests: [{ text: 'Bulk edit' }] });
    await restore(part([first]), false, AT);
    expect(await entriesOf(account)).toHaveLength(1);
    expect(await searchNotes('early')).toEqual([]);
    await restore(part([note('2', { notes: 'late' }, { account: 'acme/18' })]), true, AT);
    expect((await searchNotes('early')).map((one) => one.id)).toEqual(['1']);
    expect((await searchNotes('late')).map((one) => one.id)).toEqual(['2']);
    expect((await allRequests()).map((one) => one.account)).toEqual([account]);
  });

  it('brings back no draft and no row of an account that was erased here', async () => {
    await noteAccount({ key: account, console: 'acme', id: '17', name: 'Acme KK', openedAt: AT });
    await putDraft(put);
    await noteAccount({ key: 'acme/18', console: 'acme', id: '18', name: 'Beta KK', openedAt: AT });
    await putDraft({ ...put, account: 'acme/18' });
    const file = await backup(AT);
    await eraseAccount(account, AT, '');
    await removeDraft({ account: 'acme/18', writer: 'a-window', seq: 1, rev: 2 });
    await restore(file, true, AT);
    expect((await draftOf(account)).draft).toBeNull();
    expect((await (await database()).getAll('accounts')).map((row) => row.key)).toEqual(['acme/18']);
  });
});
