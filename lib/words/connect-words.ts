import type { Lang } from '@/lib/core/text';
import type { ConnectWords } from './en/connect';
import { wordsIn } from './words-in';

const found = import.meta.glob<object>('./*/connect.ts', { eager: true, import: 'words' });

/** Words of the pages on which a console is connected. */
export function connectWords(lang: Lang): ConnectWords {
  return wordsIn(found, 'connect', lang);
}
