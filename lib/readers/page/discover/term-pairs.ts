import { isShown } from '../element-text';
import { cleanLabel } from './looks-like';
import { joined, type Pair } from './pair';
import { leavesOf, type Part, partsOf, textOf } from './part';

/** Pairs of a definition list; groups of `dt` and `dd` may be wrapped. Of several `dd` the first is the value. */
export function termPairs(list: Element): Pair[] {
  const pairs: Pair[] = [];
  let term: Element | null = null;
  for (const element of list.querySelectorAll('dt,dd,[role=term],[role=definition]')) {
    if (element.closest('dl') !== list && list.matches('dl')) continue;
    if (element.matches('dt,[role=term]')) {
      term = element;
      continue;
    }
    if (term && isShown(term) && isShown(element)) pairs.push(...pair(term, element, list));
    term = null;
  }
  return pairs;
}

function pair(term: Element, definition: Element, box: Element): Pair[] {
  const parts = partsOf(term);
  const first = parts[0];
  if (!first) return [];
  const label = cleanLabel(textOf(joined(parts)));
  const values = partsOf(definition).filter((part) => part.kind !== 'button' && part.kind !== 'break');
  const empty: Part = { kind: 'empty', element: definition, node: definition, text: '', parts: [], size: 1, link: false };
  const value = values.length ? joined(values) : empty;
  if (label === '' || label.length > 80 || value.size > 12) return [];
  return [{ label, labelNode: (leavesOf(first)[0] as Part).node, value, strength: 3, box }];
}
