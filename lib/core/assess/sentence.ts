import { inLang, type Text } from '../text';

/** What the engine says of its own; each has its words in every language. */
export const engineCodes = ['blocked', 'lapsed', 'overdue', 'unmeasured', 'next', 'nextUndated', 'finish', 'users', 'features'] as const;
export type EngineCode = (typeof engineCodes)[number];

/** A sentence yet to be worded: one of the playbook's, or one of the engine's with what fills its blanks. */
export type Sentence = { text: Text } | { code: EngineCode; values: Record<string, string | number | Text> };

/** The same sentences once, in their order. */
export function distinct(sentences: Sentence[]): Sentence[] {
  return [...new Map(sentences.map((one) => [JSON.stringify(one), one])).values()];
}

const LONGEST_ID = 500;

/** What a sentence is known by in every language: its English text, or the engine's code with the English of its values. */
export function sentenceId(sentence: Sentence): string {
  if ('text' in sentence) return sentence.text.en.slice(0, LONGEST_ID);
  const values = Object.values(sentence.values).map((value) => (typeof value === 'object' ? inLang(value, 'en') : String(value)));
  return [sentence.code, ...values].join(': ').slice(0, LONGEST_ID);
}
