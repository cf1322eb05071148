import { secretsFor } from '@/lib/formats/api-source';
import { accessPatterns, type ConsoleFile } from '@/lib/formats/console-file';
import { accountsOf } from '@/lib/store/journal';
import { forgetSecrets } from '@/lib/store/secrets';
import { webhooks } from '@/lib/store/webhooks';
import { accessChanged } from './announce-settings';
import { secretsOf } from './change-settings';
import { eraseAccounts } from './erase';
import type { Kido } from './kido';

/** What a console takes with it when it is removed. */
export interface Forget {
  secrets: boolean;
  access: boolean;
  accounts: boolean;
}

/** Removes a console and, where that is wished, its secrets, the access to its hosts, and what is kept of its accounts. */
export async function removeConsole(kido: Kido, { id, forget }: { id: string; forget: Forget }): Promise<null> {
  const consoles = (await kido.settings.consoles()).map((one) => one.console);
  const gone = consoles.find((one) => one.id === id);
  const others = consoles.filter((one) => one.id !== id);
  if (forget.accounts)
    await eraseAccounts(
      kido,
      (await accountsOf(id)).map((row) => row.key),
    );
  await kido.settings.removeConsole(id);
  if (gone && forget.secrets) await forgetOwnSecrets(gone, others);
  if (gone && forget.access) {
    // Hosts that another console needs as well stay allowed.
    const needed = new Set(others.flatMap(accessPatterns));
    await kido.host.access.drop(accessPatterns(gone).filter((pattern) => !needed.has(pattern)));
  }
  await accessChanged(kido);
  return null;
}

async function forgetOwnSecrets(gone: ConsoleFile, others: ConsoleFile[]): Promise<void> {
  const hooks = (await webhooks()).flatMap((hook) => secretsFor(hook.auth, hook.url));
  const used = [...others.flatMap(secretsOf), ...hooks];
  for (const { name, origin } of secretsOf(gone)) {
    if (used.some((one) => one.name === name && one.origin === origin)) continue;
    const kept = used.filter((one) => one.origin === origin).map((one) => one.name);
    await forgetSecrets([origin], kept);
  }
}
