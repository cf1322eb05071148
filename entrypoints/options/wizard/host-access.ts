import { ask } from '@/lib/messages/ask';

/** Which of these match patterns may be asked already. The background knows: a frame in Firefox has no permissions API. */
export function givenHosts(origins: string[]): Promise<boolean[]> {
  return ask('access.has', { origins });
}

/** Goes on in the settings page, where the browser asks. */
export async function goOnInSettings(address: string): Promise<void> {
  await ask('settings.open', {});
  await ask('dock.close', { address });
}
