import type { Lang } from '@/lib/core/text';
import type { LogWords } from './en/log';
import { wordsIn } from './words-in';

const found = import.meta.glob<object>('./*/log.ts', { eager: true, import: 'words' });

/** Words of the side panel. */
export function logWords(lang: Lang): LogWords {
  return wordsIn(found, 'log', lang);
}
