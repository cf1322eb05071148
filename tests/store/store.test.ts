import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase } from '@/lib/store/database';
import { appendEntries, entriesOf } from '@/lib/store/journal';
import { newEntry, sawClock } from '@/lib/store/new-entry';
import { publishPlaybook } from '@/lib/store/playbooks';
import { entry, playbook } from '../core/make-account';

beforeEach(async () => {
  await closeDatabase();
  indexedDB = new IDBFactory();
});

describe('journal', () => {
  it('keeps entries by account, and an entry once written never changes', async () => {
    const one = entry('item', { item: 'handoff-why', state: 'done' });
    await appendEntries([one, { ...one, id: 'other', account: 'sample/b' }]);
    await appendEntries([{ ...one, body: { item: 'handoff-why', state: 'open' } } as typeof one]);
    expect(await entriesOf('sample/a')).toEqual([one]);
  });
  it('refuses what no version could read, and then writes nothing of the batch', async () => {
    const good = entry('item', { item: 'handoff-why', state: 'done' });
    await expect(appendEntries([good, { ...good, id: 'x', kind: 'nonsense' } as never])).rejects.toThrow();
    expect(await entriesOf('sample/a')).toEqual([]);
  });
  it('does not mix accounts whose keys begin alike', async () => {
    await appendEntries([{ ...entry('item', { item: 'x', state: 'done' }), account: 'sample/a1' }]);
    expect(await entriesOf('sample/a')).toEqual([]);
  });
  it('writes later entries with a later logical clock, also on a clock that is behind', () => {
    sawClock(5_000_000_000_000, 5_000_000_000_000 - 86_400_000);
    const made = newEntry('stage', 'sample/a', { stage: 'setup', day: '2026-11-20' }, 'me', 'd', 1000);
    const next = newEntry('stage', 'sample/a', { stage: 'use', day: '2026-11-20' }, 'me', 'd', 1000);
    expect((next.hlc ?? 0) > (made.hlc ?? 0) && (made.hlc ?? 0) > 5_000_000_000_000).toBe(true);
    expect(next.id > made.id).toBe(true);
  });
});

describe('the clock', () => {
  it('does not follow one that is more than a day ahead', () => {
    sawClock(Number.MAX_SAFE_INTEGER);
    sawClock(7_000_000_000_001, 7_000_000_000_000 - 86_400_000);
    const made = newEntry('stage', 'sample/a', { stage: 'setup', day: '2026-11-20' }, 'me', 'd', 1000);
    expect(made.hlc).toBeLessThan(7_000_000_000_000);
  });
});

describe('the journal', () => {
  it('tells which entries are new; one that is asked for again is not', async () => {
    const one = entry('item', { item: 'x', state: 'done' });
    expect(await appendEntries([one])).toEqual([one.id]);
    expect(await appendEntries([one, { ...one, id: 'next' }])).toEqual(['next']);
    expect(await appendEntries([])).toEqual([]);
  });
  it('of two with one id in one batch takes the first', async () => {
    const one = entry('item', { item: 'x', state: 'done' });
    expect(await appendEntries([one, { ...one, at: 5 }])).toEqual([one.id]);
    expect(await entriesOf('sample/a')).toEqual([one]);
  });
});

describe('playbooks', () => {
  it('publishes a version once and never edits it', async () => {
    await publishPlaybook({ ...playbook, version: 2 });
    await publishPlaybook({ ...playbook, version: 2 });
    await expect(publishPlaybook({ ...playbook, version: 2, targetDays: 5 })).rejects.toThrow(/never edited, publish 3/);
  });
});
