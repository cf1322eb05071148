import { ok, type Parsed, problem } from './parsed';

const signs = new Map<string, { group: string; decimal: string }>();

/** Group and decimal sign of a language, as the platform knows them. Blanks of all widths count as one. */
function signsOf(locale: string): { group: string; decimal: string } {
  let known = signs.get(locale);
  if (!known) {
    const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.8);
    const sign = (type: string) => (parts.find((part) => part.type === type)?.value ?? '').normalize('NFKC');
    known = { group: sign('group').trim() || ' ', decimal: sign('decimal') };
    signs.set(locale, known);
  }
  return known;
}

const scales: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9, bn: 1e9, 千: 1e3, 万: 1e4, 億: 1e8 };

/**
 * A number as people write it in a language: `1,234`, `1.234,5`, `12万`, `$ 1 200`, `38 users`, `(5)`.
 * Signs that contradict the language are a problem, not a guess: `1.234` is 1.234 in English and 1234 in German.
 * @param text already folded (NFKC, single blanks)
 */
export function parseNumber(text: string, locale: string): Parsed<number> {
  const match =
    /^(?<lead>[^\d+\-−.,()]*)(?<open>\()?(?<sign>[+\-−]?)\s*(?<lead2>[^\d.,\s]{0,4}\s?)(?<digits>\d[\d.,'’ ]*|[.,]\d+)(?<close>\))?\s*(?<tail>\D*)$/u.exec(
      text,
    );
  if (!match?.groups) return problem('not a number', text);
  const { lead = '', lead2 = '', sign, open, close, tail = '' } = match.groups;
  if (words(lead) > 2 || words(lead2) > 1 || tail.length > 24) return problem('more than a number', text);
  const number = digits((match.groups.digits ?? '').trim(), locale);
  if (number === null) return problem('not a number', `${text} (${locale})`);
  const scale = scales[(/^(?:k|m|bn?|千|万|億)(?![a-z])/i.exec(tail)?.[0] ?? '').toLowerCase()] ?? 1;
  const negative = sign === '-' || sign === '−' || (open !== undefined && close !== undefined);
  const value = number * scale;
  return ok(negative ? -value : value);
}

function words(text: string): number {
  return text.trim().split(/\s+/).filter(Boolean).length;
}

/** Digits with the signs of a language; null where they do not stand as that language puts them. */
function digits(text: string, locale: string): number | null {
  const { group, decimal } = signsOf(locale);
  const plain = text.replace(/['’]/g, group === "'" || group === '’' ? group : "'");
  const [whole = '', fraction, ...rest] = plain.split(decimal);
  if (rest.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
  const groups = whole
    .split(/[ '’]/)
    .join(group === ' ' ? ' ' : '§')
    .split(group);
  if (groups.some((part) => !/^\d*$/.test(part))) return blankGroups(whole, fraction);
  const grouped = groups.length > 1;
  if (grouped && (groups[0] === '' || groups.slice(1).some((part) => part.length !== 3 && part.length !== 2))) return null;
  if (grouped && groups.at(-1)?.length !== 3) return null;
  return Number(`${groups.join('') || '0'}.${fraction || '0'}`);
}

/** Blanks and apostrophes group thousands in every language. */
function blankGroups(whole: string, fraction: string | undefined): number | null {
  return /^\d{1,3}([ '’]\d{3})+$/.test(whole) ? Number(`${whole.replace(/[ '’]/g, '')}.${fraction || '0'}`) : null;
}

/** A share: `34 %` and `34` are 0.34, `0.34` without a sign is 0.34. */
export function parsePercent(text: string, locale: string): Parsed<number> {
  const number = parseNumber(text.replace(/%|パーセント|percent/gi, '').trim(), locale);
  if (number.value === null) return number;
  const signed = /%|パーセント|percent/i.test(text);
  return ok(!signed && number.value <= 1 && /[.,]/.test(text) ? number.value : number.value / 100);
}

/** The first or second number of a pair: `6 / 8`, `6 of 8 steps`, `8件中6件` (there the whole comes first). */
export function parsePair(text: string, which: 'first' | 'second', locale: string): Parsed<number> {
  const japanese = /(\d[\d,]*)\s*\D{0,3}中\s*(\d[\d,]*)/.exec(text);
  const western = /(\d[\d.,]*)\s*(?:\/|of|out of)\s*(\d[\d.,]*)/i.exec(text);
  const pair = japanese ? [japanese[2], japanese[1]] : western ? [western[1], western[2]] : null;
  if (!pair) return problem('not a pair', text);
  return parseNumber((which === 'first' ? pair[0] : pair[1]) ?? '', locale);
}
