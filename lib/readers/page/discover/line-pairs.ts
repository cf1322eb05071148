import { linePieces } from '../find-by-label';
import { cleanLabel, looksLikeLabel } from './looks-like';
import type { Pair } from './pair';
import type { Part } from './part';

/** `Label: value` in one run of text; several where a sign parts them. */
export function lines(part: Part): Pair[] {
  // A page's title is no pair, even with a colon in it.
  if (part.element.closest('h1,h2') || (part.element.matches('small,p,span,em,div') && isBesideField(part.element))) return [];
  return linePieces(part.text).flatMap((piece) => line(piece, part, 2));
}

/** A line in the box of one field explains that field. */
function isBesideField(element: Element): boolean {
  const box = element.parentElement?.querySelectorAll('input:not([type=hidden]),select,textarea,[role=combobox]');
  return box?.length === 1 && !element.contains(box[0] as Element);
}

/** `Label: value` in each row of a text area that holds little else. */
export function textareaLines(part: Part): Pair[] {
  const rows = (part.element as HTMLTextAreaElement).value.split('\n').filter((row) => row.trim() !== '');
  const pairs = rows.flatMap((row) => line(row, part, 5));
  return rows.length > 1 && pairs.length >= rows.length * 0.8 ? pairs : [];
}

function line(text: string, part: Part, strength: Pair['strength']): Pair[] {
  const match = /^\s*([^:：]{1,40})[:：]\s*(\S.*?)\s*$/s.exec(text);
  const label = cleanLabel(match?.[1] ?? '');
  if (!match?.[2] || !looksLikeLabel(label) || /^\/\//.test(match[2]) || match[2].length > 200) return [];
  // A sentence with a colon in it is prose.
  if (/\S+\s+\S+\s+.*\p{Ll}[.!]$/u.test(match[2])) return [];
  return [{ label, labelNode: part.node, value: part, shown: match[2], strength, box: part.element }];
}
