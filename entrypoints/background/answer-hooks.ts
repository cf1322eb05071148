import { browser } from 'wxt/browser';
import { describeIssue } from '@/lib/core/describe-issue';
import { messageOf } from '@/lib/core/message-of';
import { hostPattern } from '@/lib/formats/host-pattern';
import { type HookKind, type Webhook, webhookSchema } from '@/lib/formats/webhook-file';
import type { HookRequests, HookTrial } from '@/lib/messages/hook-requests';
import { evaluate } from '@/lib/readers/api/map-reply';
import { readSecret, readWebhooks, writeWebhooks } from '@/lib/settings/settings-store';
import { newestOf } from '@/lib/store/journal';
import { outboxRows, removeOutboxRows, retryRows } from '@/lib/store/outbox';
import { accountName } from './account-name';
import { eventOf, runOutbox } from './outbox-desk';
import { tellPages } from './tabs';

type Handlers = { [K in keyof HookRequests]: (body: HookRequests[K]['ask']) => Promise<HookRequests[K]['reply']> };

/** Answers about webhooks and what is on its way to them. */
export const answerHooks: Handlers = {
  'hook.list': async () => {
    const [hooks, rows] = await Promise.all([readWebhooks(), outboxRows()]);
    return Promise.all(
      hooks.map(async (hook) => {
        const own = rows.filter((row) => row.hook === hook.id);
        const secret = 'secret' in hook.auth ? hook.auth.secret : null;
        return {
          hook,
          access: await browser.permissions.contains({ origins: [hostPattern(hook.url)] }),
          secrets: secret === null ? [] : [{ name: secret, set: (await readSecret(secret)) !== null }],
          waiting: own.filter((row) => row.state === 'waiting').length,
          failed: own.filter((row) => row.state === 'failed').length,
        };
      }),
    );
  },
  'hook.save': async ({ hook }) => {
    const parsed = parse(hook);
    if (!parsed.hook) return { errors: parsed.errors };
    const { id } = parsed.hook;
    const hooks = await readWebhooks();
    const at = hooks.findIndex((one) => one.id === id);
    await writeWebhooks(at < 0 ? [...hooks, parsed.hook] : hooks.with(at, parsed.hook));
    void tellPages({ news: 'settings' });
    void runOutbox();
    return { errors: [] };
  },
  'hook.remove': async ({ id }) => {
    await writeWebhooks((await readWebhooks()).filter((hook) => hook.id !== id));
    await runOutbox();
    void tellPages({ news: 'settings' });
    return null;
  },
  'hook.try': async ({ hook }) => {
    const parsed = parse(hook);
    if (!parsed.hook) return { errors: parsed.errors, trials: [] };
    const trials = Object.entries(parsed.hook.templates).map(async ([kind, template]): Promise<HookTrial> => {
      const entry = await newestOf(kind as HookKind);
      const event = entry ? await eventOf(entry.account, entry.id) : null;
      if (!event) return { kind, body: null, problem: null };
      try {
        const body = await evaluate(template, event);
        return { kind, body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body, null, 2), problem: null };
      } catch (error) {
        return { kind, body: null, problem: messageOf(error) };
      }
    });
    return { errors: [], trials: await Promise.all(trials) };
  },
  'outbox.list': async () => {
    const rows = (await outboxRows()).filter((row) => row.tries > 0 || row.state === 'failed').slice(0, 200);
    return Promise.all(
      rows.map(async ({ id, hook, account, entry, state, tries, problem, nextAt }) => {
        const event = await eventOf(account, entry);
        const name = await accountName(account);
        return { id, hook, account, name, title: event?.title ?? '', state, tries, problem, nextAt };
      }),
    );
  },
  'outbox.retry': async ({ ids }) => {
    await retryRows(ids);
    await runOutbox();
    return null;
  },
  'outbox.drop': async ({ ids }) => {
    await removeOutboxRows(ids);
    void tellPages({ news: 'outbox' });
    void runOutbox();
    return null;
  },
};

function parse(hook: unknown): { hook: Webhook; errors: [] } | { hook: null; errors: string[] } {
  const parsed = webhookSchema.safeParse(hook);
  return parsed.success
    ? { hook: parsed.data, errors: [] }
    : { hook: null, errors: parsed.error.issues.map((issue) => describeIssue(issue)) };
}
