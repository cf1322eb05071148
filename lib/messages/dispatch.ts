import { placeOf } from '@/lib/core/describe-issue';
import { messageOf } from '@/lib/core/message-of';
import { type Answer, DISK_FULL, type Table } from './message';

/** What the browser says of a sender, as plain data. Nothing that a message says of itself is believed. */
export interface Sender {
  /** The sending extension. */
  id: string | undefined;
  url: string | null;
  /** As the browser saw it; `null` for a sandboxed document. Undefined where the browser does not tell. */
  origin: string | undefined;
  tabId: number | null;
  /** Address of the tab, where it may be known. */
  tabUrl: string | null;
  frameId: number | null;
  /** The document, where the browser names it. */
  document: string | null;
  /** False while a page is prerendered or already left. */
  isActive: boolean;
  isPrivate: boolean;
}

/** A table and its handlers for one asker; what is not in the table is not allowed. */
export interface Door<Asker> {
  table: Table;
  handlers: Record<string, (body: never, asker: Asker, id: string) => Promise<unknown>>;
}

/** Ids that askers make: ULIDs. */
const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/**
 * Checks sender, name, id and shape, in that order; answers with a value or with words, never with a stack.
 * @param whoAsks who a sender is; null for nobody we know
 * @param check whether this asker may speak of what the body names; throws otherwise
 */
export async function dispatch<Asker>(
  message: { request: unknown; body: unknown; id?: unknown },
  sender: Sender,
  whoAsks: (sender: Sender) => Promise<Asker | null>,
  doorOf: (asker: Asker) => Door<Asker>,
  check: (name: string, body: unknown, asker: Asker) => Promise<void>,
): Promise<Answer<unknown>> {
  try {
    const asker = await whoAsks(sender);
    if (!asker) return { ok: false, error: 'not allowed' };
    const name = String(message.request);
    const { table, handlers } = doorOf(asker);
    if (!Object.hasOwn(table, name)) return { ok: false, error: `not allowed: ${name}` };
    if (typeof message.id !== 'string' || !ID.test(message.id)) return { ok: false, error: `${name}: no id` };
    const parsed = table[name]?.schema.safeParse(message.body);
    if (!parsed?.success) {
      const issue = parsed?.error.issues[0];
      return { ok: false, error: `${name} ${placeOf(issue?.path ?? [])}: ${issue?.message ?? 'not readable'}` };
    }
    await check(name, parsed.data, asker);
    return { ok: true, value: await handlers[name]?.(parsed.data as never, asker, message.id) };
  } catch (error) {
    return { ok: false, error: isDiskFull(error) ? DISK_FULL : messageOf(error) };
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && (error.name === 'QuotaExceededError' || ('code' in error && error.code === 'full'));
}
