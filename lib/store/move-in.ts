import type { ConsoleFile } from '@/lib/formats/console-file';
import { recordOf } from '@/lib/formats/preferences';
import { webhookSchema } from '@/lib/formats/webhook-file';
import type { Area } from './area';
import { storedList } from './console-list';
import { database } from './database';
import type { SecretRow, WebhookRow } from './rows';
import { hasControl, originOf } from './secrets';
import { sha256 } from './sha256';
import { nextOrder } from './webhooks';

/**
 * Takes secrets and webhooks out of an area that pages may be able to read (Firefox cannot close `storage.local` to
 * content scripts) into the database. To be called at each start, before either is used; it does nothing where nothing is
 * left there. It may be stopped anywhere: the area is cleared only after the database has it on disk, and what the
 * database took once is not taken again over later changes.
 *
 * Secrets of that time belonged to a name alone. Each is bound to the origin that used its name, where exactly one did;
 * else it is kept for none, and never sent.
 * @param consoles the consoles in use
 */
export async function moveIn(area: Area, consoles: ConsoleFile[]): Promise<void> {
  const [secrets, hooks] = [await area.get('secrets'), await area.get('webhooks')];
  if (secrets === undefined && hooks === undefined) return;
  const stored = storedList(hooks);
  const print = await sha256(JSON.stringify([secrets, hooks]));
  const made = secretRows(recordOf(secrets), consoles, stored);
  const tx = (await database()).transaction(['secrets', 'webhooks', 'meta'], 'readwrite', { durability: 'strict' });
  if ((await tx.objectStore('meta').get('movedIn')) !== print) {
    for (const row of made)
      if ((await tx.objectStore('secrets').getKey([row.name, row.origin])) === undefined) await tx.objectStore('secrets').add(row);
    const known = await tx.objectStore('webhooks').getAll();
    for (const row of hookRows(stored, nextOrder(known)))
      if (!known.some((one) => one.key === row.key)) await tx.objectStore('webhooks').put(row);
    await tx.objectStore('meta').put(print, 'movedIn');
  }
  await tx.done;
  await area.remove('secrets');
  await area.remove('webhooks');
}

function secretRows(secrets: Record<string, unknown>, consoles: ConsoleFile[], hooks: unknown[]): SecretRow[] {
  const users = new Map<string, Set<string>>();
  const use = (name: string, url: string) => {
    const origin = originOf(url);
    if (origin !== null) users.set(name, (users.get(name) ?? new Set()).add(origin));
  };
  for (const api of consoles.flatMap((console) => console.api)) if ('secret' in api.auth) use(api.auth.secret, api.request.url);
  for (const hook of hooks) {
    const { data } = webhookSchema.safeParse(hook);
    if (data && 'secret' in data.auth) use(data.auth.secret, data.url);
  }
  return Object.entries(secrets).flatMap(([name, value]): SecretRow[] => {
    if (typeof value !== 'string' || value === '') return [];
    const [origin, ...others] = users.get(name) ?? [];
    // Headers leave blanks and line breaks at the ends out; one in the middle was never sent.
    const clean = value.trim();
    return [{ name, value: clean, origin: origin !== undefined && others.length === 0 && !hasControl(clean) ? origin : '' }];
  });
}

function hookRows(hooks: unknown[], first: number): WebhookRow[] {
  return hooks.map((hook, at) => {
    const { id } = recordOf(hook);
    return { key: typeof id === 'string' && id !== '' ? id : `unread-${at}`, order: first + at, hook };
  });
}
