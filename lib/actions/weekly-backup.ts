import type { BackupState } from '@/lib/messages/settings-messages';
import { countEntries, lastBackup, noteBackup } from '@/lib/store/last-backup';
import type { Kido } from './kido';

export const BACKUP_ALARM = 'backup';
const WEEK_MS = 7 * 86_400_000;
/** After this a person who saves by hand is reminded, quietly. */
const OLD_MS = 30 * 86_400_000;
/** Fewer entries are no loss worth a reminder. */
const WORTH = 20;
const LOOK_AGAIN_MS = 3_600_000;

/** When the store was last saved, and whether a person should be reminded. */
export async function backupState({ host, settings }: Kido): Promise<BackupState> {
  const [lastAt, { preferences }] = await Promise.all([lastBackup(), settings.preferences()]);
  const isOld = preferences.backup === 'off' && (lastAt === null || host.now() - lastAt > OLD_MS) && (await countEntries()) >= WORTH;
  return { lastAt, isOld };
}

/** The whole store was saved to a file. */
export async function backupDone(kido: Kido): Promise<null> {
  await noteBackup(kido.host.now());
  void kido.host.tabs.announce({ news: 'settings' });
  await planBackup(kido);
  return null;
}

/** Sets the alarm for the next backup that is made by itself, where a person switched it on. */
export async function planBackup({ host, settings }: Kido): Promise<void> {
  const { preferences } = await settings.preferences();
  if (preferences.backup !== 'weekly') return host.alarm.clear(BACKUP_ALARM);
  const lastAt = await lastBackup();
  // A clock that was put back must not put it off for years.
  const due = lastAt === null ? host.now() : Math.min(lastAt + WEEK_MS, host.now() + WEEK_MS);
  await host.alarm.set(BACKUP_ALARM, Math.max(due, host.now() + 60_000));
}

/** Makes the backup that is due, on a page of the extension: only a page can save a file in every browser. */
export async function backUpIfDue(kido: Kido): Promise<void> {
  const { host, settings } = kido;
  const { preferences } = await settings.preferences();
  const lastAt = await lastBackup();
  const isDue = preferences.backup === 'weekly' && (lastAt === null || Math.abs(host.now() - lastAt) >= WEEK_MS);
  if (!isDue) return planBackup(kido);
  await host.tabs.open(host.face.page('backup.html'), false);
  // Should the page not come to its end, it is tried again.
  await host.alarm.set(BACKUP_ALARM, host.now() + LOOK_AGAIN_MS);
}
