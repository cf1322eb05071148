import type { Picked } from '@/components/teach/TeachCard';
import type { FieldOnPage } from '@/lib/readers/page/discover/found-field';
import { makeLocators, workingLocators } from '@/lib/readers/page/discover/make-locators';
import { elementText } from '@/lib/readers/page/element-text';

/** A picked element: what was discovered there, or what the element itself shows. */
export function pick(element: Element, found: FieldOnPage[], y?: number): Picked & { element: Element } {
  const known = foundAt(element, found, y);
  if (known)
    return { element: known.element, label: known.label, shown: known.text, type: known.type, offers: known.offers as Picked['offers'] };
  const shown = elementText(element).text;
  const offers = workingLocators(element.ownerDocument, [{ offers: makeLocators(element, null), shown }])[0] ?? [];
  return { element, label: null, shown, type: 'text', offers: offers as Picked['offers'] };
}

/** The discovered value on an element: its own, else the only one inside it, else one that it is a part of. */
export function foundAt(element: Element, found: FieldOnPage[], y?: number): FieldOnPage | null {
  const own = found.filter((field) => field.element === element);
  if (own[0]) return own.find((field) => y !== undefined && isInLine(element, field.label, y)) ?? own[0];
  const inside = found.filter((field) => element.contains(field.element));
  if (inside.length === 1) return inside[0] ?? null;
  if (inside.length > 1) return null;
  const around = found.find((field) => field.element.contains(element) && field.element.querySelectorAll('*').length < 12);
  return around ?? null;
}

/** Whether the line of a text area at a height of the window is the one that begins with a label. */
function isInLine(element: Element, label: string, y: number): boolean {
  if (!(element instanceof HTMLTextAreaElement)) return false;
  const style = getComputedStyle(element);
  const height = Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.2 || 16;
  const inside = y - element.getBoundingClientRect().top - element.clientTop - (Number.parseFloat(style.paddingTop) || 0);
  const line = element.value.split('\n')[Math.floor((inside + element.scrollTop) / height)] ?? '';
  return line.trim().toLowerCase().startsWith(label.toLowerCase());
}
