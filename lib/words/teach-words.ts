import type { Lang } from '@/lib/core/text';
import type { TeachWords } from './en/teach';
import { wordsIn } from './words-in';

const found = import.meta.glob<object>('./*/teach.ts', { eager: true, import: 'words' });

/** Words of teaching on a console's page, which is sent them. */
export function teachWords(lang: Lang): TeachWords {
  return wordsIn(found, 'teach', lang);
}
