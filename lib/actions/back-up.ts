import { messageOf } from '@/lib/core/message-of';
import type { Restored } from '@/lib/formats/backup-file';
import { backup } from '@/lib/store/backup';
import { RestoreStopped, restore } from '@/lib/store/restore';
import { announceSettings } from './announce-settings';
import type { Kido } from './kido';

/** One part of the whole store. @param after the last entry of the part before; null for the first */
export function backupPart({ host }: Kido, after: string | null) {
  return backup(host.now(), after);
}

const NOTHING: Restored = {
  added: 0,
  known: 0,
  ahead: 0,
  erased: 0,
  wrongPlaybooks: [],
  erasedElsewhere: { accounts: [], entries: [] },
};

/** Brings a part of a backup in; what is kept of accounts is read anew afterwards. */
export async function restorePart(kido: Kido, data: unknown, isLast: boolean) {
  try {
    const done = await restore(data, isLast, kido.host.now());
    return { ...done, problem: null };
  } catch (error) {
    const done = error instanceof RestoreStopped ? error.done : NOTHING;
    return { ...done, problem: messageOf(error) };
  } finally {
    kido.keeper.forget();
    announceSettings(kido);
  }
}
