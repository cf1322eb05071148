import type { Lang } from '@/lib/core/text';
import type { SettingsWords } from './en/settings';
import { wordsIn } from './words-in';

const found = import.meta.glob<object>('./*/settings.ts', { eager: true, import: 'words' });

/** Words of the settings. */
export function settingsWords(lang: Lang): SettingsWords {
  return wordsIn(found, 'settings', lang);
}
