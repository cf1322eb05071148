import type { Entry } from '@/lib/core/account/entry';
import type { Backup, Draft } from '@/lib/formats/backup-file';
import { database } from './database';

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
  const tx = (await database()).transaction(['entries', 'accounts', 'drafts', 'playbooks', 'erased']);
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
  const all = <T>(rows: Promise<T[]>): Promise<T[]> => (after === null ? rows : Promise.resolve([]));
  const [accounts, drafts, playbooks, erased] = await Promise.all([
    all(tx.objectStore('accounts').getAll()),
    all(tx.objectStore('drafts').getAll()),
    all(tx.objectStore('playbooks').getAll()),
    all(tx.objectStore('erased').getAll()),
  ]);
  await tx.done;
  const written = drafts.flatMap(({ account, at, fields }): Draft[] => (fields ? [{ account, at, fields }] : []));
  const madeAt = new Date(now).toISOString();
  return { kido: 'backup/1', madeAt, entries, accounts, drafts: written, playbooks, erased, next: more ? last : null };
}
