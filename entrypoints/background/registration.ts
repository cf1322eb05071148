import { browser } from 'wxt/browser';
import { InTurn } from '@/lib/core/in-turn';

const SCRIPT = 'account-page';
const FILE = '/account-page.js' as const;

const turns = new InTurn();

/**
 * Registers the content script for exactly these patterns, and starts it in open tabs: a script registered at run time
 * does not reach those. One at a time, since concurrent registrations fail.
 */
export function register(patterns: string[]): Promise<void> {
  return turns.run(SCRIPT, () => registerNow(patterns));
}

async function registerNow(wanted: string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (isSame(registered[0]?.matches ?? [], wanted)) return;
  if (registered.length) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (wanted.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: SCRIPT, matches: wanted, js: [FILE], runAt: 'document_idle', persistAcrossSessions: true },
  ]);
  for (const tab of await browser.tabs.query({ url: wanted })) {
    if (tab.id === undefined) continue;
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [FILE] }).catch(() => undefined);
  }
}

function isSame(a: string[], b: string[]): boolean {
  return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
}
