import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Entry, entrySchema } from '@/lib/core/account/entry';
import { foldAccount } from '@/lib/core/account/fold-account';
import { backup } from '@/lib/store/backup';
import { closeDatabase, database } from '@/lib/store/database';
import { draftOf, putDraft } from '@/lib/store/drafts';
import { eraseAccount, eraseWords, erasures, openErased } from '@/lib/store/erase';
import { isErased } from '@/lib/store/erased-marks';
import { accountRow, appendEntries, entriesOf, noteAccount } from '@/lib/store/journal';
import { allRequests } from '@/lib/store/make-index';
import { outboxRows } from '@/lib/store/outbox';
import { restore } from '@/lib/store/restore';
import { searchNotes } from '@/lib/store/search';

const A = 'acme/17';
const B = 'acme/18';
const made = (id: string, kind: string, body: object, account = A, at = 1000): Entry =>
  entrySchema.parse({ id, account, at, kind, body, by: 'Abe' });
const held = (id: string, body: object, account = A, at = 1000) =>
  made(id, 'touchpoint', { status: 'held', type: 'call', day: '2026-11-20', ...body }, account, at);
const draft = (account: string) => ({ account, writer: 'w', seq: 1, base: 0, at: 1, fields: { notes: 'half' } });
const row = (key: string, id: string) => ({ key, console: 'acme', id, name: 'Tern', openedAt: 5 });
const file = async () => JSON.parse(JSON.stringify(await backup(0)));
/** Everything that the database holds, as one text. */
const everything = async () => {
  const db = await database();
  return JSON.stringify(await Promise.all([...db.objectStoreNames].map((name) => db.getAll(name))));
};

beforeEach(async () => {
  await closeDatabase();
  indexedDB = new IDBFactory();
});

describe('an account that is erased', () => {
  beforeEach(async () => {
    for (const [account, id] of [
      [A, '17'],
      [B, '18'],
    ] as const) {
      await appendEntries([held(`n${id}`, { notes: `roster ${id}`, requests: [{ text: `CSV ${id}` }] }, account)], { hooks: ['slack'] });
      await noteAccount(row(account, id));
      await putDraft(draft(account));
    }
  });
  it('leaves every store, and the others stay', async () => {
    expect(await eraseAccount(A, 2000, 'Abe')).toEqual({ entries: 1, outbox: ['n17:slack'] });
    expect(await everything()).not.toContain('17');
    expect((await entriesOf(B)).length).toBe(1);
    expect((await searchNotes('roster')).map((one) => one.account)).toEqual([B]);
    expect((await allRequests()).map((one) => one.account)).toEqual([B]);
    expect((await outboxRows()).map((one) => one.account)).toEqual([B]);
    expect([(await draftOf(A)).draft, await accountRow(A)]).toEqual([null, undefined]);
    expect((await draftOf(B)).draft?.fields).toEqual({ notes: 'half' });
  });
  it('does not come back with a backup, and says how much was left out', async () => {
    const before = await file();
    await eraseAccount(A, 2000, 'Abe');
    expect(await restore(before)).toMatchObject({ added: 0, known: 1, erased: 1 });
    expect(await everything()).not.toContain('17');
  });
  it('takes nothing new: no entry, no draft, no row, and whoever writes is told', async () => {
    await eraseAccount(A, 2000, 'Abe');
    await expect(appendEntries([held('new', {}, B), held('new17', {}, A, 9000)])).rejects.toMatchObject({ code: 'erased' });
    await expect(putDraft(draft(A))).rejects.toMatchObject({ code: 'erased' });
    await noteAccount(row(A, '17'));
    expect(await everything()).not.toContain('17');
    expect(await entriesOf(B)).toHaveLength(1);
    expect([await isErased(A), await isErased(B)]).toEqual([true, false]);
  });
  it('may begin anew: what is written from then on is taken, what was before stays away', async () => {
    const before = await file();
    await eraseAccount(A, 2000, 'Abe');
    await openErased(A, 3000);
    await openErased(B, 3000);
    await appendEntries([held('anew', {}, A, 3000)]);
    await restore(before);
    expect((await entriesOf(A)).map((one) => one.id)).toEqual(['anew']);
    expect([await isErased(A), (await draftOf(A)).draft]).toEqual([false, null]);
    await eraseAccount(A, 4000, 'Abe');
    expect([await isErased(A), await entriesOf(A)]).toEqual([true, []]);
  });
  it('that began anew is not closed again by a file of before', async () => {
    await eraseAccount(A, 2000, 'Abe');
    const after = await file();
    await openErased(A, 3000);
    await restore(after);
    expect(await isErased(A)).toBe(false);
  });
  it('stays erased where only the backup knows of it', async () => {
    const before = await file();
    await eraseAccount(A, 2000, 'Abe');
    const after = await file();
    await closeDatabase();
    indexedDB = new IDBFactory();
    await restore(after);
    expect(await restore(before)).toMatchObject({ erased: 1 });
    expect(await entriesOf(A)).toEqual([]);
  });
  it('elsewhere is not erased here by a file, but told', async () => {
    const before = await file();
    await eraseAccount(A, 2000, 'Abe');
    const after = await file();
    await closeDatabase();
    indexedDB = new IDBFactory();
    await restore(before);
    expect(await restore(after)).toMatchObject({ erasedElsewhere: { accounts: [A], entries: [] } });
    expect(await entriesOf(A)).toHaveLength(1);
    await appendEntries([held('more', {})]);
  });
  it('stays in the record without its name', async () => {
    await eraseAccount(A, 2000, 'Abe');
    expect(await erasures()).toEqual([{ kind: 'account', at: 2000, by: 'Abe', entries: 1 }]);
  });
});

describe('words of a person that are erased', () => {
  const entries = () => [
    held('note', {
      notes: '2026-11-20 kickoff with Mori Ken, Sato\n- send sample\n"It saves us an hour"\nmoriken: likes it\nmemory is fine',
      attendees: ['Mori Ken', 'Sato'],
      quotes: [
        { text: 'It saves us an hour', who: 'Ｍｏｒｉ　Ｋｅｎ' },
        { text: 'We wait for IT', who: 'Sato' },
      ],
      requests: [{ text: 'Mori Ken wants CSV export.', who: 'Mori Ken' }],
      actions: [{ text: 'call Mori Ken back', who: 'Sato' }],
      verdict: { confirmed: true, quote: 'We are on track with this', who: 'Mori Ken' },
    }),
    made('change', 'amendment', { target: 'note', body: { notes: 'Sato leads now\nIt saves us an hour, he said', minutes: 30 } }),
    made('told', 'request', { request: 'mori ken wants csv export', status: 'planned' }),
    made('seen', 'readings', {
      readings: [
        { metric: 'projectOwner', value: 'Mori Ken', source: 'page', where: 'Owner' },
        { metric: 'perUser', value: { 'Mori Ken': 5, 'mori ken (old)': 2, Sato: 1 }, source: 'api' },
      ],
    }),
    made('judged', 'judgement', {
      day: '2026-11-20',
      onboarded: true,
      quote: 'We are on track with this',
      who: 'Mori Ken',
      playbook: { id: 'p', version: 1 },
      criteria: [],
    }),
    held('other', { notes: 'memory and moringa', quotes: [{ text: 'Fine', who: 'Sato' }] }),
    made('mark', 'item', { item: 'x', state: 'done' }),
  ];
  const body = async (id: string) => (await entriesOf(A)).find((one) => one.id === id)?.body as Record<string, unknown> | undefined;
  beforeEach(async () => {
    await appendEntries(entries(), { hooks: ['slack'] });
    await appendEntries([held('elsewhere', { notes: 'Mori Ken' }, B)]);
    await noteAccount({ ...row(A, '17'), name: 'Mori Ken Office' });
  });

  it('leave notes, quotes, names, values and the change of a note; all else stays', async () => {
    const done = await eraseWords(A, 'Mori Ken', 2000, 'Abe');
    expect(done.entries.toSorted()).toEqual(['change', 'judged', 'note', 'seen', 'told']);
    expect(await body('note')).toMatchObject({
      notes: '- send sample\nmemory is fine',
      attendees: ['Sato'],
      quotes: [{ text: 'We wait for IT', who: 'Sato' }],
      requests: [{ text: '— wants CSV export.' }],
      actions: [{ text: 'call — back', who: 'Sato' }],
      verdict: { confirmed: true },
    });
    expect(await body('change')).toEqual({ target: 'note', body: { notes: 'Sato leads now', minutes: 30 } });
    expect(await body('judged')).toEqual({ day: '2026-11-20', onboarded: true, playbook: { id: 'p', version: 1 }, criteria: [] });
    expect(await body('seen')).toMatchObject({
      readings: [{ value: '—', where: 'Owner' }, { value: { '— 1': 5, '— (old) 2': 2, Sato: 1 } }],
    });
    const rest = JSON.stringify([await entriesOf(A), await accountRow(A), await searchNotes('sato')]);
    expect(rest).not.toMatch(/mori\s*ken|saves us|on track/i);
    expect(await entriesOf(B)).toMatchObject([{ body: { notes: 'Mori Ken' } }]);
  });
  it('leave the search and the requests, which still know what became of them', async () => {
    await eraseWords(A, 'Mori Ken', 2000, 'Abe');
    expect((await searchNotes('"mori ken"')).map((one) => one.account)).toEqual([B]);
    expect((await searchNotes('saves')).map((one) => one.id)).toEqual([]);
    expect((await searchNotes('leads')).map((one) => one.id)).toEqual(['note']);
    expect(await allRequests()).toMatchObject([{ text: '— wants CSV export.', status: 'planned' }]);
  });
  it('leave the fold as it was but for them', async () => {
    await eraseWords(A, 'Mori Ken', 2000, 'Abe');
    const account = foldAccount(A, await entriesOf(A));
    expect(account.touchpoints.find((one) => one.id === 'note')).toMatchObject({ minutes: 30, notes: 'Sato leads now' });
    expect(account.judgement?.onboarded).toBe(true);
    expect(account.items.get('x')?.state).toBe('done');
  });
  it('do not come back with a backup from before', async () => {
    const before = await file();
    await eraseWords(A, 'Mori Ken', 2000, 'Abe');
    await restore(before);
    expect(await body('note')).toMatchObject({ notes: '- send sample\nmemory is fine' });
    // Nor into a store that knows of it only by the backup, in whatever order the two come.
    const after = await file();
    await closeDatabase();
    indexedDB = new IDBFactory();
    expect(await restore({ ...after, entries: [] })).toMatchObject({ added: 0 });
    expect(await restore(before)).toMatchObject({ erased: 5, added: 3 });
    expect(await restore(after)).toMatchObject({ erased: 0, added: 5 });
    expect(await body('note')).toMatchObject({ notes: '- send sample\nmemory is fine' });
  });
  it('that stand here and were erased elsewhere are told', async () => {
    const before = await file();
    await eraseWords(A, 'Mori Ken', 2000, 'Abe');
    const after = await file();
    await closeDatabase();
    indexedDB = new IDBFactory();
    await restore(before);
    expect((await restore(after)).erasedElsewhere.entries.toSorted()).toEqual(['change', 'judged', 'note', 'seen', 'told']);
  });
  it('stand in the record once for each time, without a name', async () => {
    await eraseWords(A, 'Mori Ken', 2000, 'Abe');
    await eraseWords(A, 'Sato', 3000, 'Abe');
    const record = await erasures();
    expect(record).toMatchObject([{ at: 3000 }, { kind: 'words', at: 2000, by: 'Abe', entries: 5 }]);
    expect(JSON.stringify(await (await database()).getAll('erased'))).not.toMatch(/mori|sato/i);
  });
  it('of nobody named are not guessed at, but told', async () => {
    await appendEntries([
      held('open', { attendees: ['Mori Ken'], quotes: [{ text: 'Good' }] }),
      held('alone', { attendees: ['Sato'], quotes: [{ text: 'Good' }] }),
    ]);
    await putDraft({ ...draft(A), fields: { notes: 'with ＭＯＲＩ ken' } });
    expect(await eraseWords(A, 'Mori Ken', 2000, 'Abe')).toMatchObject({ toCheck: ['open'], draft: true });
    expect(await body('open')).toMatchObject({ attendees: [], quotes: [{ text: 'Good' }] });
  });
  it('in Japanese are found without blanks and in any kana', async () => {
    await appendEntries([
      held('ja', { notes: '森健さんと話した\n次は来週', attendees: ['森 健', 'ﾓﾘ ｹﾝ'], actions: [{ text: 'ﾓﾘｹﾝさんへ送る' }] }),
    ]);
    await eraseWords(A, '森 健', 2000, 'Abe');
    await eraseWords(A, 'もり けん', 2001, 'Abe');
    expect(await body('ja')).toMatchObject({ notes: '次は来週', attendees: [], actions: [{ text: '—さんへ送る' }] });
  });
  it('a quote that a change took from one to another is not given back to the wrong one', async () => {
    await appendEntries([
      made('j2', 'judgement', {
        day: '2026-11-21',
        onboarded: true,
        who: 'Sato',
        quote: 'Good',
        playbook: { id: 'p', version: 1 },
        criteria: [],
      }),
      made('c2', 'amendment', { target: 'j2', body: { who: 'Mori Ken', quote: 'Great' } }),
    ]);
    await eraseWords(A, 'Mori Ken', 2000, 'Abe');
    expect(await body('c2')).toEqual({ target: 'j2', body: { who: null, quote: null } });
    expect(foldAccount(A, await entriesOf(A)).judgement).not.toHaveProperty('who');
  });
  it('that are written while others are erased are erased as well', async () => {
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, 'digest').mockImplementationOnce(async (...given) => {
      await appendEntries([held('late', { notes: 'Mori Ken called' })]);
      return digest(...given);
    });
    expect((await eraseWords(A, 'Mori Ken', 2000, 'Abe')).entries.toSorted()).toEqual(['change', 'judged', 'late', 'note', 'seen', 'told']);
    expect(await body('late')).toMatchObject({ notes: '' });
  });
  it('leave ids of the playbook as they are', async () => {
    await appendEntries([made('id', 'item', { item: 'moriken', state: 'skipped', reason: 'Mori Ken asked' })]);
    await eraseWords(A, 'Mori Ken', 2000, 'Abe');
    expect(await body('id')).toEqual({ item: 'moriken', state: 'skipped', reason: '— asked' });
  });
  it('are not looked for within other words', async () => {
    await appendEntries([held('al', { notes: 'Al is in\nalso fine\nhal too\nal.', attendees: ['Alan', 'AL'] })]);
    await eraseWords(A, 'Al', 2000, 'Abe');
    expect(await body('al')).toMatchObject({ notes: 'also fine\nhal too', attendees: ['Alan'] });
  });
  it.each(['', ' ', '-', '17', '.*'])('of %o, which is no name, are refused', async (person) =>
    expect(eraseWords(A, person, 2000, 'Abe')).rejects.toThrow(/^person/),
  );
});
