import { foldLabel } from '../fold-text';
import { isToolLabel } from './noise';
import { turned, withoutOwnNames } from './other-readings';
import { controlOf, grouped, type Pair, shownOf } from './pair';
import { leavesOf, lookOfElement } from './part';
import { hidesMore, withoutAddRows, withoutSideBoxes } from './side-boxes';

/** What is left of the pairs of a page, and whether they are those of one record. */
export interface Chosen {
  pairs: Pair[];
  /** Two or more records of the same kind stand on the page, and none is the page's own. */
  ambiguous: boolean;
}

/**
 * Of all that could be a pair, what is one: the surer rule first, each text once, boxes only where others look alike;
 * then one record only.
 */
export function choosePairs(candidates: Pair[]): Chosen {
  const usable = withoutOwnNames(turned(candidates)).filter((pair) => !isToolLabel(foldLabel(pair.label)));
  const fronts = inFront(usable);
  const chosen = withoutTwins(fronts.filter((pair) => pair.lonelyLook === undefined));
  const lonely = withoutValue(
    fronts.filter((pair) => pair.lonelyLook !== undefined),
    chosen,
  );
  const filled = withoutAddRows(withoutEmptyForms([...chosen, ...lonely.filter((pair) => !hidesMore(pair))]));
  return oneRecord(inOrder(withoutSideBoxes(filled)));
}

function withoutTwins(candidates: Pair[]): Pair[] {
  const alike = grouped(candidates, (pair) => pair.signature ?? '');
  const proven = candidates.filter((pair) => pair.strength > 1 || isProven(alike.get(pair.signature ?? '') ?? []));
  const byLabelNode = grouped(proven, (pair) => pair.labelNode);
  const parts = proven.filter((pair) => !isSection(pair, byLabelNode) && !isListed(pair, alike.get(pair.signature ?? '') ?? [], proven));
  const depths = new Map(parts.map((pair) => [pair, depth(pair)]));
  const size = (pair: Pair) => (pair.signature ? (alike.get(pair.signature)?.length ?? 0) : 0);
  const ranked = parts.toSorted((a, b) => b.strength - a.strength || size(b) - size(a) || (depths.get(b) ?? 0) - (depths.get(a) ?? 0));
  const taken = new Set<Node>();
  const kept: Pair[] = [];
  for (const pair of ranked) {
    const lines = pair.shown !== undefined && pair.value.node === pair.labelNode;
    const nodes = lines ? [] : [pair.labelNode, ...leavesOf(pair.value).map((leaf) => leaf.node)];
    if (
      lines
        ? taken.has(pair.value.node) && !kept.some((one) => one.value === pair.value)
        : nodes.some((node) => taken.has(node) && !(node === pair.labelNode && controlOf(pair.value) === node))
    )
      continue;
    for (const node of lines ? [pair.value.node] : nodes) taken.add(node);
    kept.push(pair);
  }
  return kept;
}

const VOUCHERS = 3;

/** Labels that stand alone, where several that look the same have values and nothing else looks so. */
function withoutValue(lonely: Pair[], chosen: Pair[]): Pair[] {
  const vouchers = new Map<string, number>();
  const taken = new Set<Node>();
  for (const pair of chosen) {
    const look = lookOfElement(pair.labelNode.parentElement);
    vouchers.set(look, (vouchers.get(look) ?? 0) + 1);
    taken.add(pair.labelNode);
    for (const leaf of leavesOf(pair.value)) taken.add(leaf.node).add(leaf.element);
  }
  const values = new Set(chosen.flatMap((pair) => leavesOf(pair.value).map((leaf) => lookOfElement(leaf.element))));
  return lonely.filter((pair) => {
    const look = pair.lonelyLook ?? '';
    return (vouchers.get(look) ?? 0) >= VOUCHERS && !values.has(look) && !taken.has(pair.labelNode);
  });
}

/** A title over a part of the page that holds pairs of its own, or over prose. */
function isSection(pair: Pair, all: Map<Node, Pair[]>): boolean {
  if (pair.strength > 2 || pair.shown !== undefined) return false;
  const leaves = leavesOf(pair.value);
  if (
    pair.strength === 1 &&
    leaves.length === 1 &&
    /[.!。]$/.test(leaves[0]?.text ?? '') &&
    /^(?:\S+\s+){4}|^[^\s]{20}/.test(leaves[0]?.text ?? '')
  )
    return true;
  if (leaves.length < 2) return false;
  const nodes = new Set<Node>(leaves.map((leaf) => leaf.node));
  const inner = leaves.flatMap((leaf) => all.get(leaf.node) ?? []);
  return inner.some((other) => other !== pair && leavesOf(other.value).every((leaf) => nodes.has(leaf.node)));
}

/** Entries of a list that all hold the same kind of thing, on a page whose record is laid out in another way. */
function isListed(pair: Pair, alike: Pair[], all: Pair[]): boolean {
  if (pair.strength > 1 || !alike.every((one) => one.box.matches('li,[role=listitem],article'))) return false;
  const kinds = new Set(
    alike.map((one) => (/^\D*$/.test(shownOf(one).text) ? 'words' : /@|\d{4}-|[$€£¥]/.test(shownOf(one).text) ? 'form' : 'figure')),
  );
  return kinds.size === 1 && !kinds.has('figure') && all.filter((one) => one.strength > 1).length >= 3;
}

/** A clock time or a time told from now; where boxes show nothing else, they are a log of what happened. */
const MOMENT = /\d{1,2}:\d{2}|\b(?:ago|yesterday)$|(?:前|昨日)$|\d時/;

/** A record has tens of fields; hundreds of boxes that look alike are a list. */
const MOST_ALIKE = 150;

/** Boxes that look alike prove each other when there are two, their labels differ, and not all of their values are buttons. */
function isProven(alike: Pair[]): boolean {
  if (alike.length > MOST_ALIKE) return false;
  const labels = new Set(alike.map((pair) => foldLabel(pair.label)));
  if (alike.length >= 3 && alike.every((pair) => MOMENT.test(shownOf(pair).text))) return false;
  return labels.size >= 2 && labels.size > alike.length / 2 && alike.filter((pair) => pair.value.kind !== 'button').length >= 2;
}

function depth(pair: Pair): number {
  let count = 0;
  for (let node: Node | null = pair.box; node; node = node.parentNode) count += 1;
  return count;
}

/** A dialog that shows a record hides the page behind it; any other dialog is no record. */
function inFront(pairs: Pair[]): Pair[] {
  const dialogs = new Set(pairs.map(dialogOf).filter((one) => one !== null));
  const within = (dialog: Element) => pairs.filter((pair) => dialogOf(pair) === dialog);
  const front = [...dialogs].filter((dialog) => new Set(within(dialog).map((pair) => foldLabel(pair.label))).size >= 4).at(-1);
  return front ? within(front) : pairs.filter((pair) => dialogOf(pair) === null);
}

function dialogOf(pair: Pair): Element | null {
  return pair.box.closest('dialog,[role=dialog],[role=alertdialog],[aria-modal=true]');
}

/** A form in which nothing is filled in is for something new. */
function withoutEmptyForms(pairs: Pair[]): Pair[] {
  const forms = new Map<Element, boolean>();
  for (const pair of pairs) {
    const form = controlOf(pair.value)?.closest('form');
    if (form) forms.set(form, (forms.get(form) ?? false) || shownOf(pair).text.replace(/^(?:yes|no)$/, '') !== '');
  }
  const isNew = (pair: Pair) => {
    const form = controlOf(pair.value)?.closest('form');
    return form !== null && form !== undefined && forms.get(form) === false;
  };
  return pairs.every(isNew) ? pairs : pairs.filter((pair) => !isNew(pair));
}

function inOrder(pairs: Pair[]): Pair[] {
  return pairs.toSorted((a, b) =>
    a.labelNode === b.labelNode ? 0 : a.labelNode.compareDocumentPosition(b.labelNode) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

/** The same label again with another value is another record's: the one that stands with the rest of the record is its own. */
function oneRecord(pairs: Pair[]): Chosen {
  const byLabel = grouped(pairs, (pair) => foldLabel(pair.label));
  const own: Pair[] = [];
  const repeated: Pair[][] = [];
  for (const same of byLabel.values()) {
    const texts = new Set(same.map((pair) => squeezed(shownOf(pair).text)).filter((text) => text !== ''));
    const filled = same.find((pair) => shownOf(pair).text !== '') ?? same[0];
    if (texts.size <= 1 && filled) own.push(filled);
    else repeated.push(same);
  }
  const settled = own.length >= 2 ? repeated.map((same) => closest(same, own)) : repeated.map(() => null);
  const open = settled.filter((pair) => pair === null).length;
  const ambiguous = open >= 2 && open >= own.length / 2;
  return { pairs: ambiguous ? [] : inOrder([...own, ...settled.filter((pair) => pair !== null)]), ambiguous };
}

/** Of several pairs the one that shares the nearest box with pairs of the record; null where two stand equally near. */
function closest(same: Pair[], own: Pair[]): Pair | null {
  const steps = same.map((pair) => {
    let up = 0;
    for (let box: Element | null = pair.box; box; box = box.parentElement, up += 1)
      if (own.some((other) => box.contains(other.labelNode))) return up;
    return up;
  });
  const least = Math.min(...steps);
  return steps.filter((one) => one === least).length === 1 ? (same[steps.indexOf(least)] ?? null) : null;
}

const squeezed = (text: string) => text.replace(/\s+/g, '');
