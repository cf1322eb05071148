import { browser } from 'wxt/browser';
import type { ConsoleFile } from '@/lib/formats/console-file';
import type { ConsoleHealth } from '@/lib/formats/console-health';
import type { PanelPlace, Preferences } from '@/lib/formats/preferences';
import { type Webhook, webhookSchema } from '@/lib/formats/webhook-file';
import { Settings } from '@/lib/store/settings';

const settings = new Settings(
  {
    get: async (key) => (await browser.storage.local.get(key))[key],
    set: async (key, value) => browser.storage.local.set({ [key]: value }),
    remove: async (key) => browser.storage.local.remove(key),
    keys: async () => Object.keys(await browser.storage.local.get(null)),
  },
  async () => browser.storage.managed.get(null),
);
browser.storage.onChanged.addListener(() => settings.forget());

/** Keeps secrets and settings away from content scripts where the browser can; Firefox cannot yet. */
export async function closeStorageToPages(): Promise<void> {
  const area = browser.storage.local as { setAccessLevel?: (access: { accessLevel: string }) => Promise<void> };
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Preferences with the policy on top, and the names of what the policy fixes. */
export async function readPreferences(): Promise<{ preferences: Preferences; locked: string[] }> {
  return settings.preferences();
}

/** Stores preferences. Throws when they do not fit. */
export async function writePreferences(preferences: unknown): Promise<void> {
  const { locked } = await settings.preferences();
  const own = Object.entries(preferences as Preferences).filter(([name]) => !locked.some((one) => one === name));
  await settings.changePreferences(Object.fromEntries(own));
}

/** All consoles: the company's first, which cannot be edited here. */
export async function readConsoles(): Promise<{ console: ConsoleFile; locked: boolean }[]> {
  return settings.consoles();
}

/** Adds or replaces a console. */
export async function writeConsole(console: ConsoleFile): Promise<void> {
  await settings.putConsole(console);
}

/** Removes a console; the journal of its accounts stays. */
export async function removeConsole(id: string): Promise<void> {
  await settings.removeConsole(id);
}

/** All webhooks. Their addresses may be secrets; no content script can ask for them. */
export async function readWebhooks(): Promise<Webhook[]> {
  const stored = (await browser.storage.local.get('webhooks')).webhooks;
  return (Array.isArray(stored) ? stored : []).flatMap((one) => {
    const result = webhookSchema.safeParse(one);
    return result.success ? [result.data] : [];
  });
}

export async function writeWebhooks(webhooks: Webhook[]): Promise<void> {
  await browser.storage.local.set({ webhooks });
}

/** A secret by name; null while it is not set. */
export async function readSecret(name: string): Promise<string | null> {
  const { secrets } = await browser.storage.local.get('secrets');
  const value = (secrets as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Sets a secret, or forgets it. It is never read back into a page. */
export async function writeSecret(name: string, value: string | null): Promise<void> {
  const { secrets } = await browser.storage.local.get('secrets');
  const { [name]: _, ...rest } = (secrets as Record<string, string> | undefined) ?? {};
  await browser.storage.local.set({ secrets: value ? { ...rest, [name]: value } : rest });
}

/** Where the panel stands on a console. */
export async function readPlace(console: string): Promise<PanelPlace> {
  return settings.place(console);
}

/** Remembers where the panel stands on a console. */
export async function writePlace(console: string, place: PanelPlace): Promise<void> {
  await settings.putPlace(console, place);
}

/** A random name for this installation; entries carry it, so that two machines of one person can be told apart. */
export async function deviceName(): Promise<string> {
  return settings.device();
}

/** How the fields of a console have fared; nothing for one that was never read. */
export async function readHealth(console: string): Promise<ConsoleHealth> {
  return settings.health(console);
}

export async function writeHealth(console: string, health: ConsoleHealth): Promise<void> {
  await settings.putHealth(console, health);
}

/** A console that is being set up, as far as it has come; null where none is. */
export async function readWizard(): Promise<unknown> {
  return (await browser.storage.local.get('wizard')).wizard ?? null;
}

export async function writeWizard(state: unknown): Promise<void> {
  await (state === null ? browser.storage.local.remove('wizard') : browser.storage.local.set({ wizard: state }));
}
