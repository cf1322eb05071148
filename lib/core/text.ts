import { z } from 'zod';

/** The languages that Kido speaks. */
export type Lang = 'en' | 'ja';

/** A text in both languages; a playbook with only one of them is not accepted. */
export const textSchema = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });
export type Text = z.infer<typeof textSchema>;

type Values = Record<string, string | number | Text>;

// A sentence is cut at its names once; a portfolio fills the same few sentences many thousand times.
const cut = new Map<string, string[]>();

/** Fills `{name}` in both languages; a name without a value stays as it is, so that the gap is seen. */
export function fill(text: Text, values: Values): Text {
  return { en: put(text.en, values, 'en'), ja: put(text.ja, values, 'ja') };
}

function put(sentence: string, values: Values, lang: Lang): string {
  let parts = cut.get(sentence);
  if (!parts) {
    parts = sentence.split(/\{(\w+)\}/);
    if (cut.size > 2000) cut.clear();
    cut.set(sentence, parts);
  }
  let filled = parts[0] as string;
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] as string;
    const value = values[name];
    filled += value === undefined ? `{${name}}` : typeof value === 'object' ? value[lang] : value;
    filled += parts[at + 1];
  }
  return filled;
}
