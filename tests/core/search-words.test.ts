import { describe, expect, it } from 'vitest';
import { foldSearch } from '@/lib/core/fold-search';
import { parseQuery, rate, searchWords, snippet } from '@/lib/core/note/search-words';

const shown = (text: string, query: string) =>
  snippet(text, parseQuery(query))
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('words for the index', () => {
  it.each([
    ['', []],
    ['Bulk bulk  edit', ['bulk', 'edit']],
    ['CSV-2 (v3)', ['csv', '2', 'v3']],
    ['名簿', ['名簿', '簿']],
    ['名', ['名']],
    ['一括編集', ['一括', '括編', '編集', '集']],
    ['CSVを編集', ['を編', '編集', '集', 'csv']],
    ['カナ', ['かな', 'な']],
    ['ｶﾞ', ['が']],
    ['Café', ['cafe']],
    ['x'.repeat(41), ['x'.repeat(40)]],
  ])('of %s are %j', (text, wanted) => expect(searchWords(text)).toEqual(wanted));
});

describe('a query', () => {
  it.each([
    ['', { words: [], phrases: [] }],
    ['Bulk edit', { words: ['bulk', 'edit'], phrases: [] }],
    ['bulk bulk', { words: ['bulk'], phrases: [] }],
    ['"bulk edit" csv', { words: ['bulk', 'edit', 'csv'], phrases: ['bulk edit'] }],
    ['“bulk edit”', { words: ['bulk', 'edit'], phrases: ['bulk edit'] }],
    ['「一括 編」', { words: ['一括', '編'], phrases: ['一括 編'] }],
    ['一括編', { words: ['一括', '括編'], phrases: ['一括編'] }],
    ['編', { words: ['編'], phrases: ['編'] }],
    ['CSV連携', { words: ['連携', 'csv'], phrases: ['連携'] }],
    ['""', { words: [], phrases: [] }],
    ['" "', { words: [], phrases: [] }],
    ['"open', { words: ['open'], phrases: [] }],
    ['y'.repeat(50), { words: ['y'.repeat(40)], phrases: [] }],
  ])('%s', (text, wanted) => expect(parseQuery(text)).toEqual(wanted));
});

describe('whether a text holds it', () => {
  it.each([
    ['Bulk edit of codes', 'edi', true],
    ['Bulk edit of codes', 'dit', false],
    ['Bulk edit of codes', 'bulk codes', true],
    ['Bulk edit of codes', 'bulk names', false],
    ['Bulk edit of codes', '"edit of"', true],
    ['Bulk edit of codes', '"bulk of"', false],
    ['名簿の一括編集', '一括', true],
    ['名簿の一括編集', '括一', false],
    ['名簿をcsvで', 'csv', true],
    ['ﾃﾞｰﾀ連携', 'データ', true],
    ['xcsv', 'csv', false],
    ['2csv', 'csv', false],
    ['(csv)', 'csv', true],
  ])('%s, %s: %j', (text, query, wanted) => expect(rate(text, parseQuery(query)) > 0).toBe(wanted));
  it('what stands there more often, and more of what is looked for, counts more', () => {
    const score = (text: string, query: string) => rate(text, parseQuery(query));
    expect(score('csv csv', 'csv')).toBeGreaterThan(score('csv', 'csv'));
    expect(score('csv file', 'csv file')).toBeGreaterThan(score('csv file', 'csv'));
    expect(score('csv', 'csv')).toBeCloseTo(1.1 + Math.log1p(1), 10);
    expect(score('一括 csv', '"一括" csv')).toBeCloseTo(2.1 + 2 * Math.log1p(1), 10);
    expect(score('anything', '')).toBeCloseTo(0.1, 10);
  });
});

describe('the part that is shown', () => {
  it.each([
    ['Bulk edit of codes', 'edit', 'Bulk [edit] of codes'],
    ['Bulk edit', 'bulk', '[Bulk] edit'],
    ['edit edit', 'edit', '[edit] [edit]'],
    ['a  b\n cd', 'cd', 'a b [cd]'],
    ['名簿の一括編集', '一括編集', '名簿の[一括編集]'],
    ['ﾃﾞｰﾀ連携', 'データ', '[ﾃﾞｰﾀ]連携'],
    ['ＣＳＶ file', 'csv', '[ＣＳＶ] file'],
    ['Cafe\u0301 x', 'café', '[Cafe\u0301] x'],
    ['no such', 'csv', 'no such'],
    ['', 'csv', ''],
    ['abc', '', 'abc'],
    // A single sign is marked where it was asked for as such.
    ['a b a', 'a', 'a b a'],
    ['編集の編', '編', '[編]集の[編]'],
    // Where two begin at one place the longer is marked, and none lies in another.
    ['editing', '"editing" edit', '[editing]'],
  ])('of %s for %s is %s', (text, query, wanted) => expect(shown(text, query)).toBe(wanted));
  it('begins shortly before the first hit, and is cut at both ends', () => {
    const long = `${'a'.repeat(100)} hit ${'b'.repeat(300)}`;
    const pieces = snippet(long, parseQuery('hit'));
    expect(pieces.map((piece) => [piece.text.length, piece.hit])).toEqual([
      [1, false],
      [30, false],
      [3, true],
      [147, false],
      [1, false],
    ]);
    expect([pieces[0]?.text, pieces.at(-1)?.text]).toEqual(['…', '…']);
    const near = snippet(`${'a'.repeat(29)} hit`, parseQuery('hit'));
    expect(near.map((piece) => piece.text)).toEqual([`${'a'.repeat(29)} `, 'hit']);
    // What lies behind the part is not shown.
    expect(snippet(`hit ${'b'.repeat(300)} hit`, parseQuery('hit')).filter((piece) => piece.hit)).toHaveLength(1);
  });
});

describe('folding for search', () => {
  it.each([
    ['ＡＢＣ', 'abc'],
    ['ｶﾞｷﾞ', 'がぎ'],
    ['ガ', 'が'],
    ['Ünï', 'uni'],
    ['  a \n\t b ', 'a b'],
    ['㍿', '株式会社'],
    ['ァヶ', 'ぁゖ'],
  ])('%s is %s', (text, wanted) => expect(foldSearch(text)).toBe(wanted));
});
