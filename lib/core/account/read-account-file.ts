import { z } from 'zod';
import { describeIssue } from '../describe-issue';
import { type Entry, entrySchema } from './entry';

const fileSchema = z.union([z.array(z.unknown()), z.looseObject({ account: z.string().optional(), entries: z.array(z.unknown()) })]);

/**
 * Checks an account file: an array of journal entries, or `{account?, entries}`.
 * @returns the account's key and its entries
 * @throws Error whose message names the first place that is wrong
 */
export function readAccountFile(data: unknown): { account: string; entries: Entry[] } {
  const file = fileSchema.safeParse(data);
  if (!file.success) throw new Error('account file: an array of journal entries, or {"account", "entries"}');
  const named = Array.isArray(file.data) ? undefined : file.data.account;
  const rows = Array.isArray(file.data) ? file.data : file.data.entries;
  const entries = rows.map((row, index) => {
    const filled = named && row && typeof row === 'object' && !('account' in row) ? { ...row, account: named } : row;
    const result = entrySchema.safeParse(filled);
    if (result.success) return result.data;
    throw new Error(describeIssue(result.error.issues[0], ['entries', index]));
  });
  const account = named ?? entries[0]?.account ?? 'account';
  const other = entries.find((entry) => entry.account !== account);
  if (other) throw new Error(`entries: two accounts in one file, ${account} and ${other.account}`);
  return { account, entries };
}
