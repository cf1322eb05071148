/**
 * Text as it is searched: one width, lower case, katakana as hiragana, marks on letters left out, blanks as one.
 * Length may change; highlights are found by `spansOf` in the text itself.
 */
export function foldSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?![\u3099\u309a])\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}
