import type { Phrase, Plural } from '@/lib/core/phrase';

/** The shape of a surface's words, taken from the English ones: what has plurals there may have one form elsewhere. */
export type WordsOf<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends readonly string[]
      ? string[]
      : T[K] extends Plural
        ? keyof T[K] extends keyof Plural
          ? Phrase
          : WordsOf<T[K]>
        : WordsOf<T[K]>;
};
