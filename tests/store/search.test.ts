import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { parseQuery, searchWords, snippet } from '@/lib/core/note/search-words';
import { closeDatabase, database } from '@/lib/store/database';
import { appendEntries, noteAccount } from '@/lib/store/journal';
import { forgetIndex, indexOlder } from '@/lib/store/make-index';
import { searchNotes } from '@/lib/store/search';

vi.mock('@/lib/core/note/search-words', { spy: true });

const note = (id: string, notes: string, more: object = {}): Entry =>
  ({
    id,
    v: 1,
    account: 'acme/17',
    at: 1,
    by: '',
    device: '',
    kind: 'touchpoint',
    body: { status: 'held', type: 'meeting', day: '2026-11-20', notes, ...more },
  }) as Entry;
const found = async (text: string) => (await searchNotes(text)).map((one) => one.id);

beforeEach(async () => {
  const db = await database();
  await db.clear('entries');
  await db.clear('notes');
});

describe('search', () => {
  it('finds words by their beginning, in any case and width, all of them', async () => {
    await appendEntries([note('1', 'Roster import fails'), note('2', 'Ｒｏｓｔｅｒ is fine'), note('3', 'imported rosters')]);
    expect(await found('roster')).toHaveLength(3);
    expect(await found('ROST imp')).toEqual(expect.arrayContaining(['1', '3']));
    expect(await found('oster')).toEqual([]);
    expect(await found('"roster import"')).toEqual(['1']);
    expect(await found('résumé')).toEqual([]);
  });
  it('finds Japanese without blanks, whatever the kana', async () => {
    await appendEntries([note('1', '名簿の取り込みデータを確認'), note('2', '名簿は来週'), note('3', 'ﾃﾞｰﾀ連携の相談')]);
    expect(await found('名簿')).toEqual(expect.arrayContaining(['1', '2']));
    expect(await found('取り込み')).toEqual(['1']);
    expect(await found('でーた')).toEqual(expect.arrayContaining(['1', '3']));
    expect(await found('データ連携')).toEqual(['3']);
    expect(await found('名簿 来週')).toEqual(['2']);
    expect(await found('簿名')).toEqual([]);
  });
  it('finds requests, tasks and blockers, and what was taken back no more', async () => {
    await appendEntries([
      note('1', 'x', { requests: [{ text: 'Bulk edit' }], actions: [{ text: 'Send sample' }], blockers: [{ text: 'Codes rejected' }] }),
    ]);
    for (const word of ['bulk', 'sample', 'rejected']) expect(await found(word)).toEqual(['1']);
    await appendEntries([{ id: '2', v: 1, account: 'acme/17', at: 2, by: '', device: '', kind: 'retraction', body: { target: '1' } }]);
    expect(await found('bulk')).toEqual([]);
    await appendEntries([{ id: '3', v: 1, account: 'acme/17', at: 3, by: '', device: '', kind: 'retraction', body: { target: '2' } }]);
    expect(await found('bulk')).toEqual(['1']);
  });
  it('an amended note is found by its new words', async () => {
    await appendEntries([
      note('1', 'old words'),
      {
        id: '2',
        v: 1,
        account: 'acme/17',
        at: 2,
        by: '',
        device: '',
        kind: 'amendment',
        body: { target: '1', body: { notes: 'fresh text' } },
      },
    ]);
    expect(await found('fresh')).toEqual(['1']);
    expect(await found('old')).toEqual([]);
  });
  it('a change that is taken back brings the text before it back', async () => {
    const change = (id: string, kind: string, body: object) => ({ ...note(id, ''), kind, body }) as Entry;
    await appendEntries([note('1', 'old text')]);
    await appendEntries([change('2', 'amendment', { target: '1', body: { notes: 'fresh text' } })]);
    await appendEntries([change('3', 'retraction', { target: '2' })]);
    expect(await found('old')).toEqual(['1']);
    expect(await found('fresh')).toEqual([]);
  });
  it('signs, nothing and a pattern are no mistakes', async () => {
    await appendEntries([note('1', 'a (b) [c]')]);
    for (const text of ['', '   ', '(', '.*', '"', '\u202e']) expect(await found(text)).toEqual([]);
  });
  it('a journal from before the index is searched too', async () => {
    await closeDatabase();
    indexedDB.deleteDatabase('kido');
    const old = await openDB('kido', 1, {
      upgrade(db) {
        db.createObjectStore('entries', { keyPath: 'id' }).createIndex('byAccount', ['account', 'at']);
        db.createObjectStore('accounts', { keyPath: 'key' });
        db.createObjectStore('drafts', { keyPath: 'account' });
        db.createObjectStore('playbooks', { keyPath: ['id', 'version'] });
      },
    });
    await old.add('entries', note('1', 'written before'));
    old.close();
    await noteAccount({ key: 'acme/17', console: 'acme', id: '17', name: null, openedAt: 1 });
    expect(await found('before')).toEqual([]);
    await indexOlder();
    expect(await found('before')).toEqual(['1']);
  });
  it('of an account with many notes only the changed one is taken apart', async () => {
    await appendEntries([note('1', 'x'.repeat(1_000_000)), note('2', 'old')]);
    vi.mocked(searchWords).mockClear();
    await appendEntries([note('3', 'third')]);
    await appendEntries([{ ...note('4', ''), kind: 'item', body: { item: 'i', state: 'done' } } as Entry]);
    await appendEntries([{ ...note('5', ''), kind: 'amendment', body: { target: '2', body: { notes: 'fresh' } } } as Entry]);
    expect(vi.mocked(searchWords).mock.calls.map(([text]) => text)).toEqual(['third', 'fresh']);
    expect(await found('fresh')).toEqual(['2']);
  });
  it('an index that is forgotten while it is made is made to its end afterwards', async () => {
    await forgetIndex();
    await appendEntries([note('1', 'first')], { indexed: false });
    const run = indexOlder();
    await forgetIndex();
    await appendEntries([{ ...note('2', 'second'), account: 'acme/18' }], { indexed: false });
    await run;
    await indexOlder();
    expect([await found('first'), await found('second')]).toEqual([['1'], ['2']]);
  });
  it('hits are marked in the text’s own signs', () => {
    const hits = (text: string, query: string) =>
      snippet(text, parseQuery(query))
        .filter((piece) => piece.hit)
        .map((piece) => piece.text);
    expect(hits('The Ｒｏｓｔｅｒ import', 'roster')).toEqual(['Ｒｏｓｔｅｒ']);
    expect(hits('確認：ﾃﾞｰﾀ連携', 'データ')).toEqual(['ﾃﾞｰﾀ']);
    expect(
      snippet('x'.repeat(500), parseQuery('y'))
        .map((piece) => piece.text)
        .join('').length,
    ).toBeLessThan(220);
  });
});
