import type { DiscoveredValue } from '@/lib/formats/discovered-page';
import type { Locator } from '@/lib/formats/field-schema';

/** One value of the account, found without any configuration. */
export interface DiscoveredField extends Omit<DiscoveredValue, 'offers'> {
  /** How to find it again; null where nothing stable leads to it. */
  locator: Locator | null;
}

/** A discovered field with the element that shows it, for marking it on the page, and all ways to find it again. */
export interface FieldOnPage extends DiscoveredField, DiscoveredValue {
  element: Element;
  /** Where its label stands, if it is not the element's own. */
  labelElement: Element | null;
}
