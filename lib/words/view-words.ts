import type { Lang } from '@/lib/core/text';
import type { EngineWords, ProblemWords, ViewSentences, ViewWords } from '@/lib/core/view/view-words';
import { wordsIn } from './words-in';

const found = import.meta.glob<object>('./*/{view,engine,problems}.ts', { eager: true, import: 'words' });
const made = new Map<Lang, ViewWords>();

/** Everything that views are written with; the same object each time. */
export function viewWords(lang: Lang): ViewWords {
  let words = made.get(lang);
  if (!words) {
    words = {
      ...wordsIn<ViewSentences>(found, 'view', lang),
      engine: wordsIn<EngineWords>(found, 'engine', lang),
      problems: wordsIn<ProblemWords>(found, 'problems', lang),
    };
    made.set(lang, words);
  }
  return words;
}
