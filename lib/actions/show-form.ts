import type { FormAsked } from '@/lib/core/view/form-asked';
import type { FormAnswer, FormSetup } from '@/lib/messages/form-messages';
import type { Kido } from './kido';
import { markItem } from './mark-item';
import { planTouchpoint } from './plan-touchpoint';
import { shownIn } from './shown-tabs';
import type { Asker } from './who-asks';

/** A form that stands on a tab's page. The pass shows it once; the ticket that its frame got for it sends it once. */
interface OpenForm {
  account: string;
  asked: FormAsked;
  pass: string | null;
  ticket: string | null;
}

/** Changes what is kept of a tab's form and answers with what was kept before. One form a tab. */
async function change({ session }: Kido, tabId: number, next: (before: OpenForm | null) => OpenForm | null): Promise<OpenForm | null> {
  let kept: OpenForm | null = null;
  await session.change<OpenForm>(`form:${tabId}`, (before) => {
    kept = before;
    return next(before);
  });
  return kept;
}

/** Lets a tab show a form, and no other one; answers with the address of its frame. */
export async function openForm(kido: Kido, tabId: number, account: string, asked: FormAsked): Promise<{ page: string }> {
  const pass = crypto.randomUUID();
  await change(kido, tabId, () => ({ account, asked, pass, ticket: null }));
  return { page: `${kido.host.face.page('form.html')}?pass=${pass}` };
}

/** Ends a tab's form, whatever became of it. */
export async function closeForm(kido: Kido, tabId: number): Promise<null> {
  await change(kido, tabId, () => null);
  return null;
}

/** The form that a pass opens, with the ticket to send it; null for a pass of another tab, or one that was shown before. */
export async function formSetup(kido: Kido, tabId: number, pass: string): Promise<FormSetup | null> {
  const ticket = crypto.randomUUID();
  const fits = (form: OpenForm | null) => form !== null && form.pass === pass;
  const form = await change(kido, tabId, (before) => (before && fits(before) ? { ...before, pass: null, ticket } : before));
  if (!form || !fits(form)) return null;
  const { today, owners, causes } = await kido.keeper.view(form.account);
  const { lang, preferences } = await kido.standpoint.now();
  return { ticket, asked: form.asked, today, owners, causes, lang, theme: preferences.theme };
}

/**
 * What a person entered in a form, written under the account for which it was opened if the tab shows it still.
 * @throws Error for a ticket that is none, another account, or an answer to another form
 */
export async function sendForm(kido: Kido, ticket: string, answer: FormAnswer, { tabId }: Asker, id: string): Promise<null> {
  const form = tabId === null ? null : await change(kido, tabId, (before) => (before?.ticket === ticket ? null : before));
  if (tabId === null || form?.ticket !== ticket) throw new Error('no such form');
  const { account } = form;
  const tell = (written: string[]) => kido.host.tabs.tell(tabId, { news: 'form', account, written });
  if (answer === null) {
    await tell([]);
    return null;
  }
  // The page may have gone to another account while the form was open.
  if ((await shownIn(kido.session, tabId))?.account !== account) throw new Error('the page shows another account now');
  await tell((await write(kido, form, answer, id)).written);
  return null;
}

function write(kido: Kido, { account, asked }: OpenForm, answer: NonNullable<FormAnswer>, id: string) {
  if (asked.kind === 'plan' && 'day' in answer) return planTouchpoint(kido, { account, play: asked.play, day: answer.day }, id, null);
  const state = asked.kind === 'block' ? 'blocked' : 'skipped';
  if (asked.kind !== 'plan' && 'mark' in answer && answer.mark.item === asked.item && answer.mark.state === state)
    return markItem(kido, account, answer.mark, id, null);
  throw new Error('another form');
}
