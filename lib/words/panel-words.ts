import type { Lang } from '@/lib/core/text';
import type { PanelWords } from './en/panel';
import { wordsIn } from './words-in';

const found = import.meta.glob<object>('./*/panel.ts', { eager: true, import: 'words' });

/** Words of the panel, for a page of Kido that shows parts of it; a page of a console is sent them. */
export function panelWords(lang: Lang): PanelWords {
  return wordsIn(found, 'panel', lang);
}
