import { browser } from 'wxt/browser';
import type { ConsoleFile } from '@/lib/formats/console-file';

/** Tabs in which a person started teaching, with the console taught. Kept while the browser runs. */
type Teaching = Record<string, string>;

async function read(): Promise<Teaching> {
  return ((await browser.storage.session.get('teaching')).teaching as Teaching | undefined) ?? {};
}

/** Lets a tab teach a console's fields; without this no page may change what is read. */
export async function allowTeaching(tabId: number, console: string): Promise<void> {
  await browser.storage.session.set({ teaching: { ...(await read()), [tabId]: console } });
}

export async function endTeaching(tabId: number): Promise<void> {
  const { [String(tabId)]: _, ...others } = await read();
  await browser.storage.session.set({ teaching: others });
}

/** The console that a tab may teach; null where nobody started it there. */
export async function taughtConsole(tabId: number): Promise<string | null> {
  return (await read())[tabId] ?? null;
}

/** Keeps a console as it was before a save in a tab. */
export async function keepBefore(tabId: number, before: ConsoleFile): Promise<void> {
  await browser.storage.session.set({ [`taught:${tabId}`]: before });
}

/** The console as it was before the last save in a tab; null where there is nothing to take back. Asking takes it. */
export async function takeBefore(tabId: number): Promise<ConsoleFile | null> {
  const key = `taught:${tabId}`;
  const before = ((await browser.storage.session.get(key))[key] as ConsoleFile | undefined) ?? null;
  await browser.storage.session.remove(key);
  return before;
}
