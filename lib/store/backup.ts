import { z } from 'zod';
import { type Entry, entrySchema } from '@/lib/core/account/entry';
import { describeIssue } from '@/lib/core/describe-issue';
import { type Playbook, playbookSchema } from '@/lib/core/playbook/playbook-schema';
import { type AccountRow, type Draft, database } from './database';
import { appendEntries } from './journal';

/** Everything that the store holds, as one file. Secrets are elsewhere and are never in it. */
export interface Backup {
  kido: 'backup/1';
  madeAt: string;
  entries: Entry[];
  accounts: AccountRow[];
  drafts: Draft[];
  playbooks: Playbook[];
}

/** Everything in the store as it is now, read in one go so that nothing is half there. */
export async function backup(now: number): Promise<Backup> {
  const tx = (await database()).transaction(['entries', 'accounts', 'drafts', 'playbooks']);
  const [entries, accounts, drafts, playbooks] = await Promise.all([
    tx.objectStore('entries').getAll(),
    tx.objectStore('accounts').getAll(),
    tx.objectStore('drafts').getAll(),
    tx.objectStore('playbooks').getAll(),
  ]);
  await tx.done;
  return { kido: 'backup/1', madeAt: new Date(now).toISOString(), entries, accounts, drafts, playbooks };
}

const fileSchema = z.looseObject({
  kido: z.string().regex(/^backup\/1$/, 'a Kido backup of version 1; a newer one needs a newer Kido'),
  entries: z.array(z.unknown()),
  accounts: z
    .array(z.looseObject({ key: z.string(), console: z.string(), id: z.string(), name: z.string().nullable(), openedAt: z.number() }))
    .default([]),
  drafts: z.array(z.looseObject({ account: z.string(), at: z.number(), fields: z.record(z.string(), z.unknown()) })).default([]),
  playbooks: z.array(z.unknown()).default([]),
});

/** What a restore did: entries that are new, and those that were there already. */
export interface Restored {
  added: number;
  known: number;
}

const AT_ONCE = 2000;

/**
 * Brings a backup in. It merges: an entry that is there stays as it is, nothing is doubled, drafts that are newer here are
 * kept. The whole file is checked before anything is written.
 * @throws Error that names the place that is wrong; nothing was written then
 */
export async function restore(data: unknown): Promise<Restored> {
  const file = fileSchema.safeParse(data);
  if (!file.success) throw new Error(describeIssue(file.error.issues[0]));
  const entries = file.data.entries.map((entry, at) => checked(entrySchema, entry, ['entries', at]));
  const playbooks = file.data.playbooks.map((playbook, at) => checked(playbookSchema, playbook, ['playbooks', at]));
  const db = await database();
  const before = await db.count('entries');
  for (let at = 0; at < entries.length; at += AT_ONCE) await appendEntries(entries.slice(at, at + AT_ONCE));
  const tx = db.transaction(['accounts', 'drafts', 'playbooks'], 'readwrite');
  for (const row of file.data.accounts as AccountRow[]) {
    const known = await tx.objectStore('accounts').get(row.key);
    if (!known || known.openedAt < row.openedAt) await tx.objectStore('accounts').put(row);
  }
  for (const draft of file.data.drafts as Draft[]) {
    const known = await tx.objectStore('drafts').get(draft.account);
    if (!known || known.at < draft.at) await tx.objectStore('drafts').put(draft);
  }
  for (const playbook of playbooks) {
    if (!(await tx.objectStore('playbooks').get([playbook.id, playbook.version]))) await tx.objectStore('playbooks').add(playbook);
  }
  await tx.done;
  const added = (await db.count('entries')) - before;
  return { added, known: entries.length - added };
}

function checked<T>(schema: z.ZodType<T>, value: unknown, place: PropertyKey[]): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(describeIssue(result.error.issues[0], place));
  return result.data;
}
