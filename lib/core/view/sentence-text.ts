import { parseProblem } from '../account/problem';
import type { Sentence } from '../assess/sentence';
import { tell } from '../phrase';
import { inLang, type Lang } from '../text';
import type { EngineWords, ProblemWords } from './view-words';

/** A sentence of the engine or the playbook in a person's language. */
export function sentenceText(sentence: Sentence, s: { lang: Lang; words: { lang: Lang; engine: EngineWords } }): string {
  if ('text' in sentence) return inLang(sentence.text, s.lang);
  const values = Object.entries(sentence.values).map(([name, value]) => [name, typeof value === 'object' ? inLang(value, s.lang) : value]);
  return tell(s.words.engine[sentence.code], Object.fromEntries(values), s.words.lang);
}

/** Why a value is unknown, in a person's words; what is on no list stays as it was written. */
export function problemWord(problem: string, words: ProblemWords): string {
  const { code, detail } = parseProblem(problem);
  return tell(words[code], { detail });
}
