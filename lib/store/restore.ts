import { type Backup, checkBackup, type Restored } from '@/lib/formats/backup-file';
import { database } from './database';
import { nextRev } from './drafts';
import { accountMarks, entryMark, isClosed } from './erased-marks';
import { accountsWithEntries, forgetIndex, indexOlder } from './make-index';
import { writeEntries } from './write-entries';

const AT_ONCE = 500;

/** A restore that was stopped after some of it was written; doing it again brings in the rest. */
export class RestoreStopped extends Error {
  constructor(
    readonly done: Restored,
    cause: unknown,
  ) {
    super(`stopped after ${done.added + done.known} entries`, { cause });
    this.name = 'RestoreStopped';
  }
}

/**
 * Brings a backup, or a part of one, in. It merges: an entry or draft that is there stays as it is, nothing is doubled,
 * and what was erased does not come back. The whole of what is given is checked before anything is written.
 * @param isLast false where more parts follow; the search learns of all with the last
 * @throws Error that names the place that is wrong, when nothing was written; RestoreStopped when some was
 */
export async function restore(data: unknown, isLast = true, now = Date.now()): Promise<Restored> {
  const { backup, ahead, wrongPlaybooks } = checkBackup(data, now);
  const done: Restored = { added: 0, known: 0, ahead, erased: 0, wrongPlaybooks, erasedElsewhere: { accounts: [], entries: [] } };
  try {
    // Searched again once all is there: account by account, and not once for every batch.
    await forgetIndex();
    await restoreMarks(backup, done);
    for (let at = 0; at < backup.entries.length; at += AT_ONCE) {
      const some = backup.entries.slice(at, at + AT_ONCE);
      const { written, erased } = await writeEntries(some, { indexed: false, erased: 'leaveOut' });
      done.added += written.length;
      done.erased += erased.length;
      done.known += some.length - written.length - erased.length;
    }
    await restoreRows(backup, now);
    if (isLast) await indexOlder();
  } catch (error) {
    throw new RestoreStopped(done, error);
  }
  return done;
}

/** Marks come first, so that they hold for the entries behind them. A file erases nothing that stands here. */
async function restoreMarks({ erased }: Backup, done: Restored): Promise<void> {
  if (erased.length === 0) return;
  const db = await database();
  const here = await accountMarks(await accountsWithEntries(db));
  const keys = new Map([...here].map(([account, mark]) => [mark, account]));
  const tx = db.transaction(['entries', 'erased'], 'readwrite', { durability: 'strict' });
  for (const row of erased) {
    if (await tx.objectStore('erased').get(row.mark)) continue;
    const account = keys.get(row.mark);
    const id = row.mark.startsWith(entryMark('')) ? row.mark.slice(entryMark('').length) : null;
    if (account !== undefined) done.erasedElsewhere.accounts.push(account);
    else if (id !== null && (await tx.objectStore('entries').getKey(id)) !== undefined) done.erasedElsewhere.entries.push(id);
    else await tx.objectStore('erased').put(row);
  }
  await tx.done;
}

async function restoreRows({ accounts, drafts, playbooks }: Backup, now: number): Promise<void> {
  const marks = await accountMarks([...accounts.map((row) => row.key), ...drafts.map((draft) => draft.account)]);
  const tx = (await database()).transaction(['accounts', 'drafts', 'playbooks', 'erased'], 'readwrite', { durability: 'strict' });
  const isGone = async (account: string, at: number) => isClosed(await tx.objectStore('erased').get(marks.get(account) ?? ''), at);
  for (const row of accounts) {
    const openedAt = Math.min(row.openedAt, now);
    const known = await tx.objectStore('accounts').get(row.key);
    if ((known && known.openedAt >= openedAt) || (await isGone(row.key, openedAt))) continue;
    await tx.objectStore('accounts').put({ ...row, name: row.name ?? known?.name ?? null, openedAt });
  }
  for (const { account, fields, ...draft } of drafts) {
    const at = Math.min(draft.at, now);
    const known = await tx.objectStore('drafts').get(account);
    // What stands here is being written; what was logged since the backup must not be logged again.
    if (known?.fields || (known && known.at >= at) || (await isGone(account, at))) continue;
    await tx.objectStore('drafts').put({ account, at, fields, rev: await nextRev(tx.objectStore('drafts')), writer: '', seq: 0 });
  }
  for (const playbook of playbooks) {
    if (!(await tx.objectStore('playbooks').get([playbook.id, playbook.version]))) await tx.objectStore('playbooks').add(playbook);
  }
  await tx.done;
}
