import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from '@/lib/messages/ask';
import { hear } from '@/lib/messages/hear';
import type { PageNews, PageSetup } from '@/lib/messages/page-messages';
import { requestId } from '@/lib/messages/request-id';
import type { PanelWords } from '@/lib/words/en/panel';
import { AccountPage } from './account-page';
import { followAddress } from './follow-address';
import { followLife, opened } from './life';

/** Set in this extension's own world: a second injection into the same document does nothing. */
const STARTED = Symbol.for('kido.started');

// A content script, registered at run time for the origins of the configured consoles and for nothing else. It is
// built as a plain script because the framework's content scripts bring the whole polyfill into every page.
export default defineUnlistedScript(async () => {
  const world = globalThis as unknown as Record<symbol, boolean>;
  if (world[STARTED] || window.top !== window) return;
  world[STARTED] = true;
  await opened(document);
  const setup = (await ask('page.setup', { address: location.href }).catch(() => null)) as PageSetup<PanelWords> | null;
  if (!setup) {
    // Not a configured origin (another port of a permitted host, say): leave the page alone.
    world[STARTED] = false;
    return;
  }
  const page = new AccountPage(document, setup, requestId());
  hear<PageNews>((news) => {
    page.hear(news);
    // Access was taken back. Should it be given again, a new script starts in this document.
    if (news.news === 'setup' && news.setup === null) world[STARTED] = false;
  });
  followAddress((address) => page.go(address));
  followLife(window, {
    onHidden: () => page.go(''),
    onBack: () => page.go(location.href),
    onWoken: () => page.wake(),
  });
  page.go(location.href);
});
