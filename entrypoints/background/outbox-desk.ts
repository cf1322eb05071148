import { browser } from 'wxt/browser';
import { parseAccountKey } from '@/lib/core/account/account-key';
import type { Entry } from '@/lib/core/account/entry';
import { orderEntries } from '@/lib/core/account/order-entries';
import { resolveAmendments } from '@/lib/core/account/resolve-amendments';
import { messageOf } from '@/lib/core/message-of';
import { type HookEntry, type HookEvent, hookEvent } from '@/lib/deliver/webhook-event';
import { hostPattern } from '@/lib/formats/host-pattern';
import { type HookKind, hookKinds, type Webhook } from '@/lib/formats/webhook-file';
import { authorize, retryAfter } from '@/lib/readers/api/ask';
import { evaluate } from '@/lib/readers/api/map-reply';
import { readSecret, readWebhooks } from '@/lib/settings/settings-store';
import { entriesOf } from '@/lib/store/journal';
import { nextTry, type TryFailed } from '@/lib/store/next-try';
import { heads, noteTry, outboxRows, removeOutboxRows } from '@/lib/store/outbox';
import type { OutboxRow } from '@/lib/store/rows';
import { accountName, pageOf } from './account-name';
import { settingNow } from './desk';
import { tellPages } from './tabs';

const ALARM = 'outbox';
const TIMEOUT_MS = 20_000;
const SHORT_PAUSE_MS = 25_000;

let running: Promise<void> | null = null;
let again = false;

/** Webhooks that want to learn of an entry. */
export async function hooksFor(entries: Entry[]): Promise<string[]> {
  const isNews = entries.some((entry) => entry.kind !== 'readings' && !(entry.kind === 'retraction' && entry.body.reason === 'held'));
  return isNews ? (await readWebhooks()).filter((hook) => hook.on).map((hook) => hook.id) : [];
}

/** Sends what is due, one at a time for each webhook and account, and sets the alarm for the rest. Never throws. */
export function runOutbox(): Promise<void> {
  again = true;
  running ??= drain()
    .catch(() => undefined)
    .finally(() => {
      running = null;
      // Asked for while the last round was ending.
      if (again) void runOutbox();
    });
  return running;
}

/** Wakes up when the next try is due. */
export function isOutboxAlarm(name: string): boolean {
  return name === ALARM;
}

async function drain(): Promise<void> {
  while (again) {
    again = false;
    const hooks = new Map((await readWebhooks()).map((hook) => [hook.id, hook]));
    const rows = await outboxRows();
    // A webhook that was removed takes what it was owed with it.
    const orphans = rows.filter((row) => !hooks.has(row.hook));
    if (orphans.length > 0) await removeOutboxRows(orphans.map((row) => row.id));
    const owed = rows.filter((row) => hooks.get(row.hook)?.on);
    const waiting = heads(owed).filter((row) => row.state === 'waiting');
    const due = waiting.filter((row) => row.nextAt <= Date.now());
    for (const row of due) await send(row, hooks.get(row.hook) as Webhook);
    if (due.length > 0) {
      again = true;
      void tellPages({ news: 'outbox' });
    } else if (waiting.length > 0) await wakeAt(Math.min(...waiting.map((row) => row.nextAt)));
  }
}

async function wakeAt(at: number): Promise<void> {
  // Alarms come no oftener than every half minute; a shorter pause is waited out while the background lives.
  const pause = Math.max(0, at - Date.now());
  await browser.alarms.create(ALARM, { when: Date.now() + pause });
  if (pause < SHORT_PAUSE_MS) setTimeout(() => void runOutbox(), pause);
}

/** One delivery. */
async function send(row: OutboxRow, hook: Webhook): Promise<void> {
  const outcome = await deliver(row, hook).catch((error) => ({ final: true, problem: messageOf(error), waitMs: null }));
  if (outcome === null) return removeOutboxRows([row.id]);
  await noteTry(nextTry(row, outcome, Math.random(), Date.now()));
}

/** Null: it arrived, or there is nothing to send. */
async function deliver(row: OutboxRow, hook: Webhook): Promise<TryFailed | null> {
  const event = await eventOf(row.account, row.entry);
  const template = event ? hook.templates[event.entry.kind as HookKind] : undefined;
  if (!event || template === undefined) return null;
  const body = await evaluate(template, event);
  if (body === undefined || body === null || body === '') return null;
  if (!(await browser.permissions.contains({ origins: [hostPattern(hook.url)] })))
    return { final: true, problem: 'no access', waitMs: null };
  const { headers } = await authorize(hook.auth, new URL(hook.url).host, { secret: readSecret });
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MS);
  try {
    const reply = await fetch(hook.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': row.id, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      credentials: 'omit',
      redirect: 'error',
      signal: controller.signal,
    });
    if (reply.ok) return null;
    const passing = reply.status === 429 || reply.status === 408 || reply.status >= 500;
    return { final: !passing, problem: `HTTP ${reply.status}`, waitMs: retryAfter(reply.headers.get('retry-after')) };
  } catch {
    return { final: false, problem: controller.signal.aborted ? 'timeout' : 'unreachable', waitMs: null };
  } finally {
    clearTimeout(timer);
  }
}

/** What an entry means to others now; null where there is nothing to tell, as when it was taken back before it was sent. */
export async function eventOf(account: string, id: string): Promise<HookEvent | null> {
  const entries = await entriesOf(account);
  const byId = new Map(entries.map((one) => [one.id, one]));
  const entry = byId.get(id);
  if (!entry || (entry.kind === 'retraction' && entry.body.reason === 'held')) return null;
  // A change may speak of a change: what was taken back may be brought back.
  let target: Entry | undefined = entry;
  while (target && (target.kind === 'amendment' || target.kind === 'retraction')) target = byId.get(target.body.target);
  const standing = resolveAmendments(orderEntries(entries)).entries.find((one) => one.id === target?.id);
  const isNew = target === entry;
  const about = isNew ? standing : (standing ?? target);
  if (!about || !isHooked(about)) return null;
  const name = parseAccountKey(account);
  const [{ s }, company, page] = await Promise.all([settingNow(), accountName(account), pageOf(account)]);
  const change = isNew ? 'new' : standing ? 'amended' : 'retracted';
  const who = { id: name?.id ?? account, name: company, console: name?.console ?? '', page };
  return hookEvent(about, change, who, s.playbook, s.lang);
}

function isHooked(entry: Entry): entry is HookEntry {
  return (hookKinds as readonly string[]).includes(entry.kind) && !(entry.kind === 'touchpoint' && entry.body.status !== 'held');
}
