import { controlIn, isShown, otherHalf, visibleText } from './element-text';
import { foldLabel, foldText } from './fold-text';
import type { FoundValue } from './found-value';
import { near } from './value-near';

/** All values that carry one of these labels, by label (folded). One walk over the page serves all labels. */
export function findByLabels(root: ParentNode & Node, labels: Set<string>): Map<string, FoundValue[]> {
  const found = new Map<string, FoundValue[]>();
  const longest = Math.max(0, ...[...labels].map((label) => label.length)) + 4;
  const put = (label: string, value: FoundValue | null) => {
    if (!value || !isShown(value.element)) return;
    const list = found.get(label) ?? [];
    if (!list.some((one) => one.element === value.element && one.text === value.text)) found.set(label, [...list, value]);
  };
  for (const text of texts(root)) {
    const raw = text.data;
    if (raw.length > longest + 200) continue;
    const element = text.parentElement;
    if (!element) continue;
    if (raw.length <= longest + 8) {
      const label = labels.has(raw.toLowerCase()) ? raw.toLowerCase() : isPlain(raw) ? '' : foldLabel(raw);
      if (labels.has(label)) {
        // A label that is a part of its element's text has its value in the same element.
        put(
          label,
          element.firstElementChild && !element.matches('label') && foldLabel(visibleText(element)) !== label
            ? near(text)
            : valueBeside(element),
        );
        continue;
      }
    }
    if (/[:\uff1a]/.test(raw)) for (const line of linesOf(raw, labels)) put(line.label, { element, text: line.value });
  }
  for (const element of root.querySelectorAll('[aria-label]')) {
    const label = foldLabel(element.getAttribute('aria-label') ?? '');
    if (labels.has(label) && controlIn(element) === element) put(label, { element });
  }
  return found;
}

/** A record has tens of fields. What has hundreds of rows is a list of other things, and is not searched for labels. */
const MOST_ROWS = 200;
const MOST_CHILDREN = 600;
const UNREAD = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'OPTION', 'TEXTAREA', 'NOSCRIPT', 'svg']);

/** Text nodes in document order, without long lists. */
function* texts(root: Node): Generator<Text> {
  for (let node = root.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) yield node as Text;
    else if (node.nodeType === Node.ELEMENT_NODE && !UNREAD.has(node.nodeName) && !isLongList(node as Element)) yield* texts(node);
  }
}

/** Whether an element holds a list too long for one record. */
export function isLongList(element: Element): boolean {
  return element.childElementCount > (element.nodeName === 'TBODY' ? MOST_ROWS : MOST_CHILDREN);
}

/** Letters, digits and blanks inside: folding would change nothing but the case, and that was tried. */
function isPlain(raw: string): boolean {
  return /^\w[\w ,()-]*\w$/.test(raw);
}

/** `Label: value` in one run of text, and several of them one after another. */
function linesOf(raw: string, labels: Set<string>): { label: string; value: string }[] {
  return linePieces(raw).flatMap((piece) => {
    const match = /^([^:\uff1a]{1,60})[:\uff1a]\s*(\S.*)$/s.exec(piece.trim());
    const label = match?.[1] ? foldLabel(match[1]) : '';
    return labels.has(label) ? [{ label, value: foldText(match?.[2] ?? '') }] : [];
  });
}

/** `Plan: Pro | Seats: 25` in pieces; a sign parts two pairs only where a label follows it. */
export function linePieces(raw: string): string[] {
  return raw.split(/\s[|·•/]\s(?=[^:\uff1a|·•/]{1,40}[:\uff1a])|[；;]\s*(?=[^:\uff1a；;]{1,40}[:\uff1a])/);
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
    if (control && !(control as HTMLInputElement).type?.match(/^hidden$/)) return whole(control);
    const inside = controlIn(label);
    if (inside) return whole(inside);
  }
  const legend = start.closest('legend')?.parentElement;
  if (legend && holdsOnlyChoices(legend)) return { element: legend };
  const named = start.closest('[id]');
  if (named && visibleText(named) === visibleText(start)) {
    const owner = document.querySelector(`[aria-labelledby~="${CSS.escape(named.id)}"]`);
    if (owner && !owner.contains(start)) return { element: owner };
  }
  return null;
}

/** Whether a box holds the answers of one choice and no other field. */
function holdsOnlyChoices(box: Element): boolean {
  const controls = [...box.querySelectorAll('input:not([type=hidden]),select,textarea,[role=radio]')];
  return controls.length > 1 && controls.every((one) => one.matches('[type=radio],[role=radio]'));
}

/** One answer of a choice stands for the whole choice. */
function asChoice(found: FoundValue | null): FoundValue | null {
  if (!found || !controlIn(found.element)?.matches('[type=radio],[role=radio]')) return found;
  for (let box: Element | null = found.element, up = 0; box && up < 4; box = box.parentElement, up += 1)
    if (holdsOnlyChoices(box)) return { element: box };
  return found;
}

/** A field that is one half of a date and its time stands for both. */
function whole(control: Element): FoundValue {
  const box = control.parentElement;
  return box && otherHalf(control) ? { element: box } : { element: control };
}

const CELL = 'dt,[role=term],th,td,[role=cell],[role=gridcell],[role=rowheader],[role=columnheader]';
const HEADER = 'th,[role=columnheader]';

function beside(start: Element, cell: Element): FoundValue | null {
  if (cell.matches('dt,[role=term]')) {
    const next = cell.nextElementSibling;
    return next?.matches('dd,[role=definition]') ? { element: next } : null;
  }
  const row = cell.closest('tr,[role=row]');
  const cells = row ? [...row.children] : [];
  if (cells.length > 1 && cells.every((one) => one.matches(HEADER))) return underHeader(cell);
  const next = cell.nextElementSibling;
  // In a table with a header row a cell stands beside another column's, not beside its own value.
  if (row && start.closest('table')?.querySelector('thead') && cells.length > 2 && !cell.matches(HEADER)) return null;
  return next ? { element: next } : null;
}

/** The cell below a column header, where the table has one row of values. */
function underHeader(cell: Element): FoundValue | null {
  const table = cell.closest('table,[role=table],[role=grid]');
  const row = cell.closest('tr,[role=row]');
  if (!table || !row) return null;
  const rows = [...table.querySelectorAll('tr,[role=row]')].filter(
    (one) => one !== row && one.querySelector('td,[role=cell],[role=gridcell]'),
  );
  const under = rows.length === 1 ? rows[0]?.children[[...row.children].indexOf(cell)] : null;
  return under ? { element: under } : null;
}
