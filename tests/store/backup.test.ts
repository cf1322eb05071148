import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { checkBackup, partsOf } from '@/lib/formats/backup-file';
import { backup } from '@/lib/store/backup';
import { closeDatabase, database } from '@/lib/store/database';
import { putDraft } from '@/lib/store/drafts';
import { appendEntries, noteAccount } from '@/lib/store/journal';
import { restore } from '@/lib/store/restore';
import { searchNotes } from '@/lib/store/search';
import { playbookJson } from '../core/make-account';

const entry = (id: string): Entry => ({
  id,
  v: 1,
  account: 'acme/17',
  at: 1,
  by: '',
  device: '',
  kind: 'snooze',
  body: { rule: 'r', untilDay: '2026-12-01' },
});

beforeEach(async () => {
  const db = await database();
  for (const name of ['entries', 'accounts', 'drafts', 'playbooks', 'erased'] as const) await db.clear(name);
});

describe('backup and restore', () => {
  it('brings everything back into an empty store, as it was', async () => {
    await appendEntries([entry('a'), entry('b')]);
    await noteAccount({ key: 'acme/17', console: 'acme', id: '17', name: 'Tern', openedAt: 5 });
    await putDraft({ account: 'acme/17', writer: 'w', seq: 1, base: 0, at: 9, fields: { notes: 'half' } });
    const file = JSON.parse(JSON.stringify(await backup(0)));
    const db = await database();
    for (const name of ['entries', 'accounts', 'drafts'] as const) await db.clear(name);
    expect(await restore(file)).toMatchObject({ added: 2, known: 0 });
    expect(JSON.parse(JSON.stringify(await backup(0)))).toEqual(file);
  });
  it('merges: nothing is doubled, nothing newer is lost', async () => {
    await appendEntries([entry('a'), entry('b')]);
    const file = JSON.parse(JSON.stringify(await backup(0)));
    await appendEntries([entry('c')]);
    await putDraft({ account: 'acme/17', writer: 'w', seq: 1, base: 0, at: 9, fields: { notes: 'new' } });
    expect(await restore({ ...file, drafts: [{ account: 'acme/17', at: 3, fields: { notes: 'old' } }] })).toMatchObject({
      added: 0,
      known: 2,
    });
    expect((await backup(0)).entries).toHaveLength(3);
    expect((await backup(0)).drafts[0]?.fields).toEqual({ notes: 'new' });
  });
  it.each([
    ['no backup', { some: 'json' }, /kido/],
    ['a newer one', { kido: 'backup/2', entries: [] }, /newer Kido/],
    ['a broken entry', { kido: 'backup/1', entries: [entry('a'), { id: 'x' }] }, /entries\[1\]/],
    ['nothing', null, /./],
  ])('%s is refused with its place, and nothing is written', async (_, file, said) => {
    await expect(restore(file)).rejects.toThrow(said);
    expect((await backup(0)).entries).toEqual([]);
  });
  it('a large store travels in parts, which together are the whole', async () => {
    const long = (id: string): Entry => ({
      ...entry(id),
      kind: 'touchpoint',
      body: { status: 'held', type: 'call', day: '2026-11-20', notes: 'x'.repeat(30_000) },
    });
    await appendEntries(
      Array.from({ length: 1200 }, (_, at) => long(`n${String(at).padStart(5, '0')}`)),
      { indexed: false },
    );
    const first = await backup(0);
    expect(first.next).not.toBeNull();
    const all = [...first.entries];
    for (let after = first.next; after !== null; ) {
      const part = await backup(0, after);
      all.push(...part.entries);
      after = part.next;
    }
    expect(new Set(all.map((one) => one.id)).size).toBe(1200);
    const whole = { ...first, entries: all };
    const parts = [...partsOf(checkBackup(whole, Date.now()).backup)];
    expect(parts.length).toBeGreaterThan(3);
    const db = await database();
    await db.clear('entries');
    for (const [at, part] of parts.entries()) await restore(part, at === parts.length - 1);
    expect(await db.count('entries')).toBe(1200);
    expect((await searchNotes('x'.repeat(40))).length).toBeGreaterThan(0);
  });
  const NOW = 1_800_000_000_000;
  const DAY = 86_400_000;
  it.each([
    ['at', { at: NOW + DAY + 1 }],
    ['hlc', { hlc: NOW + DAY + 1 }],
    ['a clock that no date can hold', { hlc: Number.MAX_SAFE_INTEGER }],
    ['a time that no date can hold', { at: 9e15 }],
    ['a time as text', { at: '2096-01-01T00:00:00Z' }],
    ['a reading', { kind: 'readings', body: { readings: [{ metric: 'm', value: 1, source: 'page', seenAt: NOW + DAY + 1 }] } }],
  ])('an entry that is ahead by %s is left out and counted, the others come in', async (_, more) => {
    const file = {
      kido: 'backup/1',
      entries: [
        { ...entry('ahead'), ...more },
        { ...entry('fine'), at: NOW + DAY, hlc: NOW + DAY },
      ],
    };
    expect(await restore(file, true, NOW)).toMatchObject({ added: 1, known: 0, ahead: 1 });
    expect((await backup(0)).entries.map((one) => one.id)).toEqual(['fine']);
  });
  it('a row of an account is what its key says, and was not opened in the future', async () => {
    const row = { key: 'acme/A%2F17', console: 'other', id: '99', name: 'Tern', openedAt: 8e15 };
    await restore({ kido: 'backup/1', entries: [], accounts: [row] }, true, NOW);
    expect((await backup(0)).accounts).toEqual([{ key: 'acme/A%2F17', console: 'acme', id: 'A/17', name: 'Tern', openedAt: NOW }]);
  });
  it('a row that was opened later here stays', async () => {
    await noteAccount({ key: 'acme/17', console: 'acme', id: '17', name: 'New', openedAt: 9 });
    const row = { key: 'acme/17', console: 'acme', id: '17', name: 'Old', openedAt: 8 };
    await restore({ kido: 'backup/1', entries: [], accounts: [row] });
    expect((await backup(0)).accounts).toMatchObject([{ name: 'New', openedAt: 9 }]);
  });
  const book = (change: object) => ({ kido: 'backup/1', entries: [], playbooks: [{ ...structuredClone(playbookJson), ...change }] });
  it.each([
    [
      'an account without a console',
      { kido: 'backup/1', entries: [], accounts: [{ key: 'x', console: '', id: '', name: null, openedAt: 1 }] },
      /accounts\[0\]\.key/,
    ],
    [
      'a row with more in it',
      { kido: 'backup/1', entries: [], accounts: [{ key: 'a/1', console: '', id: '', name: null, openedAt: 1, x: 1 }] },
      /accounts\[0\]/,
    ],
    ['a draft of no account', { kido: 'backup/1', entries: [], drafts: [{ account: '', at: 1, fields: {} }] }, /drafts\[0\]\.account/],
    ['a draft of no time', { kido: 'backup/1', entries: [], drafts: [{ account: 'a/1', at: -1, fields: {} }] }, /drafts\[0\]\.at/],
    ['a mark that is none', { kido: 'backup/1', entries: [], erased: [{ mark: 'entries' }] }, /erased\[0\]/],
  ])('%s is refused with its place', async (_, file, said) => {
    await expect(restore(file)).rejects.toThrow(said);
    expect(await backup(0)).toMatchObject({ accounts: [], drafts: [], playbooks: [], erased: [] });
  });
  it('a playbook that is none stays out and is told, all else comes in', async () => {
    const file = { ...book({ contractMetric: 'nowhere' }), entries: [entry('a')] };
    file.playbooks.push(structuredClone(playbookJson));
    expect(await restore(file)).toMatchObject({ added: 1, wrongPlaybooks: ['playbooks[0]: contractMetric: no metric "nowhere"'] });
    expect((await backup(0)).playbooks).toHaveLength(1);
  });
  it('that is stopped in the middle says how far it came, and does the rest when it is done again', async () => {
    const entries = Array.from({ length: 1200 }, (_, at) => entry(`e${String(at).padStart(4, '0')}`));
    const file = { kido: 'backup/1', entries, drafts: [{ account: 'acme/17', at: 1, fields: { notes: 'half' } }] };
    const { add } = IDBObjectStore.prototype;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (value.id === 'e0700') throw new DOMException('no room', 'QuotaExceededError');
      return add.call(this, value, key);
    });
    await expect(restore(file)).rejects.toMatchObject({ done: { added: 500, known: 0 }, cause: { code: 'full' } });
    spy.mockRestore();
    expect(await restore(file)).toMatchObject({ added: 700, known: 500 });
    expect((await backup(0)).drafts).toHaveLength(1);
  });
  it('ends on disk: its last transaction waits for it', async () => {
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await restore({ kido: 'backup/1', entries: [entry('a')], drafts: [{ account: 'acme/17', at: 1, fields: {} }] });
    const writes = spy.mock.calls.filter(([stores]) => [stores].flat().includes('accounts'));
    expect(writes.map(([, mode, options]) => [mode, options?.durability])).toEqual([['readwrite', 'strict']]);
    spy.mockRestore();
  });
  it('survives a closed database', async () => {
    await closeDatabase();
    expect((await backup(0)).kido).toBe('backup/1');
  });
});
