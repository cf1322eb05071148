import { recordOf } from './preferences';

/** The form in which settings are stored now; `settings: {v}` says which one a store has. */
export const SETTINGS_VERSION = 2;

/** What a step from one form to the next sets and removes. Made so that it can be done again after it was cut short. */
export interface SettingsMove {
  set: Record<string, unknown>;
  remove: string[];
}

/** The form of what is stored; a store without a word of it is of the first. */
export function settingsVersion(stored: unknown): number {
  const { v } = recordOf(stored);
  return typeof v === 'number' ? v : 1;
}

/**
 * What has to change to bring stored settings to this version; null where nothing has. Settings of a later version are
 * left as they are: what can be read of them is read.
 * @param all everything that is stored, by key
 */
export function settingsMove(all: Record<string, unknown>): SettingsMove | null {
  const from = settingsVersion(all.settings);
  if (from >= SETTINGS_VERSION) return null;
  return { set: { settings: { v: SETTINGS_VERSION } }, remove: fromFirst(Object.keys(all)) };
}

/**
 * The first form kept values seen on pages among the settings: proposals for lost fields with what they show, and the
 * pages of a console half set up. Both are found again by looking. Secrets and webhooks stay until the store took them.
 */
function fromFirst(keys: string[]): string[] {
  return keys.filter((key) => key.startsWith('drift:') || key === 'wizard');
}
