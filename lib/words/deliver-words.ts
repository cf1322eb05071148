import type { Lang } from '@/lib/core/text';
import type { DeliverWords } from './en/deliver';
import { wordsIn } from './words-in';

const found = import.meta.glob<object>('./*/deliver.ts', { eager: true, import: 'words' });

/** Words of what leaves Kido. */
export function deliverWords(lang: Lang): DeliverWords {
  return wordsIn(found, 'deliver', lang);
}
