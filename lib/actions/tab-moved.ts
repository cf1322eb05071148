import { closeDock, dockMoved } from './dock';
import type { Kido } from './kido';
import { forgetVisit } from './note-drift';
import { forgetProbe } from './probes';
import { writeHeld } from './read-page';
import { forgetTab, noteWhy, shownIn } from './shown-tabs';
import { stillShows } from './tab-state';
import { endTeaching, teachingMoved } from './teach';

/**
 * A tab stands at another address, or its page has loaded. The page's own script says sooner what was left; this is for
 * the page that could not: its word was lost, or it went to where no script runs.
 * @param address null where the browser does not tell it
 */
export async function addressMoved(kido: Kido, tabId: number, address: string | null, hasLoaded: boolean): Promise<void> {
  const at = address ?? (hasLoaded ? await kido.host.tabs.address(tabId) : null);
  if (at !== null) await teachingMoved(kido, tabId, at);
  const shown = await shownIn(kido.session, tabId);
  // A console's own addresses are told: a page whose address is not stands elsewhere.
  const isLeft = at === null ? hasLoaded : shown !== null && !(await stillShows(kido, shown, at));
  if (shown && isLeft) {
    await forgetTab(kido.session, tabId);
    await writeHeld(kido, shown.account);
    void kido.host.tabs.announce({ news: 'tab', tabId });
  }
  if (hasLoaded) await dockMoved(kido, tabId, at).catch(() => undefined);
}

/** A tab is gone, and with it all that was open in it. */
export async function tabClosed(kido: Kido, tabId: number): Promise<void> {
  const shown = await shownIn(kido.session, tabId);
  await forgetTab(kido.session, tabId);
  await noteWhy(kido.session, tabId, null);
  if (shown) await writeHeld(kido, shown.account);
  await forgetProbe(kido.session, tabId);
  await endTeaching(kido, tabId);
  await closeDock(kido, tabId);
  await forgetVisit(kido, tabId);
}
