import type { EntryBody } from '@/lib/core/account/entry';
import type { Lang } from '@/lib/core/text';
import type { FormAsked } from '@/lib/core/view/form-asked';

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

/** What a page asks: a frame for a form, since what is typed into a page is heard by it. */
export interface FormPageRequests {
  /** Address of the frame, with a pass that is good once, for this tab, account and form. */
  'form.open': { ask: { account: string; asked: FormAsked }; reply: { page: string } };
  /** The frame is no longer shown; its pass and ticket end. */
  'form.close': { ask: { account: string }; reply: null };
}

/** What the frame asks. */
export interface FormRequests {
  'form.mine': { ask: { pass: string }; reply: FormSetup | null };
  'form.send': { ask: { ticket: string; answer: FormAnswer }; reply: null };
}
