import type { formMessages } from '@/lib/messages/form-messages';
import type { Handlers } from '@/lib/messages/message';
import type { Kido } from './kido';
import { formSetup, sendForm } from './show-form';
import type { Asker } from './who-asks';

/** Rows of the table of a form's frame. */
export function formHandlers(kido: Kido): Handlers<typeof formMessages, [Asker, string]> {
  return {
    'form.mine': async ({ pass }, { tabId }) => (tabId === null ? null : formSetup(kido, tabId, pass)),
    'form.send': ({ ticket, answer }, asker, id) => sendForm(kido, ticket, answer, asker, id),
  };
}
