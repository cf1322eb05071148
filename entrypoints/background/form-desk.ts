import { browser } from 'wxt/browser';
import type { FormAsked } from '@/lib/core/view/form-asked';

/** A form that stands on a tab's page. The pass shows it once; the ticket that its frame got for it sends it once. */
export interface OpenForm {
  account: string;
  asked: FormAsked;
  pass: string | null;
  ticket: string | null;
}

type Forms = Record<string, OpenForm>;

let queue: Promise<unknown> = Promise.resolve();

/** Changes what is kept of a tab's form and answers with what was kept before. One form a tab. */
function change(tabId: number, next: (before: OpenForm | null) => OpenForm | null): Promise<OpenForm | null> {
  const run = queue.then(async () => {
    const { [String(tabId)]: before = null, ...others } = ((await browser.storage.session.get('forms')).forms as Forms | undefined) ?? {};
    const after = next(before);
    await browser.storage.session.set({ forms: after ? { ...others, [tabId]: after } : others });
    return before;
  });
  queue = run.catch(() => undefined);
  return run;
}

/** Lets a tab show a form, and no other one; answers with its pass. */
export async function openForm(tabId: number, account: string, asked: FormAsked): Promise<string> {
  const pass = crypto.randomUUID();
  await change(tabId, () => ({ account, asked, pass, ticket: null }));
  return pass;
}

/** The form that a pass opens, with the ticket to send it; null for a pass of another tab, or one that was shown before. */
export async function showForm(tabId: number, pass: string): Promise<(OpenForm & { ticket: string }) | null> {
  const ticket = crypto.randomUUID();
  const fits = (form: OpenForm | null) => form !== null && form.pass === pass;
  const before = await change(tabId, (form) => (form && fits(form) ? { ...form, pass: null, ticket } : form));
  return before && fits(before) ? { ...before, pass: null, ticket } : null;
}

/** The form that a ticket sends, once; null for any other. */
export async function takeForm(tabId: number, ticket: string): Promise<OpenForm | null> {
  const before = await change(tabId, (form) => (form?.ticket === ticket ? null : form));
  return before?.ticket === ticket ? before : null;
}

/** Ends a tab's form, whatever became of it. */
export async function closeForm(tabId: number): Promise<void> {
  await change(tabId, () => null);
}
