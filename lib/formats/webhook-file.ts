import { z } from 'zod';
import { authSchema } from './api-source';
import { isPrivate, namesItsHost } from './web-address';

/** Kinds of entries that other systems may learn of. Readings stay here. */
export const hookKinds = ['touchpoint', 'request', 'item', 'judgement'] as const;
export type HookKind = (typeof hookKinds)[number];

/** One address to which entries are sent. Its secrets are named here and kept elsewhere. */
export const webhookSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(100),
  url: z
    .string()
    .max(2000)
    .refine(
      (url) => namesItsHost(url) && isPrivate(url) && !/[<>]/.test(url),
      'an address that starts with https://, without blanks to fill in and without a user',
    ),
  auth: authSchema.default({ type: 'none' }),
  on: z.boolean().default(true),
  /** JSONata by kind of entry; a kind without a template is not sent. A template that gives nothing sends nothing. */
  templates: z.partialRecord(z.enum(hookKinds), z.string().min(1).max(50_000)),
});
export type Webhook = z.infer<typeof webhookSchema>;
