import { boxesAround, controlIn, controlsIn, DOING, isShown, momentOf, visibleText } from './element-text';
import { cellsUnder } from './find-in-table';
import { foldText } from './fold-text';

/** A value and where it stands; `text` is set where the value is a part of a text and not an element of its own. */
export interface FoundValue {
  element: Element;
  text?: string;
}

/**
 * The value that belongs to a label element, by how people lay out records: what the markup ties to it, then the cell
 * or definition beside it, then what stands next to it, then what stands above it in a tile.
 */
export function valueBeside(start: Element): FoundValue | null {
  const cell = start.closest(CELL);
  // A cell or term that holds nothing but the label has its value beside it, or nowhere.
  if (cell && visibleText(cell) === visibleText(start)) return tied(start) ?? beside(start, cell);
  return tied(start) ?? asChoice(near(start));
}

function tied(start: Element): FoundValue | null {
  const document = start.ownerDocument;
  const label = start.closest('label');
  if (label) {
    const control = (label as HTMLLabelElement).control ?? (label.htmlFor ? document.getElementById(label.htmlFor) : null);
    // A field that is not shown carries what a select box draws in its place.
    const box = control?.parentElement;
    if (control && isShown(control)) return whole(control);
    if (box && controlIn(box) === control) return { element: box };
    const inside = controlIn(label);
    if (inside) return whole(inside);
  }
  const legend = start.closest('legend')?.parentElement;
  if (legend && holdsOnlyChoices(legend)) return { element: legend };
  const named = start.closest('[id]');
  if (named && visibleText(named) === visibleText(start)) {
    const owner = [...document.querySelectorAll(`[aria-labelledby~="${CSS.escape(named.id)}"]:not(a)`)].find((one) => !one.contains(start));
    if (owner) return { element: owner };
  }
  return null;
}

/** Whether a box holds the answers of one choice and no other field. */
function holdsOnlyChoices(box: Element): boolean {
  const controls = controlsIn(box);
  return controls.length > 1 && controls.every((one) => one.matches(RADIO));
}

const RADIO = '[type=radio],[role=radio]';

/** One answer of a choice stands for the whole choice. */
function asChoice(found: FoundValue | null): FoundValue | null {
  if (!found || !controlIn(found.element)?.matches(RADIO)) return found;
  const whole = [found.element, ...boxesAround(found.element)].find(holdsOnlyChoices);
  return whole ? { element: whole } : found;
}

/** A field that is one half of a date and its time stands for both. */
function whole(control: Element): FoundValue {
  return { element: momentOf(control) ?? control };
}

const HEADER = 'th,[role=columnheader]';
const CELL = `dt,[role=term],td,[role=cell],[role=gridcell],[role=rowheader],${HEADER}`;
const VALUE = 'dd,[role=definition]';

function beside(start: Element, cell: Element): FoundValue | null {
  if (cell.matches('dt,[role=term]')) {
    // A term and its definition may share a wrapper, with a help sign or more wrappers between them.
    const box = boxesAround(cell).find((one) => one.matches('dl') || one.querySelector(VALUE));
    const [element, more] = box?.matches('dl') ? [cell.nextElementSibling] : (box?.querySelectorAll(VALUE) ?? []);
    return element?.matches(VALUE) && !more ? { element } : null;
  }
  const row = cell.closest('tr,[role=row]');
  const cells = row ? [...row.children] : [];
  // In a table with a header row a cell stands beside another column's, not beside its own value.
  if (row && start.closest('table')?.querySelector('thead') && cells.length > 2 && !cell.matches(HEADER)) return null;
  const element = cells.length > 1 && cells.every((one) => one.matches(HEADER)) ? cellsUnder(cell, null)[0] : cell.nextElementSibling;
  return element ? { element } : null;
}

/** How far up a label's wrappers are followed. */
const WRAPPERS = 5;

/** The value that stands next to a label, or above it in a tile; its wrappers are followed. */
export function near(start: Element | Text): FoundValue | null {
  const own = foldText(start.textContent ?? '');
  let element: Element | Text = start;
  for (let level = 0; level < WRAPPERS; level += 1) {
    const beyond = afterOrBefore(element, own);
    if (beyond) return beyond;
    const parent: Element | null = element.parentElement;
    if (!parent || parent.matches('body,main,form,section,table,tbody,ul,ol')) return null;
    element = parent;
  }
  return null;
}

/** By number: in a frame elements are of another window's kind. */
const isElement = (node: Node): node is Element => node.nodeType === 1;
/** What stands between a label and its value: signs, and buttons that do something. */
const PASSED = `script,style,br,hr,svg:not([aria-label]),[aria-hidden=true]:not([aria-label]),${DOING}`;
const SAYS = '[aria-label]:not(button),[title]:not(button),img[alt]';

function afterOrBefore(element: Element | Text, label: string): FoundValue | null {
  for (let node = element.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      const text = foldText(node.nodeValue ?? '').replace(/^:\s*/, '');
      if (text && text !== '*') return { element: element.parentElement as Element, text };
    }
    if (isElement(node) && !node.matches(PASSED)) {
      if (visibleText(node) || controlIn(node) || node.matches(SAYS) || node.querySelector(SAYS)) return { element: node };
      // An empty value element beside its label is a value that is not there.
      if (node === element.nextElementSibling && node.childElementCount === 0 && element.parentElement?.childElementCount === 2)
        return { element: node };
    }
  }
  const before = element.previousElementSibling;
  const parent = element.parentElement;
  // A tile shows its figure above its label; anything larger than a tile is another record's business.
  if (before && parent && !before.matches('i') && parent.childElementCount === 2 && visibleText(before) && visibleText(before) !== label)
    return { element: before };
  return null;
}
