import { z } from 'zod';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import type { Lang } from '@/lib/core/text';
import type { ConsoleDemands } from '@/lib/formats/console-demands';
import type { ConsoleFile } from '@/lib/formats/console-file';
import type { DriftRow } from '@/lib/formats/console-health';
import type { Preferences } from '@/lib/formats/preferences';
import type { UnreadConsole } from '@/lib/formats/unread-console';
import { answers } from './message';
import { account, consoleId, nothing } from './shapes';

const origin = z.string().max(300);
const secretName = z.string().regex(/^[\w.-]{1,60}$/);
/** Only what changes; each value is checked by itself where it is kept. */
const preferencesChange = z.custom<Partial<Preferences>>((value) => value !== null && typeof value === 'object' && !Array.isArray(value));

/** Whether a secret is set for an origin; never what it is. */
export interface SecretState {
  name: string;
  origin: string;
  set: boolean;
  /** Set, but for another origin: it is not sent here. */
  elsewhere: boolean;
}

/** A console as the settings show it. */
export interface ConsoleRow {
  console: ConsoleFile;
  access: boolean;
  patterns: string[];
  /** Set by the company's policy; cannot be edited here. */
  locked: boolean;
  secrets: SecretState[];
  /** Fields that can no longer be read. */
  drift: DriftRow[];
}

/** What was erased, without any personal data. */
export interface Erasure {
  kind: 'account' | 'words';
  at: number;
  by: string;
  entries: number;
}

/** When the store was last saved to a file by a person or by itself; null for never. */
export interface BackupState {
  lastAt: number | null;
  /** Nothing saves by itself, there is something to lose, and the last file is old or there is none. */
  isOld: boolean;
}

export interface SettingsView {
  preferences: Preferences;
  lang: Lang;
  zone: string;
  locked: string[];
  /** Settings that cannot be used as they are stored or fixed, and why; their default holds. */
  wrong: { from: 'own' | 'policy'; key: string; why: string }[];
  shortcuts: { name: string; keys: string }[];
}

/** What the settings ask. */
export const settingsMessages = {
  'settings.get': answers<SettingsView>().to(nothing),
  'settings.put': answers<SettingsView>().to(z.strictObject({ change: preferencesChange })),
  'console.list': answers<ConsoleRow[]>().to(nothing),
  'console.save': answers<{ errors: string[] }>().to(z.strictObject({ console: z.unknown() })),
  /** `forget`: what goes with it. */
  'console.remove': answers<null>().to(
    z.strictObject({
      id: consoleId,
      forget: z
        .strictObject({ secrets: z.boolean(), access: z.boolean(), accounts: z.boolean() })
        .default({ secrets: false, access: false, accounts: false }),
    }),
  ),
  /** Consoles that are kept and cannot be used, and dropping one for good. */
  'console.unread': answers<UnreadConsole[]>().to(nothing),
  'console.dropUnread': answers<null>().to(z.strictObject({ data: z.unknown() })),
  /** What a console's file would do, before it is kept. */
  'console.demands': answers<{ errors: string[]; demands: ConsoleDemands | null }>().to(z.strictObject({ console: z.unknown() })),
  /** Erases an account, or one person's words in it, for good; `account.anew` takes an erased one up again. */
  'account.erase': answers<{ entries: number }>().to(z.strictObject({ account })),
  'account.eraseWords': answers<{ entries: string[]; toCheck: string[]; draft: boolean }>().to(
    z.strictObject({ account, person: z.string().min(1).max(200) }),
  ),
  'account.anew': answers<null>().to(z.strictObject({ account })),
  'erased.list': answers<Erasure[]>().to(nothing),
  'backup.state': answers<BackupState>().to(nothing),
  'backup.done': answers<null>().to(nothing),
  'access.changed': answers<null>().to(nothing),
  'secret.list': answers<SecretState[]>().to(z.strictObject({ wanted: z.array(z.strictObject({ name: secretName, origin })).max(50) })),
  'secret.put': answers<null>().to(z.strictObject({ name: secretName, origin, value: z.string().max(10_000).nullable() })),
  'playbook.list': answers<{ playbook: Playbook; used: boolean }[]>().to(nothing),
  'playbook.publish': answers<{ errors: string[] }>().to(z.strictObject({ playbook: z.unknown(), use: z.boolean() })),
} as const;
