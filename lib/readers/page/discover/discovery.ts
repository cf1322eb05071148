import type { Locator } from '@/lib/formats/field-schema';
import type { ValueType } from './guess-value';
import type { LocatorOffer } from './make-locators';

/** One value of the account, found without any configuration. */
export interface DiscoveredField {
  label: string;
  /** What it means; null where the page says that there is none or does not tell which of two things it means. */
  value: number | string | boolean | null;
  /** What the page shows. */
  text: string;
  type: ValueType;
  /** BCP 47 language by whose forms the text means this value; null where all agree. */
  locale: string | null;
  /** How to find it again; null where nothing stable leads to it. */
  locator: Locator | null;
}

/** What a page shows about one account. `ambiguous`: it shows several of a kind, and no value is anybody's. */
export interface Discovery {
  accountId: string | null;
  ambiguous: boolean;
  fields: DiscoveredField[];
  /** BCP 47 guess of the language whose forms the page shows. */
  locale: string | null;
}

/** What is known of the page from outside it. */
export interface DiscoverySetting {
  /** The id in the address, where there is one. */
  urlId: string | null;
  /** Languages of the browser and of the console, the surest first. */
  locales: string[];
  /** IANA zone of times that name none. */
  zone: string;
  /** Epoch ms UTC at which the page was seen; null where that is not known. */
  now: number | null;
}

/** A discovered field with the element that shows it, for marking it on the page, and all ways to find it again. */
export interface FieldOnPage extends DiscoveredField {
  element: Element;
  /** Where its label stands, if it is not the element's own. */
  labelElement: Element | null;
  offers: LocatorOffer[];
}
