import { describeIssue } from '@/lib/core/describe-issue';
import { messageOf } from '@/lib/core/message-of';
import { secretsFor } from '@/lib/formats/api-source';
import { hostPattern } from '@/lib/formats/host-pattern';
import { type HookKind, type Webhook, webhookSchema } from '@/lib/formats/webhook-file';
import type { HookRow, HookTrial, OutboxLine } from '@/lib/messages/hook-messages';
import { evaluate } from '@/lib/readers/api/map-reply';
import { newestOf } from '@/lib/store/journal';
import { outboxRows } from '@/lib/store/outbox';
import { secretStates } from '@/lib/store/secrets';
import { putWebhook, webhooks } from '@/lib/store/webhooks';
import { accountName } from './account-name';
import type { Kido } from './kido';
import { webhookEventOf } from './webhook-event-of';

/** All webhooks, with what is on its way to each. */
export async function webhookRows({ host }: Kido): Promise<HookRow[]> {
  const [hooks, rows] = await Promise.all([webhooks(), outboxRows()]);
  return Promise.all(
    hooks.map(async (hook) => {
      const own = rows.filter((row) => row.hook === hook.id);
      return {
        hook,
        access: await host.access.has([hostPattern(hook.url)]),
        secrets: await secretStates(secretsFor(hook.auth, hook.url)),
        waiting: own.filter((row) => row.state === 'waiting').length,
        failed: own.filter((row) => row.state === 'failed').length,
      };
    }),
  );
}

/** Checks and keeps a webhook; answers with what is wrong with it. */
export async function saveWebhook({ host }: Kido, data: unknown): Promise<{ errors: string[] }> {
  const parsed = parseWebhook(data);
  if (!parsed.hook) return { errors: parsed.errors };
  await putWebhook(parsed.hook);
  void host.tabs.announce({ news: 'settings' });
  return { errors: [] };
}

/** What each template of a webhook makes of the newest entry of its kind; nothing is sent. */
export async function tryWebhook(kido: Kido, data: unknown): Promise<{ errors: string[]; trials: HookTrial[] }> {
  const parsed = parseWebhook(data);
  if (!parsed.hook) return { errors: parsed.errors, trials: [] };
  const trials = Object.entries(parsed.hook.templates).map(async ([kind, template]): Promise<HookTrial> => {
    const entry = await newestOf(kind as HookKind);
    const event = entry ? await webhookEventOf(kido, entry.account, entry.id) : null;
    if (!event) return { kind, body: null, problem: null };
    try {
      const body = await evaluate(template, event);
      return { kind, body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body, null, 2), problem: null };
    } catch (error) {
      return { kind, body: null, problem: messageOf(error) };
    }
  });
  return { errors: [], trials: await Promise.all(trials) };
}

const MOST_LINES = 200;

/** What could not be delivered, or waits behind that. */
export async function outboxLines(kido: Kido): Promise<OutboxLine[]> {
  const rows = (await outboxRows()).filter((row) => row.tries > 0 || row.state === 'failed').slice(0, MOST_LINES);
  return Promise.all(
    rows.map(async ({ id, hook, account, entry, state, tries, problem, nextAt }) => {
      const event = await webhookEventOf(kido, account, entry);
      return { id, hook, account, name: await accountName(account), title: event?.title ?? '', state, tries, problem, nextAt };
    }),
  );
}

function parseWebhook(data: unknown): { hook: Webhook; errors: [] } | { hook: null; errors: string[] } {
  const parsed = webhookSchema.safeParse(data);
  return parsed.success
    ? { hook: parsed.data, errors: [] }
    : { hook: null, errors: parsed.error.issues.map((issue) => describeIssue(issue)) };
}
