import { messageOf } from '@/lib/core/message-of';
import { originOf } from '@/lib/formats/web-address';
import type { DockSetup } from '@/lib/messages/teach-messages';
import { connectWords } from '@/lib/words/connect-words';
import type { Kido } from './kido';
import type { OwnAsker } from './who-asks';

/** Tabs on whose page a person sets a console up. */
interface Dock {
  /** Where it was opened: the steps do not follow to another origin. */
  origin: string | null;
  /** What the next frame must show; null once it was shown. */
  pass: string | null;
  /** The frame that has shown it. */
  frame: string | null;
}

const keyOf = (tabId: number) => `dock:${tabId}`;

const change = (kido: Kido, tabId: number, next: (dock: Dock | null) => Dock | null) => kido.session.change<Dock>(keyOf(tabId), next);

const dockOf = (kido: Kido, tabId: number) => kido.session.read<Dock>(keyOf(tabId));

/** Opens the set-up steps on a tab's page, or on an address in a new tab. Needs access to its host. */
export async function openDock(kido: Kido, tabId: number | null, address: string | null): Promise<string | null> {
  const { tabs, look } = kido.host;
  const tab = tabId ?? (address ? await tabs.open(address, true) : null);
  if (tab === null) return 'no page to set up on';
  try {
    await tabs.loaded(tab);
    const at = address ?? (await tabs.address(tab));
    await change(kido, tab, () => ({ origin: originOf(at), pass: null, frame: null }));
    await look.put(tab, 'dock');
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

/** A tab's page has loaded: the frame comes back, unless the tab has gone to another origin. */
export async function dockMoved(kido: Kido, tabId: number, address: string | null): Promise<void> {
  const dock = await dockOf(kido, tabId);
  if (!dock) return;
  if (address === null || originOf(address) !== dock.origin) await closeDock(kido, tabId);
  else await kido.host.look.put(tabId, 'dock');
}

/** Closes the steps; also when the tab is gone. */
export async function closeDock(kido: Kido, tabId: number): Promise<null> {
  await change(kido, tabId, () => null);
  await kido.host.tabs.tell(tabId, { news: 'undock' });
  return null;
}

/** What the script that frames the steps is given; null where nobody opened them. */
export async function dockSetup(kido: Kido, tabId: number): Promise<DockSetup | null> {
  if (!(await dockOf(kido, tabId))) return null;
  const pass = crypto.randomUUID();
  await change(kido, tabId, (dock) => dock && { ...dock, pass, frame: null });
  const { lang, preferences } = await kido.standpoint.now();
  const { title, fold, unfold, close } = connectWords(lang);
  return {
    page: `${kido.host.face.page('connect.html')}?dock=${pass}`,
    words: { title, fold, unfold, close },
    styles: kido.host.face.styles.dock,
    lang,
    theme: preferences.theme,
  };
}

/**
 * The address behind a frame with the right pass; null for a frame that some page made by itself. A pass is good once:
 * a page may learn the address of a frame, but only after that frame has used it up.
 */
export async function takeDock(kido: Kido, asker: OwnAsker, pass: string): Promise<{ tabId: number; address: string } | null> {
  const { tabId } = asker;
  if (tabId === null || (await dockOf(kido, tabId))?.pass !== pass) return null;
  await change(kido, tabId, (dock) => dock && { ...dock, pass: null, frame: asker.document });
  return { tabId, address: (await kido.host.tabs.address(tabId)) ?? '' };
}

/** Whether a frame is the one that showed the pass of its tab. */
export async function isDocked(kido: Kido, asker: OwnAsker): Promise<boolean> {
  const dock = asker.tabId === null ? null : await dockOf(kido, asker.tabId);
  return dock !== null && dock.frame !== null && dock.frame === asker.document;
}
