/**
 * Languages whose words are known where a page does not say which it is written in: a word counts only where all of
 * them that have it agree. Regions stand where their words differ (`Jänner`).
 */
export const LANGUAGES = (
  'en ja de de-AT fr es it pt pt-PT nl sv da nb fi pl ko zh-Hans zh-Hant cs sk hr sl sr-Latn bs hu ro ru uk bg el tr lt lv et ' +
  'id ms vi th ar fa he hi ca is eu gl mk fr-CA'
).split(' ');

const known = new Map<string, string>();

/** The language of a BCP 47 tag, Chinese with its script: `de` of `de-AT`, `zh-Hant` of `zh-TW`. Empty for what is none. */
export function languageOf(locale: string): string {
  let found = known.get(locale);
  if (found === undefined) {
    found = read(locale);
    known.set(locale, found);
  }
  return found;
}

function read(locale: string): string {
  try {
    const told = new Intl.Locale(locale);
    if (told.language === 'und') return '';
    const { language, script } = told.maximize();
    return language === 'zh' ? `zh-${script}` : language === 'no' || language === 'nn' ? 'nb' : language;
  } catch {
    return '';
  }
}

/** Something made for each language once. What is no language gets what `none` says. */
export function perLocale<T>(make: (locale: string) => T, none: () => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    let one = made.get(locale);
    if (one === undefined) {
      one = languageOf(locale) === '' ? none() : make(locale);
      made.set(locale, one);
    }
    return one;
  };
}

/** A table that says null where one word has two meanings. */
export class WordTable<T> {
  private readonly words = new Map<string, { value: T; print: string } | null>();

  /** @param print what tells two meanings apart; the value itself where it is plain */
  add(word: string, value: T, print = String(value)): void {
    const folded = foldWord(word);
    const plain = withoutAccents(folded);
    for (const key of folded === plain ? [folded] : [folded, plain]) {
      const before = this.words.get(key);
      if (key !== '') this.words.set(key, before === undefined || before?.print === print ? { value, print } : null);
    }
  }

  addAll(other: WordTable<T>): void {
    for (const [key, entry] of other.words) {
      const before = this.words.get(key);
      this.words.set(key, entry === null || (before !== undefined && before?.print !== entry.print) ? null : entry);
    }
  }

  /** Undefined for a word that is not known, null for one that means two things. */
  get(word: string): T | null | undefined {
    const folded = foldWord(word);
    for (const key of [folded, withoutAccents(folded)]) {
      const found = this.words.get(key);
      if (found !== undefined) return found === null ? null : found.value;
    }
    return undefined;
  }

  keys(): string[] {
    return [...this.words.keys()];
  }
}

const PLAIN = /^[ -~]*$/;

/** A word as it is compared: lower case, one kind of apostrophe, without the dots of abbreviations. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase().replaceAll('.', '').replace(/ {2,}/g, ' ').trim();
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[.॰]|\u0307/g, '')
    .replace(/[\s\u200b-\u200f\u061c\u2060\ufeff]+/g, ' ')
    .trim();
}

/** The same without accents, as people type who lack the keys. Only Latin letters bear accents in this sense. */
export function plainWord(word: string): string {
  return withoutAccents(foldWord(word));
}

function withoutAccents(folded: string): string {
  return PLAIN.test(folded)
    ? folded
    : folded
        .normalize('NFD')
        .replace(/([a-z])\p{Mn}+/gu, '$1')
        .normalize('NFC');
}

/** Digits of all scripts as 0 to 9. */
export function foldDigits(text: string): string {
  // Each script has its ten digits in a row.
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const at = digit.codePointAt(0) ?? 0;
    let before = 0;
    while (before < 60 && /\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) before += 1;
    return String(before % 10);
  });
}
