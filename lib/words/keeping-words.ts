import type { Lang } from '@/lib/core/text';
import type { KeepingWords } from './en/keeping';
import { wordsIn } from './words-in';

const found = import.meta.glob<object>('./*/keeping.ts', { eager: true, import: 'words' });

export function keepingWords(lang: Lang): KeepingWords {
  return wordsIn(found, 'keeping', lang);
}
