import type { Entry } from '@/lib/core/account/entry';
import { type Backup, checkBackup } from '@/lib/formats/backup-file';
import { database } from './database';
import { appendEntries } from './journal';
import { forgetIndex, indexOlder } from './search';

/** A part of a backup that fits one message, and the entry after which the next one begins; null after the last. */
export type BackupPart = Backup & { next: string | null };

const AT_ONCE = 500;
const MOST_SIGNS = 8_000_000;

/**
 * The store, part by part. Entries are only ever added, so that parts read one after another are one whole; what is not
 * an entry comes with the first.
 * @param after id of the last entry of the part before; null for the first part
 */
export async function backup(now: number, after: string | null = null): Promise<BackupPart> {
  const db = await database();
  const tx = db.transaction(['entries', 'accounts', 'drafts', 'playbooks']);
  const entries: Entry[] = [];
  let [last, size, more] = [after, 0, true];
  while (more && size < MOST_SIGNS) {
    const range = last === null ? null : IDBKeyRange.lowerBound(last, true);
    const some = await tx.objectStore('entries').getAll(range, AT_ONCE);
    entries.push(...some);
    more = some.length === AT_ONCE;
    last = some.at(-1)?.id ?? last;
    size += JSON.stringify(some).length;
  }
  const [accounts, drafts, playbooks] =
    after === null
      ? await Promise.all([tx.objectStore('accounts').getAll(), tx.objectStore('drafts').getAll(), tx.objectStore('playbooks').getAll()])
      : [[], [], []];
  await tx.done;
  return { kido: 'backup/1', madeAt: new Date(now).toISOString(), entries, accounts, drafts, playbooks, next: more ? last : null };
}

/** What a restore did: entries that are new, and those that were there already. */
export interface Restored {
  added: number;
  known: number;
}

/**
 * Brings a backup, or a part of one, in. It merges: an entry that is there stays as it is, nothing is doubled, drafts
 * that are newer here are kept. The whole of what is given is checked before anything is written.
 * @param isLast false where more parts follow; the search learns of all with the last
 * @throws Error that names the place that is wrong; nothing was written then
 */
export async function restore(data: unknown, isLast = true): Promise<Restored> {
  const file = checkBackup(data);
  const db = await database();
  const before = await db.count('entries');
  // Searched again once all is there: account by account, and not once for every batch.
  await forgetIndex();
  for (let at = 0; at < file.entries.length; at += AT_ONCE) await appendEntries(file.entries.slice(at, at + AT_ONCE), [], false);
  const tx = db.transaction(['accounts', 'drafts', 'playbooks'], 'readwrite');
  for (const row of file.accounts) {
    const known = await tx.objectStore('accounts').get(row.key);
    if (!known || known.openedAt < row.openedAt) await tx.objectStore('accounts').put(row);
  }
  for (const draft of file.drafts) {
    const known = await tx.objectStore('drafts').get(draft.account);
    if (!known || known.at < draft.at) await tx.objectStore('drafts').put(draft);
  }
  for (const playbook of file.playbooks) {
    if (!(await tx.objectStore('playbooks').get([playbook.id, playbook.version]))) await tx.objectStore('playbooks').add(playbook);
  }
  await tx.done;
  if (isLast) await indexOlder();
  const added = (await db.count('entries')) - before;
  return { added, known: file.entries.length - added };
}
