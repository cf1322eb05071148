import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sentence } from '@/lib/core/assess/sentence';
import type { Text } from '@/lib/core/text';
import { sentenceText } from '@/lib/core/view/sentence-text';
import type { EngineWords, ViewSentences } from '@/lib/core/view/view-words';
import { type Found, languagesIn, wordsIn } from '@/lib/words/words-in';

const WORDS = fileURLToPath(new URL('../words/', import.meta.url));
const FILES = ['engine', 'view'];

/**
 * Words a sentence of the engine in each language that has a folder of words; null is "the newest value". The command
 * line finds the folders itself, since `import.meta.glob` is the bundler's.
 */
export async function everyLanguage(): Promise<(sentence: Sentence | null) => Text> {
  const found: Found = {};
  for (const folder of readdirSync(WORDS, { withFileTypes: true }).filter((one) => one.isDirectory()))
    for (const file of FILES) {
      const module = (await import(new URL(`../words/${folder.name}/${file}.ts`, import.meta.url).href)) as { words: object };
      found[`./${folder.name}/${file}.ts`] = module.words;
    }
  const spoken = languagesIn(found).map((lang) => ({
    lang,
    newest: wordsIn<ViewSentences>(found, 'view', lang).newest,
    words: { lang, engine: wordsIn<EngineWords>(found, 'engine', lang) },
  }));
  return (sentence) => {
    // A text of the playbook is told as it is written there, in the languages that it has.
    if (sentence && 'text' in sentence) return sentence.text;
    const told = spoken.map((one) => [one.lang, sentence === null ? one.newest : sentenceText(sentence, one)]);
    return Object.fromEntries(told) as Text;
  };
}
