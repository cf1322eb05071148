import type { Entry } from '@/lib/core/account/entry';
import { messageOf } from '@/lib/core/message-of';
import { hostPattern } from '@/lib/formats/host-pattern';
import type { HookKind, Webhook } from '@/lib/formats/webhook-file';
import { authorize, retryAfter } from '@/lib/readers/api/ask';
import { evaluate } from '@/lib/readers/api/map-reply';
import { nextTry, type TryFailed } from '@/lib/store/next-try';
import { heads, noteTry, outboxRows, removeOutboxRows } from '@/lib/store/outbox';
import type { OutboxRow } from '@/lib/store/rows';
import { webhooks } from '@/lib/store/webhooks';
import { askingByHand } from './ask-apis';
import type { Kido } from './kido';
import { webhookEventOf } from './webhook-event-of';

export const OUTBOX_ALARM = 'outbox';
const TIMEOUT_MS = 20_000;
const SHORT_PAUSE_MS = 25_000;
/** Set before a round: a background that is stopped within it comes back. */
const GUARD_MS = 60_000;

/** Webhooks that want to learn of entries. */
export async function hooksFor(entries: Entry[]): Promise<string[]> {
  const isNews = entries.some((entry) => entry.kind !== 'readings' && !(entry.kind === 'retraction' && entry.body.reason === 'held'));
  return isNews ? (await webhooks()).filter((hook) => hook.on).map((hook) => hook.id) : [];
}

/** Sends what waits for webhooks: in order for each webhook and account, once each, with pauses after failures. */
export class Outbox {
  private running: Promise<void> | null = null;
  private again = false;

  constructor(private readonly kido: Kido) {}

  /** Sends what is due and sets the alarm for the rest. Never throws. */
  run(): Promise<void> {
    this.again = true;
    this.running ??= this.drain()
      .catch(() => undefined)
      .finally(() => {
        this.running = null;
        // Asked for while the last round was ending.
        if (this.again) void this.run();
      });
    return this.running;
  }

  private async drain(): Promise<void> {
    const { host } = this.kido;
    while (this.again) {
      this.again = false;
      const hooks = new Map((await webhooks()).map((hook) => [hook.id, hook]));
      const rows = await outboxRows();
      // A webhook that was removed takes what it was owed with it.
      const orphans = rows.filter((row) => !hooks.has(row.hook));
      if (orphans.length > 0) await removeOutboxRows(orphans.map((row) => row.id));
      const owed = rows.filter((row) => hooks.get(row.hook)?.on);
      const waiting = heads(owed).filter((row) => row.state === 'waiting');
      if (waiting.length === 0) {
        await host.alarm.clear(OUTBOX_ALARM);
        return;
      }
      await host.alarm.set(OUTBOX_ALARM, host.now() + GUARD_MS);
      const due = waiting.filter((row) => row.nextAt <= host.now());
      for (const row of due) {
        const hook = hooks.get(row.hook);
        if (hook) await this.send(row, hook);
      }
      if (due.length > 0) {
        this.again = true;
        void host.tabs.announce({ news: 'outbox' });
      } else await this.wakeAt(Math.min(...waiting.map((row) => row.nextAt)));
    }
  }

  private async wakeAt(at: number): Promise<void> {
    const { host } = this.kido;
    // Alarms come no oftener than every half minute; a shorter pause is waited out while the background lives.
    const pause = Math.max(0, at - host.now());
    await host.alarm.set(OUTBOX_ALARM, host.now() + pause);
    if (pause < SHORT_PAUSE_MS) void host.wait(pause).then(() => this.run());
  }

  /** One delivery. */
  private async send(row: OutboxRow, hook: Webhook): Promise<void> {
    const { host } = this.kido;
    const outcome = await this.deliver(row, hook).catch((error) => ({ final: true, problem: messageOf(error), waitMs: null }));
    if (outcome === null) await removeOutboxRows([row.id]);
    else await noteTry(nextTry(row, outcome, host.random(), host.now()));
  }

  /** Null: it arrived, or there is nothing to send. */
  private async deliver(row: OutboxRow, hook: Webhook): Promise<TryFailed | null> {
    const { host } = this.kido;
    const event = await webhookEventOf(this.kido, row.account, row.entry);
    const template = event ? hook.templates[event.entry.kind as HookKind] : undefined;
    if (!event || template === undefined) return null;
    const body = await evaluate(template, event);
    if (body === undefined || body === null || body === '') return null;
    if (!(await host.access.has([hostPattern(hook.url)]))) return { final: true, problem: 'no access', waitMs: null };
    const { headers } = await authorize(hook.auth, hook.url, askingByHand(this.kido));
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), TIMEOUT_MS);
    try {
      const reply = await host.fetch(hook.url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': row.id, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        credentials: 'omit',
        redirect: 'error',
        signal: controller.signal,
      });
      if (reply.ok) return null;
      const passing = reply.status === 429 || reply.status === 408 || reply.status >= 500;
      return { final: !passing, problem: `HTTP ${reply.status}`, waitMs: retryAfter(reply.headers.get('retry-after'), host.now()) };
    } catch {
      return { final: false, problem: controller.signal.aborted ? 'timeout' : 'unreachable', waitMs: null };
    } finally {
      clearTimeout(timer);
    }
  }
}
