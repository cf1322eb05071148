import { messageOf } from '@/lib/core/message-of';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { secretsFor } from '@/lib/formats/api-source';
import { accessPatterns } from '@/lib/formats/console-file';
import type { Preferences } from '@/lib/formats/preferences';
import { shipped } from '@/lib/keeper/setting';
import type { ConsoleRow, SettingsView } from '@/lib/messages/settings-messages';
import { playbooks, publishPlaybook } from '@/lib/store/playbooks';
import { secretStates } from '@/lib/store/secrets';
import { announceSettings, announceSetup } from './announce-settings';
import type { Kido } from './kido';
import { driftRows } from './note-drift';
import { planBackup } from './weekly-backup';

/** The settings as their page shows them. */
export async function settingsView({ host, settings, standpoint }: Kido): Promise<SettingsView> {
  const { preferences, locked, wrong } = await settings.preferences();
  const { lang, zone } = await standpoint.now();
  return { preferences, locked, wrong, lang, zone, shortcuts: await host.face.shortcuts() };
}

/** What of the preferences open pages draw or read by; all else is told to Kido's own pages only. */
const SHOWN = new Set<keyof Preferences>(['lang', 'theme', 'zone', 'holidays', 'ownHolidays', 'playbook']);

/** Changes preferences, and tells those who draw by what really changed. */
export async function changePreferences(kido: Kido, change: Partial<Preferences>): Promise<SettingsView> {
  const changed = await kido.settings.changePreferences(change);
  if (changed.some((name) => SHOWN.has(name as keyof Preferences))) await announceSetup(kido);
  else if (changed.length > 0) announceSettings(kido);
  if (changed.includes('backup')) await planBackup(kido);
  return settingsView(kido);
}

/** Consoles as the settings show them. */
export async function consoleRows(kido: Kido): Promise<ConsoleRow[]> {
  return Promise.all(
    (await kido.settings.consoles()).map(async ({ console, locked }) => ({
      console,
      access: await kido.host.access.has(accessPatterns(console)),
      patterns: accessPatterns(console),
      locked,
      secrets: await secretStates(secretsOf(console)),
      drift: await driftRows(kido, console),
    })),
  );
}

/** Every secret that a console names, with the origin that it is sent to. */
export function secretsOf(console: ConsoleRow['console']): { name: string; origin: string }[] {
  return console.api.flatMap(({ auth, request }) => secretsFor(auth, request.url));
}

/** All playbook versions, and which is used. */
export async function playbookRows({ settings }: Kido): Promise<{ playbook: Playbook; used: boolean }[]> {
  const { preferences } = await settings.preferences();
  const own = await playbooks();
  const used = preferences.playbook;
  const all = [...own, ...(own.some(isShipped) ? [] : [shipped])];
  const isUsed = (one: Playbook) => (used ? one.id === used.id && one.version === used.version : one === shipped);
  return all.map((playbook) => ({ playbook, used: isUsed(playbook) }));
}

/** Checks and keeps a playbook version, and uses it where that is wished. Answers with what is wrong with it. */
export async function publish(kido: Kido, data: unknown, use: boolean): Promise<{ errors: string[] }> {
  const parsed = parsePlaybook(data);
  if (!parsed.playbook) return { errors: parsed.errors };
  const { id, version } = parsed.playbook;
  try {
    if (!isShipped(parsed.playbook)) await publishPlaybook(parsed.playbook);
  } catch (error) {
    return { errors: [messageOf(error)] };
  }
  if (use) await changePreferences(kido, { playbook: isShipped(parsed.playbook) ? null : { id, version } });
  else announceSettings(kido);
  return { errors: [] };
}

const isShipped = ({ id, version }: { id: string; version: number }) => id === shipped.id && version === shipped.version;
