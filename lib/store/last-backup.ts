import { database } from './database';

const KEY = 'backupAt';

/** When the whole store was last saved to a file, epoch ms; null for never. */
export async function lastBackup(): Promise<number | null> {
  const at = await (await database()).get('meta', KEY);
  return typeof at === 'number' ? at : null;
}

/** Notes that the whole store was saved to a file. */
export async function noteBackup(at: number): Promise<void> {
  await (await database()).put('meta', at, KEY);
}

/** Entries of the whole store. */
export async function countEntries(): Promise<number> {
  return (await database()).count('entries');
}
