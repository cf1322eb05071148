import 'fake-indexeddb/auto';
import { type IDBPDatabase, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { closeDatabase, database } from '@/lib/store/database';
import { draftOf, putDraft } from '@/lib/store/drafts';
import { accountRow, appendEntries, entriesOf } from '@/lib/store/journal';
import { allRequests, indexOlder } from '@/lib/store/make-index';
import { outboxRows } from '@/lib/store/outbox';
import { playbookOf, publishPlaybook } from '@/lib/store/playbooks';
import { searchNotes } from '@/lib/store/search';
import { putSecret, secretFor } from '@/lib/store/secrets';
import { playbook } from '../core/make-account';

const NOTE: Entry = {
  id: '1',
  v: 1,
  account: 'acme/17',
  at: 1,
  by: 'Mori',
  device: 'd',
  kind: 'touchpoint',
  body: { status: 'held', type: 'meeting', day: '2026-11-20', notes: 'roster import', requests: [{ text: 'CSV export' }] },
};
const ROW = { key: 'acme/17', console: 'acme', id: '17', name: 'Tern', openedAt: 5 };
const OWED = {
  id: '1:slack',
  hook: 'slack',
  account: 'acme/17',
  entry: '1',
  order: 1,
  tries: 2,
  nextAt: 9,
  state: 'waiting',
  problem: 'x',
};

/** Databases as each form that was ever in use had them. */
const FORMS: Record<string, [number, (db: IDBPDatabase) => void]> = {
  '1': [1, journal],
  '2': [
    2,
    (db) => {
      journal(db);
      notes(db, 'id');
    },
  ],
  '3, with the notes of form 2': [
    3,
    (db) => {
      journal(db);
      notes(db, 'id');
      others(db);
    },
  ],
  '3': [
    3,
    (db) => {
      journal(db);
      notes(db, 'key');
      others(db);
    },
  ],
};
function journal(db: IDBPDatabase) {
  db.createObjectStore('entries', { keyPath: 'id' }).createIndex('byAccount', ['account', 'at']);
  db.createObjectStore('accounts', { keyPath: 'key' });
  db.createObjectStore('drafts', { keyPath: 'account' });
  db.createObjectStore('playbooks', { keyPath: ['id', 'version'] });
}
function notes(db: IDBPDatabase, keyPath: string) {
  const store = db.createObjectStore('notes', { keyPath });
  store.createIndex('byWord', 'words', { multiEntry: true });
  store.createIndex('byAccount', 'account');
}
function others(db: IDBPDatabase) {
  db.createObjectStore('requests', { keyPath: 'id' }).createIndex('byAccount', 'account');
  db.createObjectStore('outbox', { keyPath: 'id' });
  db.createObjectStore('meta');
}

beforeEach(async () => {
  vi.restoreAllMocks();
  await closeDatabase();
  indexedDB = new IDBFactory();
});

describe.each(Object.entries(FORMS))('a database of form %s', (_, [version, make]) => {
  it('comes over with all that people wrote, and is used as one of this form', async () => {
    const old = await openDB('kido', version, { upgrade: make });
    await old.put('entries', NOTE);
    await old.put('accounts', ROW);
    await old.put('drafts', { account: 'acme/17', at: 3, fields: { notes: 'half' } });
    await old.put('drafts', { account: 'acme/18', at: 4, fields: { notes: 'other' } });
    await old.put('playbooks', playbook);
    const hasOutbox = old.objectStoreNames.contains('outbox');
    const owed = hasOutbox ? [OWED] : [];
    for (const row of owed) await old.put('outbox', row);
    const hasNotes = old.objectStoreNames.contains('notes');
    for (const at of hasNotes ? [0] : [])
      await old.put('notes', { id: '1', key: `${at} 1`, account: 'acme/17', text: 'roster', words: ['roster'] });
    for (const value of hasOutbox ? [2] : []) await old.put('meta', value, 'index');
    old.close();

    expect(await entriesOf('acme/17')).toEqual([NOTE]);
    expect(await accountRow('acme/17')).toEqual(ROW);
    expect(await playbookOf(playbook.id, playbook.version)).toEqual(playbook);
    expect(await outboxRows()).toEqual(owed);
    const [one, two] = [await draftOf('acme/17'), await draftOf('acme/18')];
    expect([one.draft, two.draft]).toEqual([
      { account: 'acme/17', at: 3, fields: { notes: 'half' } },
      { account: 'acme/18', at: 4, fields: { notes: 'other' } },
    ]);
    expect(one.rev).not.toBe(two.rev);
    expect((await database()).transaction('notes').store.keyPath).toBe('key');
    const put = await putDraft({ account: 'acme/17', writer: 'w', seq: 1, base: one.rev, at: 1, fields: { notes: 'half done' } });
    expect(put.kept && put.rev > Math.max(one.rev, two.rev)).toBe(true);

    await appendEntries([{ ...NOTE, id: '2', at: 2, account: 'acme/18' }], { hooks: ['slack'] });
    await indexOlder();
    expect((await searchNotes('roster')).map((found) => found.id)).toContain('2');
    await putSecret('token', 'https://a.example', 's');
    expect(await secretFor('token', 'https://a.example/x')).toEqual({ value: 's' });
  });
});

describe.each(['1', '2', '3, with the notes of form 2'])('the search over a database of form %s', (form) => {
  it('is made anew from the journal', async () => {
    const [version, make] = FORMS[form] as [number, (db: IDBPDatabase) => void];
    const old = await openDB('kido', version, { upgrade: make });
    await old.put('entries', NOTE);
    // What an index of this form would say of itself.
    for (const name of [...old.objectStoreNames].filter((one) => one === 'meta')) await old.put(name, 2, 'index');
    old.close();
    await indexOlder();
    expect((await searchNotes('roster')).map((found) => found.id)).toEqual(['1']);
    expect((await allRequests()).map((one) => one.text)).toEqual(['CSV export']);
  });
});

describe('a database that cannot be opened', () => {
  it('of a later version says so, and is tried again', async () => {
    (await openDB('kido', 99)).close();
    await expect(database()).rejects.toMatchObject({ code: 'newer' });
    indexedDB = new IDBFactory();
    expect((await database()).version).toBe(4);
  });
  it('for another reason says so, and is tried again', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('disk', 'UnknownError');
    });
    await expect(database()).rejects.toMatchObject({ code: 'failed', cause: { message: 'disk' } });
    open.mockRestore();
    await publishPlaybook({ ...playbook, version: 2 });
  });
  it('because an older one holds it says so, and opens once that is gone', async () => {
    const old = await openDB('kido', 3, { upgrade: FORMS['3']?.[1] });
    await expect(database()).rejects.toMatchObject({ code: 'blocked' });
    old.close();
    expect((await database()).version).toBe(4);
  });
  it('whose upgrade fails keeps what it was', async () => {
    const old = await openDB('kido', 1, { upgrade: journal });
    await old.put('entries', NOTE);
    await old.put('drafts', { account: 'acme/17', at: 3, fields: { notes: 'half' } });
    old.close();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(database()).rejects.toMatchObject({ code: 'full' });
    put.mockRestore();
    expect((await draftOf('acme/17')).draft?.fields).toEqual({ notes: 'half' });
    expect(await entriesOf('acme/17')).toEqual([NOTE]);
  });
});

describe('an open database', () => {
  it('gives way to a later version, and is opened again when asked', async () => {
    await database();
    const later = await openDB('kido', 5);
    expect(later.version).toBe(5);
    later.close();
    await expect(database()).rejects.toMatchObject({ code: 'newer' });
  });
  it('that the browser ended is opened again', async () => {
    const listen = vi.spyOn(IDBDatabase.prototype, 'addEventListener');
    const first = await database();
    first.close();
    const heard = listen.mock.calls.find(([type]) => type === 'close')?.[1] as () => void;
    heard();
    const second = await database();
    expect(second).not.toBe(first);
    expect(await second.count('entries')).toBe(0);
  });
});
