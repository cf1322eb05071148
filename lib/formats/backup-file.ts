import { z } from 'zod';
import { type Entry, entrySchema } from '@/lib/core/account/entry';
import { describeIssue } from '@/lib/core/describe-issue';
import { type Playbook, playbookSchema } from '@/lib/core/playbook/playbook-schema';

/** Everything that the store holds, as one file. Secrets are elsewhere and are never in it. */
export interface Backup {
  kido: 'backup/1';
  madeAt: string;
  entries: Entry[];
  accounts: AccountRow[];
  drafts: Draft[];
  playbooks: Playbook[];
}

/** What a list of accounts shows without folding each journal. */
const accountRowSchema = z.object({
  key: z.string(),
  console: z.string(),
  id: z.string(),
  name: z.string().nullable(),
  /** Epoch ms at which it was last open. */
  openedAt: z.number(),
});
export type AccountRow = z.infer<typeof accountRowSchema>;

/** What a person is writing about an account and has not logged yet. */
const draftSchema = z.object({
  account: z.string(),
  /** Epoch ms of the last key press that was stored. */
  at: z.number(),
  fields: z.record(z.string(), z.unknown()),
});
export type Draft = z.infer<typeof draftSchema>;

const fileSchema = z.looseObject({
  kido: z.string().regex(/^backup\/1$/, 'a Kido backup of version 1; a newer one needs a newer Kido'),
  madeAt: z.string().default(''),
  entries: z.array(z.unknown()),
  accounts: z.array(accountRowSchema).default([]),
  drafts: z.array(draftSchema).default([]),
  playbooks: z.array(z.unknown()).default([]),
});

/**
 * Checks a whole backup.
 * @throws Error that names the place that is wrong
 */
export function checkBackup(data: unknown): Backup {
  const file = fileSchema.safeParse(data);
  if (!file.success) throw new Error(describeIssue(file.error.issues[0]));
  return {
    kido: 'backup/1',
    madeAt: file.data.madeAt,
    entries: file.data.entries.map((entry, at) => checked(entrySchema, entry, ['entries', at])),
    accounts: file.data.accounts,
    drafts: file.data.drafts,
    playbooks: file.data.playbooks.map((playbook, at) => checked(playbookSchema, playbook, ['playbooks', at])),
  };
}

function checked<T>(schema: z.ZodType<T>, value: unknown, place: PropertyKey[]): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(describeIssue(result.error.issues[0], place));
  return result.data;
}

/** Signs of JSON that travel in one message; browsers refuse messages of some tens of megabytes. */
const PART = 8_000_000;

/** A backup in parts that a message carries, together the whole; each is a backup by itself. */
export function* partsOf(backup: Backup): Generator<Backup> {
  let part: Backup = { ...backup, entries: [] };
  let size = 0;
  for (const entry of backup.entries) {
    const length = JSON.stringify(entry).length;
    if (size > 0 && size + length > PART) {
      yield part;
      part = { ...backup, entries: [], accounts: [], drafts: [], playbooks: [] };
      size = 0;
    }
    part.entries.push(entry);
    size += length;
  }
  yield part;
}
