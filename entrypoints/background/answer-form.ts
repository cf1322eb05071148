import type { FormRequests } from '@/lib/messages/form-requests';
import { answerPage } from './answer-page';
import { settingNow, viewOf } from './desk';
import { showForm, takeForm } from './form-desk';
import { tabAccount, tellTab } from './tabs';
import type { Asker } from './who-asks';

type Handlers = { [K in keyof FormRequests]: (body: FormRequests[K]['ask'], asker: Asker) => Promise<FormRequests[K]['reply']> };

/** Answers to the frame of a form; a page opens it (answer-page). */
export const answerForm: Handlers = {
  'form.mine': async ({ pass }, asker) => {
    const form = asker.tabId === null ? null : await showForm(asker.tabId, pass);
    if (!form) return null;
    const { today, owners, causes } = await viewOf(form.account);
    const { s, preferences } = await settingNow();
    return { ticket: form.ticket, asked: form.asked, today, owners, causes, lang: s.lang, theme: preferences.theme };
  },
  'form.send': async ({ ticket, answer }, asker) => {
    const { tabId } = asker;
    const form = tabId === null ? null : await takeForm(tabId, ticket);
    if (tabId === null || !form) throw new Error('no such form');
    const { account, asked } = form;
    const tell = (written: string[]) => tellTab(tabId, { news: 'form', account, written });
    if (answer === null) {
      await tell([]);
      return null;
    }
    // The page may have gone to another account while the form was open.
    if ((await tabAccount(tabId))?.account !== account) throw new Error('the page shows another account now');
    const state = asked.kind === 'block' ? 'blocked' : 'skipped';
    if (asked.kind === 'plan' && 'day' in answer) {
      const done = await answerPage['touchpoint.plan']({ account, play: asked.play, day: answer.day }, asker);
      await tell(done.written);
    } else if (asked.kind !== 'plan' && 'mark' in answer && answer.mark.item === asked.item && answer.mark.state === state) {
      const done = await answerPage['item.mark']({ account, mark: answer.mark }, asker);
      await tell(done.written);
    } else throw new Error('another form');
    return null;
  },
};
