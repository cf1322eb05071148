import type { Lang } from '@/lib/core/text';
import type { RequestWords } from './en/requests';
import { wordsIn } from './words-in';

const found = import.meta.glob<object>('./*/requests.ts', { eager: true, import: 'words' });

/** Words of the list of feature requests. */
export function requestWords(lang: Lang): RequestWords {
  return wordsIn(found, 'requests', lang);
}
