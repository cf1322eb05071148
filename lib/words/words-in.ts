import type { Lang } from '@/lib/core/text';

/** Words by the path of their file, `./<lang>/<surface>.ts`, as `import.meta.glob` finds them. */
export type Found = Record<string, object>;

const made = new WeakMap<Found, Map<string, object>>();

/** A surface's words in a language; what that language does not say is said in English. The same object each time. */
export function wordsIn<T extends object>(found: Found, surface: string, lang: Lang): T {
  let known = made.get(found);
  if (!known) made.set(found, (known = new Map()));
  const path = `./${lang}/${surface}.ts`;
  let words = known.get(path);
  if (!words) known.set(path, (words = over(found[`./en/${surface}.ts`] ?? {}, found[path] ?? {})));
  return words as T;
}

/** The languages that have words, English first. */
export function languagesIn(found: Found): Lang[] {
  const langs = Object.keys(found).map((path) => path.split('/')[1] ?? '');
  return [...new Set(['en', ...langs.sort()])];
}

function over(english: object, own: object): object {
  const said = new Map<string, unknown>(Object.entries(own));
  return Object.fromEntries(
    Object.entries(english).map(([key, value]) => {
      const other = said.get(key);
      if (other === undefined) return [key, value];
      return [key, isGroup(value) && isGroup(other) ? over(value, other) : other];
    }),
  );
}

/** A group of words, and not the forms of one. */
function isGroup(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !('other' in value && Object.keys(value).every((key) => PLURALS.includes(key)));
}

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];
