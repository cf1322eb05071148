import { z } from 'zod';
import type { Webhook } from '@/lib/formats/webhook-file';
import { answers } from './message';
import type { SecretState } from './settings-messages';
import { nothing } from './shapes';

/** A webhook as the settings show it. */
export interface HookRow {
  hook: Webhook;
  access: boolean;
  secrets: SecretState[];
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

const ids = z.array(z.string().max(400)).min(1).max(10_000);

/** Sending entries to other systems. */
export const hookMessages = {
  'hook.list': answers<HookRow[]>().to(nothing),
  'hook.save': answers<{ errors: string[] }>().to(z.strictObject({ hook: z.unknown() })),
  'hook.remove': answers<null>().to(z.strictObject({ id: z.string().max(60) })),
  'hook.try': answers<{ errors: string[]; trials: HookTrial[] }>().to(z.strictObject({ hook: z.unknown() })),
  'outbox.list': answers<OutboxLine[]>().to(nothing),
  'outbox.retry': answers<null>().to(z.strictObject({ ids })),
  'outbox.drop': answers<null>().to(z.strictObject({ ids })),
} as const;
