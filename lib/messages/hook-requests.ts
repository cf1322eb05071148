/** A webhook as the settings show it. `Hook` is what a webhook file holds. */
export interface HookRow<Hook = unknown> {
  hook: Hook;
  access: boolean;
  secrets: { name: string; set: boolean }[];
  waiting: number;
  failed: number;
}

/** What a template makes of the newest entry of its kind; nothing was sent. */
export interface HookTrial {
  kind: string;
  /** Null where no such entry is known yet, or where the template gives nothing. */
  body: string | null;
  problem: string | null;
}

/** An entry that could not be delivered, or waits behind one. */
export interface OutboxLine {
  id: string;
  hook: string;
  account: string;
  name: string;
  title: string;
  state: 'waiting' | 'failed';
  tries: number;
  problem: string | null;
  nextAt: number;
}

/** Sending entries to other systems; only from Kido's own pages. */
export interface HookRequests {
  'hook.list': { ask: Record<string, never>; reply: HookRow[] };
  'hook.save': { ask: { hook: unknown }; reply: { errors: string[] } };
  'hook.remove': { ask: { id: string }; reply: null };
  'hook.try': { ask: { hook: unknown }; reply: { errors: string[]; trials: HookTrial[] } };
  'outbox.list': { ask: Record<string, never>; reply: OutboxLine[] };
  'outbox.retry': { ask: { ids: string[] }; reply: null };
  'outbox.drop': { ask: { ids: string[] }; reply: null };
}
