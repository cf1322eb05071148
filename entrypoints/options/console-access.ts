import { browser } from 'wxt/browser';
import type { ConsoleRow } from '@/lib/messages/settings-messages';
import { requestHosts } from './ask-hosts';

/** Asks for the hosts of a console. Call it first in a click: the browser asks only while it still sees it. */
export function allowConsole(row: ConsoleRow): Promise<boolean> | null {
  return requestHosts(row.console.api.length > 0 ? ['page', 'api'] : ['page'], row.patterns);
}

/** Gives the hosts of a console back; those that another console needs as well stay allowed. */
export async function withdrawConsole(row: ConsoleRow, all: ConsoleRow[]): Promise<boolean> {
  const others = new Set(all.filter((one) => one !== row && one.access).flatMap((one) => one.patterns));
  await browser.permissions.remove({ origins: row.patterns.filter((pattern) => !others.has(pattern)) });
  return true;
}
