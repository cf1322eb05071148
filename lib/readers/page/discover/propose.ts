import type { Field, Locator } from '@/lib/formats/field-schema';
import { foldLabel, foldText } from '../fold-text';
import type { DiscoveredField } from './found-field';

/** A new way to find a field that drifted, and why it is proposed. */
export interface Proposal {
  metric: string;
  locator: Locator;
  label: string;
  shown: string;
  /** What speaks for it: the value is the one known, the label is much the same. */
  because: ('value' | 'label')[];
}

/** What a proposal needs of a discovered value. */
type Candidate = Pick<DiscoveredField, 'label' | 'value' | 'text' | 'type' | 'locator'>;

/** What was known of a field before it was lost. */
export interface LostField {
  field: Field;
  /** Its last value for the account at hand; null where none is known. */
  last: string | number | boolean | null;
}

/**
 * For each lost field the one discovered value that fits best: the same value as last known, a label alike, a type that
 * fits. No proposal where two fit equally well, and none that another field reads already.
 */
export function propose(lost: LostField[], discovered: Candidate[], readElsewhere: string[]): Proposal[] {
  const taken = new Set(readElsewhere.map((text) => foldLabel(text)));
  const free = discovered.filter((one) => one.locator !== null && !taken.has(foldLabel(one.label)));
  const proposals = lost.flatMap(({ field, last }): Proposal[] => {
    const rated = free
      .flatMap((one) => {
        const because = reasons(field, last, one);
        return because.length > 0 ? [{ one, because, points: points(because, field, one, last) }] : [];
      })
      .toSorted((a, b) => b.points - a.points);
    const [best, second] = rated;
    if (!best?.one.locator || best.points < 3 || (second && best.points - second.points < 1)) return [];
    return [{ metric: field.metric, locator: best.one.locator, label: best.one.label, shown: best.one.text, because: best.because }];
  });
  // Two lost fields that want the same place: neither may have it.
  return proposals.filter((one) => proposals.every((other) => other === one || foldLabel(other.label) !== foldLabel(one.label)));
}

function reasons(field: Field, last: LostField['last'], found: Candidate): Proposal['because'] {
  const same = last !== null && found.value !== null && sameValue(last, found.value);
  const labels = field.find.flatMap((locator) =>
    'label' in locator
      ? [locator.label]
      : 'header' in locator
        ? [locator.header]
        : 'labelled' in locator && locator.labelled
          ? [locator.labelled]
          : [],
  );
  const alike = labels.some((label) => likeness(label, found.label) >= 0.5);
  return [...(same ? (['value'] as const) : []), ...(alike ? (['label'] as const) : [])];
}

/** A value that says much (a name, a date, a large number) proves more than a yes or a small number. */
function points(because: Proposal['because'], field: Field, found: Candidate, last: LostField['last']): number {
  const telling = typeof last === 'string' ? last.length > 3 : typeof last === 'number' && Math.abs(last) > 9;
  const fits = fitsType(field.parse, found.type) ? 1 : -2;
  return (because.includes('value') ? (telling ? 3 : 1.5) : 0) + (because.includes('label') ? 2 : 0) + fits;
}

function fitsType(parse: Field['parse'], type: Candidate['type']): boolean {
  if (parse === 'text') return true;
  if (parse === 'yesNo') return type === 'yesNo';
  if (parse === 'date' || parse === 'time') return type === 'date' || type === 'time' || type === 'relative';
  return type === 'number' || type === 'percent' || type === 'money';
}

function sameValue(a: string | number | boolean, b: string | number | boolean): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 0.01;
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : foldText(text));
  return typeof a === 'string' && typeof b === 'string' ? day(a) === day(b) : a === b;
}

/** Share of pairs of neighbouring signs that two labels have in common (Dice), without case and blanks; 0 to 1. */
export function likeness(a: string, b: string): number {
  const pairs = (text: string) => {
    const plain = foldLabel(text).replace(/[\s_-]/g, '');
    return Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2));
  };
  const [one, two] = [pairs(a), pairs(b)];
  if (one.length + two.length === 0) return foldLabel(a) === foldLabel(b) ? 1 : 0;
  const left = [...two];
  const common = one.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (one.length + two.length);
}
