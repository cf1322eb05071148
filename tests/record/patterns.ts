/** Names of what no page should tell: parameters, attributes, metadata. */
export const SECRET_NAME = /token|nonce|csrf|session|secret|signature|password|api_?key|^sig$|^code$/i;
/** Signs that look like a key. */
export const SECRET = /(?=\S*\d)(?=\S*[a-z])[\w+/=-]{24,}/gi;
/** Times told from now; they fit the day on which the page was seen, which is moved as well. */
export const AGO = /\bago\b|\bin \d+ \w+$|前$|\bvor \d|\bil y a\b|\bhace\b|\bfa$|\bgeleden\b|\bsedan\b|\bsiden\b|\btemu\b|전$/i;
/** What a text is made of, each piece replaced in its own way. */
export const PIECES = new RegExp(
  [
    String.raw`(?<web>https?:\/\/[^\s"'<>]+)`,
    String.raw`(?<clock>T?\d{1,2}[:時]\d{2}(?:[:分]\d{2}(?:\.\d+)?秒?|分)?(?:Z|[+-]\d{2}:\d{2})?)`,
    String.raw`(?<span>\d+[a-z]{1,2}\b)`,
    String.raw`(?<id>(?=[\w/:-]*[A-Za-z])(?=[\w/:-]*\d)[A-Za-z0-9]+(?:[-_/:][A-Za-z0-9]+)*)`,
    String.raw`(?<number>[\d０-９]+(?:[.,'’٫٬\u00A0\u202F][\d０-９]+)*)(?<share>\s?[%％])?`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}ー]*)`,
  ].join('|'),
  'gu',
);
