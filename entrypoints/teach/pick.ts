import type { Picked } from '@/components/teach/TeachCard';
import type { FieldOnPage } from '@/lib/readers/page/discover/found-field';
import { makeLocators, workingLocators } from '@/lib/readers/page/discover/make-locators';
import { elementText } from '@/lib/readers/page/element-text';

/** A picked element: what was discovered there, or what the element itself shows. */
export function pick(element: Element, found: FieldOnPage[]): Picked & { element: Element } {
  const known = foundAt(element, found);
  if (known)
    return { element: known.element, label: known.label, shown: known.text, type: known.type, offers: known.offers as Picked['offers'] };
  const shown = elementText(element).text;
  const offers = workingLocators(element.ownerDocument, [{ offers: makeLocators(element, null), shown }])[0] ?? [];
  return { element, label: null, shown, type: 'text', offers: offers as Picked['offers'] };
}

/** The discovered value on an element: its own, else the only one inside it, else one that it is a part of. */
export function foundAt(element: Element, found: FieldOnPage[]): FieldOnPage | null {
  const own = found.find((field) => field.element === element);
  if (own) return own;
  const inside = found.filter((field) => element.contains(field.element));
  if (inside.length === 1) return inside[0] ?? null;
  if (inside.length > 1) return null;
  const around = found.find((field) => field.element.contains(element) && field.element.querySelectorAll('*').length < 12);
  return around ?? null;
}
