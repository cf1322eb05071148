import { foldSearch } from '@/lib/core/fold-search';

/** What stands where a name stood. */
export const GONE = '—';

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]/u;

/** A person's name as it is looked for in texts: in any width, case and kana, with or without blanks in it. */
export class NameIn {
  private readonly pattern: RegExp;

  /** @throws Error `person: …` for a name without letters, which would stand everywhere */
  constructor(person: string) {
    const folded = foldSearch(person);
    if (!/\p{L}/u.test(folded)) throw new Error('person: a name with letters');
    const parts = folded.split(' ').map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
    // A name in letters is a word of its own: Al is not in "also". Scripts without blanks have no such borders.
    const border = (sign: string | undefined) => (sign !== undefined && UNSPACED.test(sign) ? '' : '[\\p{L}\\p{N}]');
    const [before, after] = [border([...folded].at(0)), border([...folded].at(-1))];
    this.pattern = new RegExp(`${before && `(?<!${before})`}${parts.join('\\s*')}${after && `(?!${after})`}`, 'gu');
  }

  /** Whether a text names the person. */
  isIn(text: string): boolean {
    return foldSearch(text).search(this.pattern) >= 0;
  }

  /** A short text with a dash for each time that it names the person. */
  without(text: string): string {
    if (!this.isIn(text)) return text;
    // A sign with its voicing marks, which half-width kana carry apart, is one.
    const signs = text.match(/[\s\S][\uff9e\uff9f\u3099\u309a\p{M}]*/gu) ?? [];
    const folded = signs.map((sign) => (/^\s$/.test(sign) ? ' ' : foldSearch(sign)));
    const owner = folded.flatMap((sign, at) => [...sign].flatMap((one) => Array.from({ length: one.length }, () => at)));
    const gone = new Map<number, string>();
    for (const match of folded.join('').matchAll(this.pattern)) {
      const [first, last] = [owner[match.index] ?? 0, owner[match.index + match[0].length - 1] ?? 0];
      for (let at = first; at <= last; at += 1) gone.set(at, at === first ? GONE : '');
    }
    // Where the signs fold another way apart than together, nothing of the text is kept.
    return gone.size > 0 ? signs.map((sign, at) => gone.get(at) ?? sign).join('') : GONE;
  }
}
