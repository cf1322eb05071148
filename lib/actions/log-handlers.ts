import { logChoices, noteSources } from '@/lib/core/view/log-choices';
import { timeline } from '@/lib/core/view/timeline';
import type { logMessages } from '@/lib/messages/log-messages';
import type { Handlers } from '@/lib/messages/message';
import { draftOf, putDraft, removeDraft } from '@/lib/store/drafts';
import { allRequests } from '@/lib/store/make-index';
import type { Kido } from './kido';
import { amendTouchpoint, logTouchpoint, touchpointOf } from './log-touchpoint';
import { noteFact } from './note-fact';
import { lookPicked, takePicked } from './pick-text';
import { tabState } from './tab-state';
import type { Asker } from './who-asks';

/** Rows of the side panel's table. */
export function logHandlers(kido: Kido): Handlers<typeof logMessages, [Asker, string]> {
  const { keeper } = kido;
  return {
    'tab.state': ({ tabId, address }) => tabState(kido, tabId, address),
    'timeline.get': async ({ account }) => {
      const { entries, setting } = await keeper.account(account);
      return timeline([...entries], setting);
    },
    'log.choices': async ({ account }) => {
      const { assessment, folded, setting } = await keeper.account(account);
      return { ...logChoices(assessment, folded, setting), sources: noteSources(folded, await allRequests(), setting.playbook) };
    },
    'touchpoint.log': async (body, _, id) => {
      const done = await logTouchpoint(kido, body, id);
      if (body.draft) void kido.host.tabs.announce({ news: 'draft', account: body.account, writer: body.draft.writer });
      return done;
    },
    'touchpoint.get': async ({ account, id }) => (await touchpointOf(kido, account, id)).body,
    // The draft stays: it may hold what was being written before.
    'touchpoint.amend': (body, _, id) => amendTouchpoint(kido, body, id),
    'picked.take': ({ account, other }) => takePicked(kido, account, other),
    'picked.look': () => lookPicked(kido),
    'fact.note': (body, _, id) => noteFact(kido, body, id),
    'draft.get': ({ account }) => draftOf(account),
    'draft.put': async (draft) => {
      const answer = await putDraft({ ...draft, at: kido.host.now() });
      if (answer.kept) void kido.host.tabs.announce({ news: 'draft', account: draft.account, writer: draft.writer });
      return answer;
    },
    'draft.drop': async (done) => {
      const answer = await removeDraft(done);
      void kido.host.tabs.announce({ news: 'draft', account: done.account, writer: done.writer });
      return answer;
    },
  };
}
