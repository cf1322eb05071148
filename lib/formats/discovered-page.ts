import type { Locator } from './field-schema';

/** A way to find a value again, and why it is likely to hold. */
export interface Offer {
  locator: Locator;
  by: 'label' | 'header' | 'name' | 'place';
}

/** A value that a page shows, found without a configuration. */
export interface DiscoveredValue {
  label: string;
  value: string | number | boolean | null;
  text: string;
  type: string;
  /** BCP 47 language by whose forms the text means this value; null where all agree. */
  locale: string | null;
  offers: Offer[];
}

export interface DiscoveredPage {
  title: string;
  accountId: string | null;
  ambiguous: boolean;
  locale: string | null;
  fields: DiscoveredValue[];
}
