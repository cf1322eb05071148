import type { Reading } from '@/lib/core/account/reading';
import { Keeper } from '@/lib/keeper/keeper';
import { StandpointKeeper } from '@/lib/keeper/setting';
import { type Door, dispatch, type Sender } from '@/lib/messages/dispatch';
import { extensionMessages } from '@/lib/messages/extension-messages';
import { framedPages } from '@/lib/messages/framed-pages';
import { pageMessages } from '@/lib/messages/page-messages';
import { moveIn } from '@/lib/store/move-in';
import { Settings } from '@/lib/store/settings';
import { isDocked } from './dock';
import { exportHandlers } from './export-handlers';
import { formHandlers } from './form-handlers';
import { hookHandlers } from './hook-handlers';
import type { Host } from './host';
import type { Kido } from './kido';
import { logHandlers } from './log-handlers';
import { pageHandlers } from './page-handlers';
import { hooksFor, Outbox } from './send-outbox';
import { Session } from './session';
import { settingsHandlers } from './settings-handlers';
import { setupHandlers } from './setup-handlers';
import { tabsOf } from './shown-tabs';
import { surroundingsOf } from './surroundings';
import { type Asker, checkAccount, whoAsks } from './who-asks';

/** Kido, running: what it does for messages, and what the browser's events call. */
export interface Running {
  kido: Kido;
  outbox: Outbox;
  /** Settled once what an earlier version left has been moved in. */
  ready: Promise<void>;
  /** Answers a message. @param own id and address of the extension itself */
  answer(message: { request: unknown; body: unknown; id?: unknown }, sender: Sender, own: { id: string; url: string }): Promise<unknown>;
}

/** Puts Kido together on a browser. */
export function start(host: Host): Running {
  const settings = new Settings(host.local, host.managed);
  const session = new Session(host.memory);
  const standpoint = new StandpointKeeper(settings, () => host.face.language());
  const keeper = new Keeper({
    now: () => host.now(),
    standpoint: () => standpoint.now(),
    device: () => settings.device(),
    hooksFor,
    held: async (account) => (await session.read<Reading[]>(`held:${account}`)) ?? [],
    keepHeld: (account, readings) => session.change<Reading[]>(`held:${account}`, () => (readings.length > 0 ? readings : null)),
    surroundings: (account, folded) => surroundingsOf(kido, account, folded),
    publish: (view, except) => {
      void tabsOf(session, view.account).then((tabs) => {
        for (const tab of tabs) if (tab !== except) void host.tabs.tell(tab, { news: 'view', view });
      });
      void host.tabs.announce({ news: 'account', account: view.account });
    },
    posted: () => void outbox.run(),
  });
  const kido: Kido = { host, settings, keeper, standpoint, session };
  const outbox = new Outbox(kido);
  const page = pageHandlers(kido);
  const own = {
    ...page,
    ...logHandlers(kido),
    ...settingsHandlers(kido),
    ...setupHandlers(kido),
    ...exportHandlers(kido),
    ...hookHandlers(kido, outbox),
    ...formHandlers(kido),
  };
  const doors: Record<Asker['kind'], Door<Asker>> = {
    page: { table: pageMessages, handlers: page },
    extension: { table: extensionMessages, handlers: own },
    connect: { table: framedPages.connect.messages, handlers: own },
    form: { table: framedPages.form.messages, handlers: own },
  };
  // Secrets and webhooks of the first version lay where content scripts of some browsers can read.
  const ready = settings
    .consoles()
    .then((consoles) =>
      moveIn(
        host.local,
        consoles.map((one) => one.console),
      ),
    )
    .catch(() => undefined);
  return {
    kido,
    outbox,
    ready,
    answer: async (message, sender, self) => {
      await ready;
      return dispatch(
        message,
        sender,
        (from) => whoAsks(kido, from, self),
        (asker) => doors[asker.kind],
        async (name, body, asker) => {
          if (asker.kind === 'connect' && name !== 'dock.mine' && !(await isDocked(kido, asker))) throw new Error('not allowed');
          await checkAccount(kido, body, asker);
        },
      );
    },
  };
}
