import { browser } from 'wxt/browser';
import panelCss from '@/components/basic/panel.css?inline';
import tokens from '@/components/basic/tokens.css?inline';
import { wordsFor } from '@/components/words';
import { pageConfigOf } from '@/lib/formats/page-config';
import { langOf } from '@/lib/formats/preferences';
import type { PageSetup } from '@/lib/messages/page-requests';
import { readPlace, readPreferences } from '@/lib/settings/settings-store';

/** How a console's pages are read and where its panel stands; nothing secret is in it. */
export async function setupFor(console: Parameters<typeof pageConfigOf>[0]): Promise<PageSetup> {
  const { preferences } = await readPreferences();
  const lang = langOf(preferences, browser.i18n.getUILanguage());
  return {
    config: pageConfigOf(console),
    words: wordsFor(lang),
    styles: `${tokens}\n${panelCss}`,
    lang,
    theme: preferences.theme,
    place: await readPlace(console.id),
    canOpenSidePanel: 'sidePanel' in browser,
  };
}
