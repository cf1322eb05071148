/** All words of all languages, by the path of their file: `en/panel`. */
const files = import.meta.glob<object>('../../lib/words/*/*.ts', { eager: true, import: 'words' });

export const byFile = new Map(Object.entries(files).map(([path, words]) => [path.replace(/^.*words\/|\.ts$/g, ''), words]));

/** Languages that have a folder. */
export const langs = [...new Set([...byFile.keys()].map((name) => name.split('/')[0] as string))];

/** Names of the English files. */
export const surfaces = [...byFile.keys()].filter((name) => name.startsWith('en/')).map((name) => name.slice(3));

export const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The forms of a phrase by their category; a phrase that is always the same has only `other`. */
type Forms = Record<string, string>;

/** Every phrase under its path, `why.rule`. */
export function phrases(words: object, path = ''): Map<string, Forms> {
  const found = new Map<string, Forms>();
  for (const [key, value] of Object.entries(words)) {
    const name = path + key;
    if (typeof value === 'string') found.set(name, { other: value });
    else if (Object.keys(value).every((form) => PLURALS.includes(form))) found.set(name, value);
    else for (const [inner, forms] of phrases(value, `${name}.`)) found.set(inner, forms);
  }
  return found;
}

/** The blanks of a phrase, each once, in order of their names. */
export function blanks(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();
}
