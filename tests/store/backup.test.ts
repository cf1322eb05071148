import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { checkBackup, partsOf } from '@/lib/formats/backup-file';
import { backup } from '@/lib/store/backup';
import { closeDatabase, database } from '@/lib/store/database';
import { putDraft } from '@/lib/store/drafts';
import { appendEntries, noteAccount } from '@/lib/store/journal';
import { restore } from '@/lib/store/restore';
import { searchNotes } from '@/lib/store/search';

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
  it('survives a closed database', async () => {
    await closeDatabase();
    expect((await backup(0)).kido).toBe('backup/1');
  });
});
