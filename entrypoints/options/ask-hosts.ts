import { browser } from 'wxt/browser';

/**
 * What leaves for each purpose, in Firefox's terms. APIs: the account's id as the page shows it, and the sign-in.
 * Webhooks: notes and the people in them, and the address of the account's page.
 */
const SENT = {
  api: ['websiteContent', 'authenticationInfo'],
  webhook: ['personalCommunications', 'personallyIdentifyingInfo', 'browsingActivity'],
  page: [],
} as const;

type Wanted = Parameters<typeof browser.permissions.request>[0] & { data_collection?: string[] };

/** What is to be asked for: hosts, and in Firefox leave to send what goes there. Firefox asks both in one question. */
export function wantedFor(purposes: (keyof typeof SENT)[], origins: string[], isFirefox: boolean): Wanted {
  const sent = [...new Set(purposes.flatMap((purpose) => SENT[purpose]))];
  return isFirefox && sent.length > 0 ? { origins, data_collection: sent } : { origins };
}

/**
 * Asks the person, by the browser's own question. Call it first in a click: the browser asks only while it still sees
 * it. `page`: access to a console; `api`, `webhook`: something is sent there as well. Null where this page cannot ask,
 * as in a frame in Firefox; the settings page can.
 */
export function requestHosts(purposes: (keyof typeof SENT)[], origins: string[]): Promise<boolean> | null {
  const permissions = browser.permissions as typeof browser.permissions | undefined;
  return permissions ? permissions.request(wantedFor(purposes, origins, import.meta.env.FIREFOX)) : null;
}
