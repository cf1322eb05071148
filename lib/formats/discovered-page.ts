import type { Locator } from './field-schema';
import type { PageWriting } from './writing';

/** What a shown text looks to be. */
export type ValueType = 'number' | 'percent' | 'date' | 'time' | 'relative' | 'money' | 'yesNo' | 'text';

/** A way to find a value again, and why it is likely to hold: by its label, by a name that developers gave it, by its place. */
export interface Offer {
  locator: Locator;
  by: 'label' | 'header' | 'name' | 'place';
}

/** A value that a page shows, found without a configuration. */
export interface DiscoveredValue {
  label: string;
  /** What it means; null where the page says that there is none or does not tell which of two things it means. */
  value: string | number | boolean | null;
  /** What the page shows. */
  text: string;
  type: ValueType;
  /** BCP 47 language by whose forms the text means this value; null where all agree. */
  locale: string | null;
  /** Ways that find it again, the surest first; none where nothing stable leads to it. */
  offers: Offer[];
}

/** What a page shows about one account. `ambiguous`: it shows several of a kind, and no value is anybody's. */
export interface DiscoveredPage {
  title: string;
  /** The page's one main heading, where there is exactly one that can be seen. */
  heading?: { selector: 'h1' | 'h2'; text: string } | null;
  accountId: string | null;
  ambiguous: boolean;
  /** BCP 47 guess of the language whose forms the page shows. */
  locale: string | null;
  fields: DiscoveredValue[];
  /** What tells how the console's pages are written, together with those of other accounts. */
  writing: PageWriting;
}
