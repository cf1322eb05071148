import { z } from 'zod';
import { parseAccountKey } from '@/lib/core/account/account-key';
import { type Entry, entrySchema } from '@/lib/core/account/entry';
import { describeIssue } from '@/lib/core/describe-issue';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { recordOf } from './preferences';

/** Everything that the store holds, as one file. Secrets are elsewhere and are never in it. */
export interface Backup {
  kido: 'backup/1';
  madeAt: string;
  entries: Entry[];
  accounts: AccountRow[];
  drafts: Draft[];
  playbooks: Playbook[];
  /** Marks of what was erased: what they speak of must not come back. */
  erased: ErasedMark[];
}

const accountKey = z
  .string()
  .max(500)
  .refine((key) => parseAccountKey(key) !== null, 'an account as console/id');
const epochMs = z.number().min(0).max(8.64e15);

/** What a list of accounts shows without folding each journal. */
const accountRowSchema = z
  .strictObject({
    key: accountKey,
    console: z.string().max(100),
    id: z.string().max(500),
    name: z.string().max(2000).nullable(),
    /** Epoch ms at which it was last open. */
    openedAt: epochMs,
  })
  // Only the key says whose row it is; a file may not put an account under another console.
  .transform((row) => ({ ...row, ...parseAccountKey(row.key) }));
export type AccountRow = z.infer<typeof accountRowSchema>;

/** What a person is writing about an account and has not logged yet. */
const draftSchema = z.strictObject({
  account: accountKey,
  /** Epoch ms of the last key press that was stored. */
  at: epochMs,
  fields: z.record(z.string(), z.unknown()),
});
export type Draft = z.infer<typeof draftSchema>;

/** A mark that something was erased. It holds nothing of what it was. */
const erasedMarkSchema = z.strictObject({
  /** `account:` with the SHA-256 of the account's key, `entry:` with the entry's id, or `words:` with an id of its own. */
  mark: z.string().regex(/^(?:account:[0-9a-f]{64}|entry:.{1,200}|words:[0-9a-f-]{36})$/, 'a mark of an account or an entry'),
  /** `words`: that a person's words were erased; each entry that held them has a mark `entry`. */
  kind: z.enum(['account', 'entry', 'words']),
  /** Epoch ms at which it was erased, and the author who did it. */
  at: epochMs,
  by: z.string().max(200),
  /** Entries that it took or rewrote. */
  entries: z.number().int().min(0),
  /** Epoch ms from which on new entries of the account are taken again; null: none are. */
  openFrom: epochMs.nullable(),
  /** SHA-256 of what is left of an entry, which may come back; null for accounts. */
  print: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
export type ErasedMark = z.infer<typeof erasedMarkSchema>;

const fileSchema = z.looseObject({
  kido: z.string().regex(/^backup\/1$/, 'a Kido backup of version 1; a newer one needs a newer Kido'),
  madeAt: z.string().default(''),
  entries: z.array(z.unknown()),
  accounts: z.array(accountRowSchema).default([]),
  drafts: z.array(draftSchema).default([]),
  playbooks: z.array(z.unknown()).default([]),
  erased: z.array(erasedMarkSchema).default([]),
});

const DAY_MS = 86_400_000;

/** A backup that can be brought in, and what of its file has to stay out. */
export interface CheckedBackup {
  backup: Backup;
  /**
   * Entries that are more than a day ahead of now. They come from a clock that was wrong and would stand above everything
   * that is written until then; entries are never changed, so they stay out.
   */
  ahead: number;
  /** Why some playbooks stay out; the journal is worth more than that they are used again. */
  wrongPlaybooks: string[];
}

/**
 * Checks a whole backup.
 * @param now epoch ms
 * @throws Error that names the place of anything else that is wrong
 */
export function checkBackup(data: unknown, now: number): CheckedBackup {
  const file = fileSchema.safeParse(data);
  if (!file.success) throw new Error(describeIssue(file.error.issues[0]));
  const rows = [...file.data.entries.entries()].filter(([, entry]) => !isAhead(entry, now + DAY_MS));
  const { madeAt, accounts, drafts, erased } = file.data;
  const parsed = file.data.playbooks.map(parsePlaybook);
  const backup: Backup = {
    kido: 'backup/1',
    madeAt,
    entries: rows.map(([at, entry]) => checkedEntry(entry, at)),
    accounts,
    drafts,
    playbooks: parsed.flatMap((one) => one.playbook ?? []),
    erased,
  };
  const wrongPlaybooks = parsed.flatMap((one, at) => (one.errors[0] === undefined ? [] : `playbooks[${at}]: ${one.errors[0]}`));
  return { backup, ahead: file.data.entries.length - rows.length, wrongPlaybooks };
}

/** Looked at before the schema: a time that no date can hold is refused with its entry, not with the whole file. */
function isAhead(entry: unknown, latest: number): boolean {
  const { at, hlc, body } = recordOf(entry);
  const { readings } = recordOf(body);
  const seen = Array.isArray(readings) ? readings.map((one) => recordOf(one).seenAt) : [];
  return [at, hlc, ...seen].some((time) => (typeof time === 'string' ? Date.parse(time) : Number(time)) > latest);
}

function checkedEntry(entry: unknown, at: number): Entry {
  const result = entrySchema.safeParse(entry);
  if (!result.success) throw new Error(describeIssue(result.error.issues[0], ['entries', at]));
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
      part = { ...backup, entries: [], accounts: [], drafts: [], playbooks: [], erased: [] };
      size = 0;
    }
    part.entries.push(entry);
    size += length;
  }
  yield part;
}

/** What a restore did. */
export interface Restored {
  /** Entries that are new, and those that were there already. */
  added: number;
  known: number;
  /** Entries left out: more than a day ahead of now, or of what was erased here or in the file. */
  ahead: number;
  erased: number;
  /** Why playbooks of the file were left out. */
  wrongPlaybooks: string[];
  /** Accounts and entries that the file says were erased elsewhere and that still stand here. A person has to decide. */
  erasedElsewhere: { accounts: string[]; entries: string[] };
}
