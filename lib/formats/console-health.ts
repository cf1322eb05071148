import { z } from 'zod';
import type { Locator } from './field-schema';
import { locatorSchema } from './field-schema';

const account = z.string().max(500);

/** How one field has fared on a console's pages. Kept per console; small and plain, so that it can be stored. */
const fieldHealthSchema = z.object({
  /** The field's locators when this was noted; other locators start anew. */
  of: z.string(),
  /** Epoch ms UTC of the last visit on which it was read; null: never. */
  okAt: z.number().nullable(),
  /**
   * Since when it is missing, on which accounts, which of those showed it before, which of these lost it since it was
   * last read well on anybody's page (`lately`), and which accounts were read well since the last one lost it.
   */
  failing: z
    .object({
      since: z.number(),
      accounts: z.array(account),
      had: z.array(account),
      lately: z.array(account).default([]),
      fine: z.array(account),
    })
    .nullable(),
  /** How often it came back by itself: a field on a tab that is not always open does that. */
  returned: z.number(),
});
export type FieldHealth = z.infer<typeof fieldHealthSchema>;

/** How all fields of a console have fared, and which of them its views show together: a tab holds some and not others. */
export const consoleHealthSchema = z.object({
  fields: z.record(z.string(), fieldHealthSchema).default({}),
  /** Sets of metrics, each as one text, that were found together in one look; only those that no other holds whole. */
  views: z.array(z.string()).default([]),
});
export type ConsoleHealth = z.infer<typeof consoleHealthSchema>;

/**
 * Which fields of a console can no longer be read, as last seen on one account, and what may stand for them. Of a
 * proposal its place and label are kept and not the value that stood there.
 */
export const driftNoteSchema = z.object({
  account,
  drifts: z.array(z.object({ metric: z.string(), since: z.number(), scope: z.enum(['console', 'account', 'page']) })),
  proposals: z.array(
    z.object({
      metric: z.string(),
      locator: locatorSchema,
      label: z.string(),
      because: z.array(z.enum(['value', 'label'])),
    }),
  ),
});
export type DriftNote = z.infer<typeof driftNoteSchema>;

/** A field that can no longer be read, for people. */
export interface DriftRow {
  metric: string;
  name: string;
  since: number;
  scope: 'console' | 'account' | 'page';
  proposal: { locator: Locator; label: string; because: ('value' | 'label')[] } | null;
}
