/** A language as BCP 47 names it: `en`, `ja`, `zh-Hans`. */
export type Lang = string;

/** What is told in English, and in any other language besides. */
export interface Told<T> {
  en: T;
  [lang: string]: T;
}

/** A text in English, and in as many other languages as its author writes; see `textSchema`. */
export type Text = Told<string>;

/**
 * What is told in a language; where it is not, in that language without script or region; else in English. A text with
 * a gap is read in English rather than not at all.
 */
export function inLang<T>(told: Told<T>, lang: Lang): T;
export function inLang<T>(told: Told<T> | undefined, lang: Lang): T | undefined;
export function inLang<T>(told: Told<T> | undefined, lang: Lang): T | undefined {
  if (!told) return undefined;
  if (Object.hasOwn(told, lang)) return told[lang];
  const base = lang.split('-', 1)[0] as string;
  return Object.hasOwn(told, base) ? told[base] : told.en;
}

type Values = Record<string, string | number | Text>;

// A sentence is cut at its names once; a portfolio fills the same few sentences many thousand times.
const cut = new Map<string, string[]>();

/** Fills `{name}` in every language of the text; a name without a value stays as it is, so that the gap is seen. */
export function fill(text: Text, values: Values): Text {
  const filled: Text = { en: put(text.en, values, 'en') };
  for (const lang in text) if (lang !== 'en') filled[lang] = put(text[lang] ?? text.en, values, lang);
  return filled;
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
    filled += value === undefined ? `{${name}}` : typeof value === 'object' ? inLang(value, lang) : value;
    filled += parts[at + 1];
  }
  return filled;
}
