import type { Handlers } from '@/lib/messages/message';
import type { setupMessages } from '@/lib/messages/setup-messages';
import { zoneNamed } from '@/lib/readers/page/browser-zone';
import { guessAddresses } from '@/lib/readers/page/discover/guess-address';
import { openDock, takeDock } from './dock';
import type { Kido } from './kido';
import { discoverAt } from './probes';
import { acceptProposal } from './save-console';
import { startTeaching, taughtDraft } from './teach';
import { fetchReply, mapPages, tryApis, tryConsole } from './try-console';
import type { Asker } from './who-asks';

/** A console that is being set up, as far as it has come: what was seen on its pages is forgotten with the browser. */
const WIZARD = 'wizard';

/** Rows of the table of setting up. */
export function setupHandlers(kido: Kido): Handlers<typeof setupMessages, [Asker, string]> {
  const { host, session } = kido;
  return {
    'addresses.guess': async ({ addresses }) =>
      guessAddresses(addresses).map((guess, at) => guess && { ...guess, origin: new URL(addresses[at] ?? '').origin }),
    'page.discover': ({ address, id, locale, zone }) =>
      discoverAt(kido, address, { urlId: id, locales: locale ? [locale] : [], zone: zoneNamed(zone || 'browser'), now: host.now() }),
    'console.try': ({ console, addresses }) => tryConsole(kido, console, addresses),
    'reply.fetch': (body) => fetchReply(kido, body),
    'reply.map': (body) => mapPages(kido, body),
    'api.try': ({ console, accountId }) => tryApis(kido, console, accountId),
    'wizard.get': () => session.read(WIZARD),
    'wizard.put': async ({ state }) => {
      await session.change(WIZARD, () => state ?? null);
      return null;
    },
    'teach.start': async ({ console, tabId, address, draft }) => ({
      problem: await startTeaching(kido, console, tabId, address, draft ?? null),
    }),
    'teach.draft': ({ console }) => taughtDraft(kido, console),
    'dock.open': async ({ tabId, address }) => ({ problem: await openDock(kido, tabId, address) }),
    'dock.mine': async ({ pass }, asker) => (asker.kind === 'page' ? null : takeDock(kido, asker, pass)),
    'access.has': ({ origins }) => Promise.all(origins.map((origin) => host.access.has([origin]))),
    'settings.open': async () => {
      await host.face.openSettings();
      return null;
    },
    'drift.accept': (body) => acceptProposal(kido, body),
  };
}
