import { browser } from 'wxt/browser';
import { type ConsoleFile, pagePatterns } from '@/lib/formats/console-file';
import { readConsoles } from '@/lib/settings/settings-store';

const SCRIPT = 'account-page';
const FILE = '/account-page.js' as const;

let queue: Promise<unknown> = Promise.resolve();

/** Whether the browser lets Kido read a console. */
export async function hasAccess(console: ConsoleFile): Promise<boolean> {
  return browser.permissions.contains({ origins: pagePatterns(console) });
}

/**
 * Registers the content script for exactly the consoles that may be read, and starts it in their open tabs: a script
 * registered at run time does not reach those. One at a time, since concurrent registrations fail.
 */
export function registerPages(): Promise<void> {
  const run = queue.then(register);
  queue = run.catch(() => undefined);
  return run;
}

async function register(): Promise<void> {
  const matches = new Set<string>();
  for (const { console } of await readConsoles()) {
    if (await hasAccess(console)) for (const pattern of pagePatterns(console)) matches.add(pattern);
  }
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  const wanted = [...matches].sort();
  if (same(registered[0]?.matches ?? [], wanted)) return;
  if (registered.length) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (wanted.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: SCRIPT, matches: wanted, js: [FILE], runAt: 'document_idle', persistAcrossSessions: true },
  ]);
  await startInOpenTabs(wanted);
}

function same(a: string[], b: string[]): boolean {
  return JSON.stringify([...a].sort()) === JSON.stringify(b);
}

async function startInOpenTabs(patterns: string[]): Promise<void> {
  for (const tab of await browser.tabs.query({ url: patterns })) {
    if (tab.id === undefined) continue;
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [FILE] }).catch(() => undefined);
  }
}
