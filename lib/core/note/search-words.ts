import { foldSearch } from '../fold-search';

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu;
const SPACED = /[\p{L}\p{N}]+/gu;
const LONGEST = 40;

/** Words of a text for an index: words as they are; scripts without blanks as pairs of signs, and the last sign alone. */
export function searchWords(text: string): string[] {
  const folded = foldSearch(text);
  const words = new Set<string>();
  for (const [run] of folded.matchAll(UNSPACED)) {
    for (let at = 0; at + 1 < run.length; at += 1) words.add(run.slice(at, at + 2));
    words.add(run.slice(-1));
  }
  for (const [run] of folded.replace(UNSPACED, ' ').matchAll(SPACED)) words.add(run.slice(0, LONGEST));
  return [...words];
}

/** What is looked for. */
export interface Query {
  /** Each must begin a word of the text. */
  words: string[];
  /** Each must stand in the text as it is, folded. */
  phrases: string[];
}

/** A query as typed: words, and phrases in quotes or 「」. Scripts without blanks are phrases by themselves. */
export function parseQuery(text: string): Query {
  const phrases: string[] = [];
  const rest = text.replace(/"([^"]+)"|“([^”]+)”|「([^」]+)」/g, (_, a?: string, b?: string, c?: string) => {
    const phrase = foldSearch(a ?? b ?? c ?? '');
    if (phrase) phrases.push(phrase);
    return ' ';
  });
  const folded = foldSearch(rest);
  const unspaced = [...folded.matchAll(UNSPACED)].map(([run]) => run);
  const spaced = [...folded.replace(UNSPACED, ' ').matchAll(SPACED)].map(([run]) => run.slice(0, LONGEST));
  const parts = [...phrases, ...unspaced];
  const words = parts.flatMap((part) => [
    ...[...part.matchAll(UNSPACED)].flatMap(([run]) =>
      run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
    ),
    ...[...part.replace(UNSPACED, ' ').matchAll(SPACED)].map(([run]) => run.slice(0, LONGEST)),
  ]);
  return { words: [...new Set([...words, ...spaced])], phrases: parts };
}

/** Whether a text holds what is looked for, and how much speaks for it; 0 for no. */
export function rate(text: string, query: Query): number {
  const folded = foldSearch(text);
  if (!query.phrases.every((phrase) => folded.includes(phrase))) return 0;
  const words = folded.replace(UNSPACED, ' ');
  const spaced = query.words.filter((word) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word));
  if (!spaced.every((word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u').test(words))) return 0;
  const count = (part: string) => folded.split(part).length - 1;
  return [...query.phrases, ...spaced].reduce((sum, part) => sum + 1 + Math.log1p(count(part)), 0.1);
}

/** A piece of a text; `hit` where it is what was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

const AROUND = 60;

/** The part of a text around the first hit, cut into pieces for highlighting. */
export function snippet(text: string, query: Query): Piece[] {
  const parts = [...query.phrases, ...query.words.filter((word) => word.length > 1 || query.phrases.includes(word))];
  const flat = text.replace(/\s+/g, ' ').trim();
  const hits = spansOf(flat, parts);
  const first = hits[0]?.[0] ?? 0;
  const from = Math.max(0, first - AROUND / 2);
  const to = Math.min(flat.length, from + AROUND * 3);
  const pieces: Piece[] = from > 0 ? [{ text: '…', hit: false }] : [];
  let at = from;
  for (const [start, end] of hits) {
    if (start < at || start >= to) continue;
    if (start > at) pieces.push({ text: flat.slice(at, start), hit: false });
    pieces.push({ text: flat.slice(start, end), hit: true });
    at = end;
  }
  if (at < to) pieces.push({ text: flat.slice(at, to), hit: false });
  if (to < flat.length) pieces.push({ text: '…', hit: false });
  return pieces;
}

/** Where folded parts stand in a text, in its own signs. */
function spansOf(text: string, parts: string[]): [number, number][] {
  // A sign with its voicing marks, which half-width kana carry apart, is one.
  const signs = text.match(/[\s\S][\uff9e\uff9f\u3099\u309a\p{M}]*/gu) ?? [];
  const folded = signs.map((sign) => (sign === ' ' ? ' ' : foldSearch(sign)));
  const starts: number[] = [];
  let place = 0;
  let whole = '';
  const owner: number[] = [];
  for (const [at, sign] of folded.entries()) {
    starts[at] = place;
    place += (signs[at] as string).length;
    for (let one = 0; one < sign.length; one += 1) owner.push(at);
    whole += sign;
  }
  const spans = parts.flatMap((part) => {
    const found: [number, number][] = [];
    for (let at = whole.indexOf(part); at >= 0 && part !== ''; at = whole.indexOf(part, at + part.length)) {
      const first = owner[at] as number;
      const last = owner[at + part.length - 1] as number;
      found.push([starts[first] as number, (starts[last] as number) + (signs[last] as string).length]);
    }
    return found;
  });
  return spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
}
