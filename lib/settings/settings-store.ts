import { browser } from 'wxt/browser';
import { type ConsoleFile, consoleSchema } from '@/lib/formats/console-file';
import {
  type PanelPlace,
  type Policy,
  type Preferences,
  panelPlaceSchema,
  policySchema,
  preferencesSchema,
} from '@/lib/formats/preferences';
import { readJson } from '@/lib/formats/read-json';
import { type Webhook, webhookSchema } from '@/lib/formats/webhook-file';
import { type ConsoleHealth, NO_HEALTH } from '@/lib/readers/page/drift';

/** Keeps secrets and settings away from content scripts where the browser can; Firefox cannot yet. */
export async function closeStorageToPages(): Promise<void> {
  const area = browser.storage.local as { setAccessLevel?: (access: { accessLevel: string }) => Promise<void> };
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** What the company fixed. Chrome gives nothing without a policy, Firefox refuses; both mean "nothing". */
export async function readPolicy(): Promise<Policy> {
  try {
    const result = policySchema.safeParse(await browser.storage.managed.get(null));
    return result.success ? result.data : {};
  } catch {
    return {};
  }
}

/** Preferences with the policy on top, and the names of what the policy fixes. */
export async function readPreferences(): Promise<{ preferences: Preferences; locked: string[] }> {
  const stored = (await browser.storage.local.get('preferences')).preferences ?? {};
  const own = preferencesSchema.safeParse(stored);
  const policy = await readPolicy();
  const locked = (['lang', 'theme', 'zone', 'holidays', 'ownHolidays'] as const).filter((name) => policy[name] !== undefined);
  const fixed = Object.fromEntries(locked.map((name) => [name, policy[name]]));
  return { preferences: preferencesSchema.parse({ ...(own.success ? own.data : {}), ...fixed }), locked };
}

/** Stores preferences. Throws when they do not fit. */
export async function writePreferences(preferences: unknown): Promise<void> {
  await browser.storage.local.set({ preferences: preferencesSchema.parse(preferences) });
}

/** All consoles: the company's first, which cannot be edited here. */
export async function readConsoles(): Promise<{ console: ConsoleFile; locked: boolean }[]> {
  const policy = await readPolicy();
  const fixed = valid(policy.consoles ?? []);
  const stored = (await browser.storage.local.get('consoles')).consoles;
  const own = valid(Array.isArray(stored) ? stored : []).filter((one) => !fixed.some((other) => other.id === one.id));
  return [...fixed.map((console) => ({ console, locked: true })), ...own.map((console) => ({ console, locked: false }))];
}

function valid(list: unknown[]): ConsoleFile[] {
  return list.flatMap((one) => {
    // A policy carries console files as text: schemas of managed storage cannot say what such a file is.
    const result = consoleSchema.safeParse(typeof one === 'string' ? readJson(one).data : one);
    return result.success ? [result.data] : [];
  });
}

/** Adds or replaces a console. */
export async function writeConsole(console: ConsoleFile): Promise<void> {
  const own = (await readConsoles()).filter((one) => !one.locked).map((one) => one.console);
  const at = own.findIndex((one) => one.id === console.id);
  await browser.storage.local.set({ consoles: at < 0 ? [...own, console] : own.with(at, console) });
}

/** Removes a console; the journal of its accounts stays. */
export async function removeConsole(id: string): Promise<void> {
  const own = (await readConsoles()).filter((one) => !one.locked).map((one) => one.console);
  await browser.storage.local.set({ consoles: own.filter((one) => one.id !== id) });
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
  const key = `place:${console}`;
  const result = panelPlaceSchema.safeParse((await browser.storage.local.get(key))[key] ?? {});
  return result.success ? result.data : panelPlaceSchema.parse({});
}

/** Remembers where the panel stands on a console. */
export async function writePlace(console: string, place: PanelPlace): Promise<void> {
  await browser.storage.local.set({ [`place:${console}`]: panelPlaceSchema.parse(place) });
}

/** A random name for this installation; entries carry it, so that two machines of one person can be told apart. */
export async function deviceName(): Promise<string> {
  const { device } = await browser.storage.local.get('device');
  if (typeof device === 'string') return device;
  const made = crypto.randomUUID().slice(0, 8);
  await browser.storage.local.set({ device: made });
  return made;
}

/** How the fields of a console have fared; nothing for one that was never read. */
export async function readHealth(console: string): Promise<ConsoleHealth> {
  const key = `health:${console}`;
  return ((await browser.storage.local.get(key))[key] as ConsoleHealth | undefined) ?? NO_HEALTH;
}

export async function writeHealth(console: string, health: ConsoleHealth): Promise<void> {
  await browser.storage.local.set({ [`health:${console}`]: health });
}

/** A console that is being set up, as far as it has come; null where none is. */
export async function readWizard(): Promise<unknown> {
  return (await browser.storage.local.get('wizard')).wizard ?? null;
}

export async function writeWizard(state: unknown): Promise<void> {
  await (state === null ? browser.storage.local.remove('wizard') : browser.storage.local.set({ wizard: state }));
}
