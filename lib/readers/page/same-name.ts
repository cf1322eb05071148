import { foldText } from './fold-text';

/** Words of a text without case, width and punctuation; a sign that glues two of them stays a hyphen. */
function wordsOf(text: string): string {
  return foldText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, (signs) => (/^[-_./~]+$/.test(signs) ? '-' : ' '))
    .replace(/^[ -]+|[ -]+$/g, '');
}

const plain = (text: string) => wordsOf(text).replace(/[ -]/g, '');

/** Whether two texts are the same name or id: `ACC-1001` and `acc 1001`, `Acme KK` and its slug `acme-kk`. */
export function isSameName(one: string, other: string): boolean {
  return plain(one) !== '' && plain(one) === plain(other);
}

/** Whether a heading, a title or a field holds a name or an id, as words of their own: `A-12` and `A-1-2` hold no `A-1`. */
export function holdsName(shown: string, wanted: string): boolean {
  const signs = [...plain(wanted)].join('[ -]?');
  return signs !== '' && new RegExp(`(?:^|[^!-~])${signs}(?![!-~])`, 'u').test(wordsOf(shown));
}
