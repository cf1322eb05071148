import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { backup } from '@/lib/store/backup';
import { closeDatabase } from '@/lib/store/database';
import { type DraftPut, draftOf, putDraft, removeDraft } from '@/lib/store/drafts';
import { appendEntries, entriesOf } from '@/lib/store/journal';
import { restore } from '@/lib/store/restore';
import { entry } from '../core/make-account';

const A = 'sample/a';
/** One window that writes, as its form does. */
class Window {
  seq = 0;
  rev = 0;
  constructor(readonly writer: string) {}
  put(notes: string, at = 1000): DraftPut {
    this.seq += 1;
    return { account: A, writer: this.writer, seq: this.seq, base: this.rev, at, fields: { notes } };
  }
  async type(notes: string, at?: number) {
    const answer = await putDraft(this.put(notes, at));
    if (answer.kept) this.rev = answer.rev;
    return answer;
  }
  async look() {
    const { draft, rev } = await draftOf(A);
    this.rev = rev;
    return draft?.fields.notes;
  }
  done() {
    return { account: A, writer: this.writer, seq: this.seq, rev: this.rev };
  }
}
const stored = async () => (await draftOf(A)).draft?.fields.notes;
let one: Window;
let two: Window;

beforeEach(async () => {
  await closeDatabase();
  indexedDB = new IDBFactory();
  [one, two] = [new Window('one'), new Window('two')];
});

describe('one window', () => {
  it('keeps the newest text, also after its clock was put back', async () => {
    await one.type('before', 9_000_000_000_000);
    expect(await one.type('after', 5)).toMatchObject({ kept: true });
    expect(await stored()).toBe('after');
  });
  it('messages that overtake each other do no harm', async () => {
    const [early, late] = [one.put('ea'), one.put('early and late')];
    await putDraft(late);
    expect(await putDraft(early)).toMatchObject({ kept: true });
    expect(await stored()).toBe('early and late');
  });
  it('a question asked again does nothing twice', async () => {
    const put = one.put('text');
    const first = await putDraft(put);
    expect(await putDraft(put)).toEqual(first);
  });
  it('what was logged does not come back with a late message; what is typed afterwards is kept', async () => {
    const late = one.put('lat');
    await one.type('later');
    expect(await removeDraft(one.done())).toMatchObject({ removed: true, draft: null });
    expect(await putDraft(late)).toMatchObject({ kept: false, draft: null });
    expect(await stored()).toBeUndefined();
    expect(await one.type('next')).toMatchObject({ kept: true });
    expect(await stored()).toBe('next');
  });
  it('removes its draft also where the answer to its last put was lost', async () => {
    await one.type('text');
    await putDraft(one.put('text more'));
    expect(await removeDraft(one.done())).toMatchObject({ removed: true });
  });
  it('accounts do not mix', async () => {
    await one.type('of a');
    await putDraft({ ...one.put('of b'), account: 'sample/b' });
    await removeDraft(one.done());
    expect((await draftOf('sample/b')).draft?.fields).toEqual({ notes: 'of b' });
  });
});

describe('two windows', () => {
  it('the second goes on from what the first wrote; the first is told and not overwritten', async () => {
    await one.type('hello');
    expect(await two.look()).toBe('hello');
    expect(await two.type('hello world')).toMatchObject({ kept: true });
    const answer = await one.type('hello there');
    expect(answer).toMatchObject({ kept: false, draft: { fields: { notes: 'hello world' } } });
    expect(await stored()).toBe('hello world');
    // A person chose the first window's text.
    one.rev = answer.rev;
    expect(await one.type('hello there')).toMatchObject({ kept: true });
  });
  it('one that never looked does not overwrite', async () => {
    await one.type('hello');
    expect(await two.type('x')).toMatchObject({ kept: false, draft: { fields: { notes: 'hello' } } });
  });
  it('what one logged is not left for the other to log again', async () => {
    await one.type('held');
    await two.look();
    await removeDraft(one.done());
    expect(await two.type('held.')).toMatchObject({ kept: false, draft: null });
    expect(await two.look()).toBeUndefined();
    expect(await two.type('something new')).toMatchObject({ kept: true });
  });
  it('logging in one does not take what the other typed since', async () => {
    await one.type('held');
    await two.look();
    await two.type('held, and a task');
    expect(await removeDraft(one.done())).toMatchObject({ removed: false, draft: { fields: { notes: 'held, and a task' } } });
    expect(await stored()).toBe('held, and a task');
  });
  it('a revision is never used again', async () => {
    const revs = [(await one.type('a')).rev, (await removeDraft(one.done())).rev];
    await two.look();
    revs.push((await two.type('b')).rev, (await removeDraft(two.done())).rev);
    expect(revs).toEqual([1, 2, 3, 4]);
  });
});

describe('logging', () => {
  it('ends the draft in the transaction that writes the touchpoint, or neither', async () => {
    const touchpoint = entry('touchpoint', { status: 'held', type: 'call', day: '2026-11-20', notes: 'held' });
    await one.type('held');
    const broken = { ...touchpoint, body: { status: 'odd' } } as unknown as typeof touchpoint;
    await expect(appendEntries([broken], { draft: one.done() })).rejects.toThrow();
    expect(await stored()).toBe('held');
    await appendEntries([touchpoint], { draft: one.done() });
    expect([await stored(), await entriesOf(A)]).toEqual([undefined, [touchpoint]]);
  });
});

describe('a draft from a backup', () => {
  const file = (at: number) => ({ kido: 'backup/1', entries: [], drafts: [{ account: A, at, fields: { notes: 'restored' } }] });
  it('from a clock that was ahead keeps nothing that is typed afterwards from being stored', async () => {
    await restore(file(8_000_000_000_000_000), true, 5000);
    expect((await draftOf(A)).draft).toMatchObject({ at: 5000, fields: { notes: 'restored' } });
    await one.look();
    expect(await one.type('restored and more', 6000)).toMatchObject({ kept: true });
  });
  it('does not replace what is being written, nor bring back what was logged since', async () => {
    await one.type('typing', 100);
    await restore(file(900));
    expect(await stored()).toBe('typing');
    await removeDraft(one.done());
    await restore(file(100));
    expect(await stored()).toBeUndefined();
    await restore(file(101));
    expect(await stored()).toBe('restored');
  });
  it('holds text alone, and no row of what was logged', async () => {
    await one.type('typing', 100);
    expect((await backup(0)).drafts).toEqual([{ account: A, at: 100, fields: { notes: 'typing' } }]);
    await removeDraft(one.done());
    expect((await backup(0)).drafts).toEqual([]);
  });
});
