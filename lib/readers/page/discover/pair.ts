import { chosenWords, elementText, isChoice } from '../element-text';
import { leavesOf, type Part, sizeOf, labelOf as wordsOf } from './part';

/** A label and the value that the page's layout gives it. */
export interface Pair {
  label: string;
  /** What carries the label; one text is the label of one value. */
  labelNode: Node;
  value: Part;
  /**
   * How surely they belong together: names that are data themselves (5), what markup ties (4), tables and terms (3),
   * `Label:` (2), repeated boxes (1).
   */
  strength: 1 | 2 | 3 | 4 | 5;
  /** The element that holds both. */
  box: Element;
  /** Where only a part of a text is the value. */
  shown?: string;
  /** Boxes of one kind look alike; a box of its own kind proves nothing. */
  signature?: string;
  /** The same box read the other way round, where both of its texts could be the label. */
  turned?: Pair;
  /** Set for a label without a value: its look, by which others that have one can vouch for it. */
  lonelyLook?: string;
}

/** A control outside the tree of parts, as a part. */
export function controlPart(element: Element): Part {
  return { kind: 'control', element, node: element, text: '', parts: [], size: 1, link: false };
}

/** Several parts as one value. */
export function joined(parts: Part[]): Part {
  const first = parts[0] as Part;
  return parts.length === 1
    ? first
    : { kind: 'group', element: first.element, node: first.node, text: '', parts, size: sizeOf(parts), link: first.link };
}

/** The control that carries a value, if one does. */
export function controlOf(value: Part): Element | null {
  return leavesOf(value).find((leaf) => leaf.kind === 'control')?.element ?? null;
}

/** What a pair shows, and whether somebody is typing in it just now. */
export function shownOf(pair: Pair): { text: string; editing: boolean } {
  if (pair.shown !== undefined) return { text: pair.shown, editing: false };
  const controls = leavesOf(pair.value).filter((leaf) => leaf.kind === 'control');
  if (controls.length === 0) {
    const { value } = pair;
    return { text: value.kind === 'button' ? value.text : wordsOf(value), editing: false };
  }
  if (controls.length > 1 && controls.every((leaf) => isChoice(leaf.element)))
    return { text: chosenWords(controls.map((leaf) => leaf.element)), editing: false };
  const read = controls.map((leaf) => elementText(leaf.element));
  return {
    text: read
      .map((one) => one.text)
      .filter(Boolean)
      .join(' '),
    editing: read.some((one) => one.editing),
  };
}

/** Things by a key of theirs. */
export function grouped<T, K>(things: T[], keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const list = groups.get(keyOf(thing));
    if (list) list.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}
