import { controlIn, isShown, visibleText } from './element-text';
import { foldLabel, foldText } from './fold-text';
import { isOwnPart } from './own-parts';
import { type FoundValue, near, valueBeside } from './value-beside';

/** All values that carry one of these labels, by label (folded). One walk over the page serves all labels. */
export function findByLabels(root: ParentNode & Node, labels: Set<string>): Map<string, FoundValue[]> {
  const found = new Map<string, FoundValue[]>();
  const put = (label: string, value: FoundValue | null) => {
    if (!value || !isShown(value.element)) return;
    found.set(label, [...(found.get(label) ?? []), value]);
  };
  for (const text of texts(root)) {
    const raw = text.data;
    const element = text.parentElement;
    if (!element || raw.length > LONGEST) continue;
    const label = PLAIN.test(raw) ? raw.toLowerCase() : foldLabel(raw);
    // A label that is a part of its element's text has its value in the same element.
    if (labels.has(label))
      put(
        label,
        element.firstElementChild && !element.matches('label') && foldLabel(visibleText(element)) !== label
          ? near(text)
          : valueBeside(element),
      );
    else if (/[:\uff1a]/.test(raw)) for (const line of linesOf(raw, labels)) put(line.label, { element, text: line.value });
  }
  for (const area of root.querySelectorAll('textarea'))
    for (const row of area.value.split('\n')) for (const line of linesOf(row, labels)) put(line.label, { element: area, text: line.value });
  for (const element of root.querySelectorAll('[aria-label]')) {
    const label = foldLabel(element.getAttribute('aria-label') ?? '');
    if (labels.has(label) && controlIn(element) === element) put(label, { element });
  }
  return found;
}

/** A label or a line of a few of them, with the blanks of the markup around; what is longer is prose. */
const LONGEST = 400;

/** A record has tens of fields. What has hundreds of rows is a list of other things, and is not searched for labels. */
const MOST_ROWS = 200;
const MOST_CHILDREN = 600;
const UNREAD = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'OPTION', 'TEXTAREA', 'NOSCRIPT', 'svg']);

/** Text nodes in document order, without long lists; also those of open shadow roots and of frames of the same origin. */
function* texts(root: Node): Generator<Text> {
  for (let node = root.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) yield node as Text;
    else if (node.nodeType === 1 && !UNREAD.has(node.nodeName) && !isAside(node as Element)) {
      const inner = (node as Element).shadowRoot ?? (node as HTMLIFrameElement).contentDocument;
      if (inner) yield* texts(inner);
      yield* texts(node);
    }
  }
}

function isAside(element: Element): boolean {
  return element.ariaHidden === 'true' || isOwnPart(element) || isLongList(element);
}

/** Whether an element holds a list too long for one record. */
export function isLongList(element: Element): boolean {
  return element.childElementCount > (element.nodeName === 'TBODY' ? MOST_ROWS : MOST_CHILDREN);
}

/** Letters, digits and blanks inside: folding would change nothing but the case. */
const PLAIN = /^\w[\w ,()-]*\w$/;

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
