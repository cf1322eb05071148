import { describeIssue } from '@/lib/core/describe-issue';
import { recordOf } from '@/lib/formats/preferences';
import { type Webhook, webhookSchema } from '@/lib/formats/webhook-file';
import { database } from './database';
import type { WebhookRow } from './rows';

/** A webhook that is kept and that this version cannot read. `key` removes it. */
export interface UnreadWebhook {
  key: string;
  name: string | null;
  why: string[];
}

/** All webhooks, in the order in which they came. Their addresses may be secrets: they are for the background alone. */
export async function webhooks(): Promise<Webhook[]> {
  return (await rows()).flatMap(({ hook }) => {
    const result = webhookSchema.safeParse(hook);
    return result.success ? [result.data] : [];
  });
}

/** Webhooks that are kept and not in use, with the reason. */
export async function unreadWebhooks(): Promise<UnreadWebhook[]> {
  return (await rows()).flatMap(({ key, hook }) => {
    const result = webhookSchema.safeParse(hook);
    const { name } = recordOf(hook);
    if (result.success) return [];
    return [{ key, name: typeof name === 'string' ? name : null, why: result.error.issues.map((issue) => describeIssue(issue)) }];
  });
}

/** Adds a webhook, or replaces the one with its id; no other is touched. */
export async function putWebhook(hook: Webhook): Promise<void> {
  const tx = (await database()).transaction('webhooks', 'readwrite', { durability: 'strict' });
  const known = await tx.store.get(hook.id);
  const order = known?.order ?? nextOrder(await tx.store.getAll());
  await Promise.all([tx.store.put({ key: hook.id, order, hook }), tx.done]);
}

/** Removes a webhook, readable or not, with everything that is on its way to it. */
export async function removeWebhook(key: string): Promise<void> {
  const tx = (await database()).transaction(['webhooks', 'outbox'], 'readwrite', { durability: 'strict' });
  const outbox = tx.objectStore('outbox');
  const owed = (await outbox.getAll()).filter((row) => row.hook === key);
  await Promise.all([tx.objectStore('webhooks').delete(key), ...owed.map((row) => outbox.delete(row.id)), tx.done]);
}

/** The place behind all rows. */
export function nextOrder(known: WebhookRow[]): number {
  return 1 + Math.max(0, ...known.map((row) => row.order));
}

async function rows(): Promise<WebhookRow[]> {
  return (await (await database()).getAll('webhooks')).toSorted((a, b) => a.order - b.order);
}
