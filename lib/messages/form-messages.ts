import { z } from 'zod';
import { bodySchemas, type EntryBody } from '@/lib/core/account/entry';
import type { Lang } from '@/lib/core/text';
import type { FormAsked } from '@/lib/core/view/form-asked';
import { answers } from './message';
import { account, day } from './shapes';

/** What a person entered; null where it was cancelled. */
export type FormAnswer = { mark: EntryBody<'item'> } | { day: string } | null;

/** What a form is given when its frame shows its pass. */
export interface FormSetup {
  /** Good for one answer, and known to this frame alone. */
  ticket: string;
  asked: FormAsked;
  today: string;
  owners: { id: string; name: string }[];
  causes: { id: string; name: string }[];
  lang: Lang;
  theme: 'auto' | 'light' | 'dark';
}

const asked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['block', 'skip']), item: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('plan'), play: z.string().min(1).max(100), day }),
]);

/** What a page asks: a frame for a form, since what is typed into a page is heard by it. */
export const formPageMessages = {
  /** Address of the frame, with a pass that is good once, for this tab, account and form. */
  'form.open': answers<{ page: string }>().to(z.strictObject({ account, asked })),
  /** The frame is no longer shown; its pass and ticket end. */
  'form.close': answers<null>().to(z.strictObject({ account })),
} as const;

/** What the frame of a form asks. */
export const formMessages = {
  'form.mine': answers<FormSetup | null>().to(z.strictObject({ pass: z.string().max(60) })),
  'form.send': answers<null>().to(
    z.strictObject({
      ticket: z.string().max(60),
      answer: z.union([z.strictObject({ mark: bodySchemas.item }), z.strictObject({ day })]).nullable(),
    }),
  ),
} as const;
