import { messageOf } from '@/lib/core/message-of';
import { backup, restore } from '@/lib/store/backup';
import { announceSettings } from './announce-settings';
import type { Kido } from './kido';

/** One part of the whole store. @param after the last entry of the part before; null for the first */
export function backupPart({ host }: Kido, after: string | null) {
  return backup(host.now(), after);
}

/** Brings a part of a backup in; what is kept of accounts is read anew afterwards. */
export async function restorePart(kido: Kido, data: unknown, isLast: boolean) {
  try {
    const done = await restore(data, kido.host.now(), isLast);
    return { ...done, problem: null };
  } catch (error) {
    return { added: 0, known: 0, problem: messageOf(error) };
  } finally {
    kido.keeper.forget();
    announceSettings(kido);
  }
}
