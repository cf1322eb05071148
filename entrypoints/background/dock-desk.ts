import { browser } from 'wxt/browser';
import panelCss from '@/components/basic/panel.css?inline';
import tokens from '@/components/basic/tokens.css?inline';
import dockCss from '@/components/connect/dock.css?inline';
import { wizardWords } from '@/components/wizard-words';
import { langOf } from '@/lib/formats/preferences';
import type { DockSetup } from '@/lib/messages/setup-requests';
import { readPreferences } from '@/lib/settings/settings-store';
import { loaded } from './probe-desk';
import { tellTab } from './tabs';

/** Tabs on whose page a person sets a console up, each with the pass that its next frame must show; null once it was shown. */
type Docks = Record<string, string | null>;

async function read(): Promise<Docks> {
  return ((await browser.storage.session.get('docks')).docks as Docks | undefined) ?? {};
}

/** Opens the set-up steps on a tab's page. Needs access to its host. */
export async function openDock(tabId: number): Promise<void> {
  await browser.storage.session.set({ docks: { ...(await read()), [tabId]: null } });
  await loaded(tabId);
  await putDock(tabId);
}

/** Puts the frame into the page again after the page was left for another one; a page that may not be read has none. */
export async function putDock(tabId: number): Promise<void> {
  if ((await read())[tabId] !== undefined) await browser.scripting.executeScript({ target: { tabId }, files: ['/dock.js'] });
}

export async function closeDock(tabId: number): Promise<void> {
  const { [String(tabId)]: _, ...others } = await read();
  await browser.storage.session.set({ docks: others });
  await tellTab(tabId, { news: 'undock' });
}

/** What the script that frames the steps is given; null where nobody opened them. */
export async function dockSetup(tabId: number): Promise<DockSetup | null> {
  const docks = await read();
  if (docks[tabId] === undefined) return null;
  const pass = crypto.randomUUID();
  await browser.storage.session.set({ docks: { ...docks, [tabId]: pass } });
  const { preferences } = await readPreferences();
  const lang = langOf(preferences, browser.i18n.getUILanguage());
  const { title, fold, unfold, close } = wizardWords(lang);
  return {
    page: `${browser.runtime.getURL('/connect.html')}?dock=${pass}`,
    words: { title, fold, unfold, close },
    styles: `${tokens}\n${panelCss}\n${dockCss}`,
    lang,
    theme: preferences.theme,
  };
}

/**
 * The address behind a frame with the right pass; null for a frame that some page made by itself. A pass is good once:
 * a page may learn the address of a frame, but only after that frame has used it up.
 */
export async function dockedAddress(tabId: number, pass: string): Promise<string | null> {
  const docks = await read();
  if (docks[tabId] !== pass) return null;
  await browser.storage.session.set({ docks: { ...docks, [tabId]: null } });
  return (await browser.tabs.get(tabId)).url ?? '';
}
