import type { NumberForm } from '@/lib/formats/writing';
import { foldWord, LANGUAGES, languageOf, perLocale, WordTable } from './languages';

/** Signs of a written number; blanks and apostrophes group everywhere. */
export interface Signs {
  group: string;
  decimal: string;
}

const POINT: Signs = { group: ',', decimal: '.' };
const COMMA: Signs = { group: '.', decimal: ',' };

const fromData = perLocale<Signs>(
  (locale) => {
    const parts = new Intl.NumberFormat(locale, { useGrouping: true, numberingSystem: 'latn' } as Intl.NumberFormatOptions).formatToParts(
      1234567.8,
    );
    const sign = (type: string) => (parts.find((part) => part.type === type)?.value ?? '').normalize('NFKC');
    return { group: sign('group').trim() || ' ', decimal: sign('decimal') };
  },
  () => POINT,
);

/**
 * The signs that a language may be written with; more than one where it does not say which. Spanish without its country
 * is such a one: Spain writes 1.234,5 and Mexico 1,234.5.
 */
export function signsFor(locale: string, form: NumberForm | undefined): Signs[] {
  if (form !== undefined && form !== 'open') return [form === '1,234.5' ? POINT : COMMA];
  if (form === 'open' || languageOf(locale) === '' || locale === 'es') return [POINT, COMMA];
  return [fromData(locale)];
}

const scalesOf = perLocale<WordTable<number>>(
  (locale) => {
    const table = new WordTable<number>();
    for (const compactDisplay of ['short', 'long'] as const) {
      const format = new Intl.NumberFormat(locale, {
        notation: 'compact',
        compactDisplay,
        numberingSystem: 'latn',
      } as Intl.NumberFormatOptions);
      for (let power = 3; power <= 12; power += 1)
        for (const lead of [10, 12, 20, 50]) {
          const value = lead * 10 ** (power - 1);
          const parts = format.formatToParts(value);
          const word = parts
            .filter((part) => part.type === 'compact')
            .map((part) => part.value)
            .join(' ');
          const digits = parts
            .map((part) => (/integer|fraction/.test(part.type) ? part.value : part.type === 'decimal' ? '.' : ''))
            .join('');
          if (word !== '' && Number(digits) > 0) table.add(word, Math.round(value / Number(digits)));
        }
    }
    return table;
  },
  () => new WordTable(),
);

let all: WordTable<number> | null = null;

function allScales(): WordTable<number> {
  if (all) return all;
  all = new WordTable();
  for (const locale of LANGUAGES) all.addAll(scalesOf(locale));
  return all;
}

const EVERYWHERE: Record<string, number> = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  bn: 1e9,
  tsd: 1e3,
  千: 1e3,
  천: 1e3,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  億: 1e8,
  亿: 1e8,
  억: 1e8,
};

/**
 * By how much the words behind a number multiply it: `Mio.`, `mil`, `万円`, `k`; 1 for words that do not. Null for one
 * that does in another language only, or means something else there.
 */
export function scaleOf(tail: string, locale: string): number | null {
  const han = /^[千천万萬만億亿억](?=$|[\s\p{L}])/u.exec(tail.trim())?.[0];
  if (han !== undefined) return EVERYWHERE[han] ?? null;
  const words = foldWord(tail)
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean);
  for (const word of [3, 2, 1].map((count) => words.slice(0, count).join(' '))) {
    if (word === '') continue;
    const own = scalesOf(locale).get(word);
    const everywhere = EVERYWHERE[word];
    // One letter may be a unit as well: `5 t` are thousands in Danish, or tonnes.
    if (own != null && (word.length > 1 || everywhere === own)) return own;
    if (own !== undefined && (own === null || word.length === 1)) return null;
    const unknown = languageOf(locale) === '';
    if (everywhere !== undefined) return unknown && allScales().get(word) === null ? null : everywhere;
    // Two letters are a unit where the language is known: miles in English, millions in Portuguese.
    if ((unknown || word.length > 2) && allScales().get(word) !== undefined) return null;
  }
  return 1;
}
