import { controlIn, visibleText } from './element-text';
import { foldText } from './fold-text';
import type { FoundValue } from './found-value';

/** How far up a label's wrappers are followed. */
const WRAPPERS = 5;

/** The value that stands beside a label, or beside what wraps it. */
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

function afterOrBefore(element: Element | Text, label: string): FoundValue | null {
  for (let node = element.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = foldText(node.nodeValue ?? '').replace(/^:\s*/, '');
      if (text && text !== '*') return { element: element.parentElement as Element, text };
    }
    if (node instanceof Element && !node.matches('script,style,br,hr,svg:not([aria-label])')) {
      if (
        visibleText(node) ||
        controlIn(node) ||
        node.matches('[aria-label],[title]') ||
        node.querySelector('[aria-label],[title],img[alt]')
      )
        return { element: node };
      // An empty value element beside its label is a value that is not there.
      if (node === element.nextElementSibling && node.childElementCount === 0 && element.parentElement?.childElementCount === 2)
        return { element: node };
    }
  }
  const before = element.previousElementSibling;
  const parent = element.parentElement;
  // A tile shows its figure above its label; anything larger than a tile is another record's business.
  if (before && parent && parent.childElementCount === 2 && visibleText(before) && visibleText(before) !== label)
    return { element: before };
  return null;
}
