import { z } from 'zod';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import type { Lang } from '@/lib/core/text';
import type { ConsoleFile } from '@/lib/formats/console-file';
import type { Preferences } from '@/lib/formats/preferences';
import { answers } from './message';
import type { DriftRow } from './setup-messages';
import { consoleId, nothing } from './shapes';

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
  'console.remove': answers<null>().to(z.strictObject({ id: consoleId })),
  'access.changed': answers<null>().to(nothing),
  'secret.list': answers<SecretState[]>().to(z.strictObject({ wanted: z.array(z.strictObject({ name: secretName, origin })).max(50) })),
  'secret.put': answers<null>().to(z.strictObject({ name: secretName, origin, value: z.string().max(10_000).nullable() })),
  'playbook.list': answers<{ playbook: Playbook; used: boolean }[]>().to(nothing),
  'playbook.publish': answers<{ errors: string[] }>().to(z.strictObject({ playbook: z.unknown(), use: z.boolean() })),
} as const;
