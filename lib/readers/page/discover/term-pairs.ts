import { isShown } from '../element-text';
import { cleanLabel } from './looks-like';
import { joined, type Pair } from './pair';
import { labelOf, leavesOf, type Part, partsOf } from './part';

/** Pairs of a definition list; groups of `dt` and `dd` may be wrapped. Of several `dd` the first is the value. */
export function termPairs(list: Element): Pair[] {
  const pairs: Pair[] = [];
  let term: Element | null = null;
  for (const element of list.querySelectorAll('dt,dd,[role=term],[role=definition],dl')) {
    if (element.nodeName !== 'DL' && element.closest('dl') !== list) continue;
    // A list in a list is a record's part, laid out by the outer one.
    if (element.nodeName === 'DL') {
      if (element.parentElement?.closest('dl') === list) pairs.push(...termPairs(element));
      continue;
    }
    if (element.matches('dt,[role=term]')) {
      term = element;
      continue;
    }
    if (term && isShown(term) && isShown(element)) pairs.push(...pair(term, element, list));
    term = null;
  }
  return pairs;
}

/** Words of a term, without those of its signs. A term that explains itself on a click is a button all in one. */
function wordsOf(parts: Part[]): string {
  const words = labelOf(joined(parts));
  return words || (leavesOf(joined(parts)).find((leaf) => leaf.kind === 'button')?.text ?? '');
}

function pair(term: Element, definition: Element, box: Element): Pair[] {
  const parts = partsOf(term);
  const first = parts[0];
  if (!first) return [];
  const label = cleanLabel(wordsOf(parts));
  const values = partsOf(definition).filter((part) => part.kind !== 'button' && part.kind !== 'break');
  const empty: Part = { kind: 'empty', element: definition, node: definition, text: '', parts: [], size: 1, link: false };
  const value = values.length ? joined(values) : empty;
  if (label === '' || label.length > 80 || value.size > 12) return [];
  return [{ label, labelNode: (leavesOf(first)[0] as Part).node, value, strength: 3, box }];
}
