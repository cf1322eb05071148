import type { ConsoleFile } from '@/lib/formats/console-file';
import { pageConfigOf } from '@/lib/formats/page-config';
import type { PageSetup } from '@/lib/messages/page-messages';
import { panelWords } from '@/lib/words/panel-words';
import type { Kido } from './kido';
import { consoleAt, type PageAsker } from './who-asks';

/** How a console's pages are read and where its panel stands; nothing secret is in it. */
export async function setupFor({ host, settings, standpoint }: Kido, console: ConsoleFile): Promise<PageSetup> {
  const { lang, preferences } = await standpoint.now();
  return {
    config: pageConfigOf(console),
    words: panelWords(lang),
    styles: host.face.styles.panel,
    lang,
    theme: preferences.theme,
    place: await settings.place(console.id),
    canOpenSidePanel: host.face.canOpenSidePanel,
  };
}

/** What the script in a page is given when it starts; null for a page of no configured console. */
export async function pageSetup(kido: Kido, address: string, asker: PageAsker): Promise<PageSetup | null> {
  const console = consoleAt(asker, address) ?? asker.consoles[0];
  return console ? setupFor(kido, console) : null;
}
