import { foldLabel } from '../fold-text';
import { controlOf, grouped, type Pair } from './pair';

/** Where a figure stands over its label, words over words of the same look are a value over its label too. */
export function turned(pairs: Pair[]): Pair[] {
  const over = new Set(pairs.map((pair) => pair.signature));
  return pairs.map((pair) => (pair.turned && over.has(pair.turned.signature) ? pair.turned : pair));
}

/** A field's name for a screen reader says more than its label: the label that people see is its name. */
export function withoutOwnNames(pairs: Pair[]): Pair[] {
  const seen = grouped(
    pairs.filter((pair) => pair.strength > 1 && pair.labelNode !== controlOf(pair.value)),
    (pair) => controlOf(pair.value),
  );
  return pairs.filter((pair) => {
    const control = controlOf(pair.value);
    if (!control || pair.labelNode !== control) return true;
    return !seen.get(control)?.some((other) => other.label !== pair.label && foldLabel(pair.label).includes(foldLabel(other.label)));
  });
}
