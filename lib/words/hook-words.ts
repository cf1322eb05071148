import type { Lang } from '@/lib/core/text';
import type { HookWords } from './en/hooks';
import { wordsIn } from './words-in';

const found = import.meta.glob<object>('./*/hooks.ts', { eager: true, import: 'words' });

/** Words of the webhook settings. */
export function hookWords(lang: Lang): HookWords {
  return wordsIn(found, 'hooks', lang);
}
