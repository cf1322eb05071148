import type { SentView } from '@/lib/core/view/sent-view';
import { handoverMarkdown } from '@/lib/deliver/handover';
import type { Handlers } from '@/lib/messages/message';
import type { PageMessages } from '@/lib/messages/page-messages';
import { askApis, askWithNewIds } from './ask-apis';
import { closeDock, dockSetup } from './dock';
import { judge } from './judge';
import type { Kido } from './kido';
import { finishPlay, markItem, snooze } from './mark-item';
import { pageSetup } from './page-setup';
import { planTouchpoint } from './plan-touchpoint';
import { leaveAccount, openAccount, readPage, writeDue } from './read-page';
import { closeForm, openForm } from './show-form';
import { takeBack } from './take-back';
import { endTeaching, readElsewhere, saveTaught, teachSetup, undoTaught } from './teach';
import type { Asker, PageAsker } from './who-asks';

function page(asker: Asker): PageAsker {
  if (asker.kind !== 'page') throw new Error('only for account pages');
  return asker;
}

/** Rows of the page's table: each calls a verb. Kido's own pages may ask those that name an account. */
export function pageHandlers(kido: Kido): Handlers<PageMessages, [Asker, string]> {
  return {
    'page.setup': ({ address }, asker) => pageSetup(kido, address, page(asker)),
    'account.open': (body, asker) => openAccount(kido, body, page(asker)),
    'account.read': async (body, asker, id) => {
      const view = await readPage(kido, body, page(asker), id);
      // The page is not kept waiting for an API: what it says arrives as news.
      void askWithNewIds(kido, view.account, null).catch(() => undefined);
      return view;
    },
    'account.left': (body, asker) => leaveAccount(kido, body, page(asker)),
    'account.view': async ({ account }, { kind }) => {
      // A page that stands still sends nothing more: what it held back is written once its time has come.
      if (kind === 'page') await writeDue(kido, account);
      return kido.keeper.view(account);
    },
    'api.ask': async ({ account, again }, { tabId }): Promise<SentView> => {
      await askApis(kido, account, again, tabId);
      return kido.keeper.view(account);
    },
    'item.mark': ({ account, mark }, { tabId }, id) => markItem(kido, account, mark, id, tabId),
    'stall.snooze': ({ account, snooze: body }, { tabId }, id) => snooze(kido, account, body, id, tabId),
    'touchpoint.plan': (body, { tabId }, id) => planTouchpoint(kido, body, id, tabId),
    'play.done': ({ account, play }, { tabId }, id) => finishPlay(kido, account, play, id, tabId),
    'judgement.state': ({ account }, { tabId }, id) => judge(kido, account, id, tabId),
    'entry.retract': ({ account, ids }, { tabId }, id) => takeBack(kido, account, ids, id, tabId),
    'handover.text': async ({ account }) => handoverMarkdown(await kido.keeper.view(account)),
    'panel.place': async ({ console, place }, asker) => {
      if (asker.kind === 'page' && !asker.consoles.some((one) => one.id === console)) throw new Error('another console');
      await kido.settings.putPlace(console, place);
      return null;
    },
    'form.open': ({ account, asked }, asker) => openForm(kido, page(asker).tabId, account, asked),
    'form.close': (_, asker) => closeForm(kido, page(asker).tabId),
    // The listener opens it while it still sees the click.
    'sidepanel.open': async () => null,
    'teach.setup': ({ address }, asker) => teachSetup(kido, address, asker),
    'teach.others': ({ address, field }, asker) => readElsewhere(kido, address, field, asker),
    'teach.save': ({ field }, asker) => saveTaught(kido, field, asker),
    'teach.undo': (_, asker) => undoTaught(kido, asker),
    'teach.stop': (_, asker) => endTeaching(kido, page(asker).tabId),
    'dock.setup': async (_, { tabId }) => (tabId === null ? null : dockSetup(kido, tabId)),
    'dock.close': async (_, { tabId }) => (tabId === null ? null : closeDock(kido, tabId)),
  };
}
