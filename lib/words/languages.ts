import type { Lang } from '@/lib/core/text';
import { languagesIn, wordsIn } from './words-in';

const found = import.meta.glob<object>('./*/name.ts', { eager: true, import: 'words' });

/** The languages that Kido speaks, English first, each with its own name for itself. */
export function languages(): { lang: Lang; name: string }[] {
  return languagesIn(found).map((lang) => ({ lang, name: wordsIn<{ name: string }>(found, 'name', lang).name }));
}
