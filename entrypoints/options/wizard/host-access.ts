import { browser } from 'wxt/browser';
import { ask } from '@/lib/messages/ask';

/** Which of these match patterns may be asked already. The background knows: a frame in Firefox has no permissions API. */
export function givenHosts(origins: string[]): Promise<boolean[]> {
  return ask('access.has', { origins });
}

/**
 * Asks the person, by the browser's own question. Call it first in a click: the browser asks only while it still sees
 * it. Null where this page cannot ask, as in a frame in Firefox; the settings page can.
 */
export function requestHosts(origins: string[]): Promise<boolean> | null {
  const permissions = browser.permissions as typeof browser.permissions | undefined;
  return permissions ? permissions.request({ origins }) : null;
}

/** Goes on in the settings page, where the browser asks. */
export async function goOnInSettings(address: string): Promise<void> {
  await ask('settings.open', {});
  await ask('dock.close', { address });
}
