/** How a value is found on a page. Alternatives are tried in order; the first that finds something decides. */
export type Locator =
  /** By the text of its label: definition lists, tables, forms, tiles, `Label: value` lines. */
  | { label: string; within?: string }
  /**
   * By CSS; `attribute` reads that attribute in place of the text. ` >>> ` leads into an open shadow root or frame.
   * With `labelled` the value counts only where that label stands in the same box.
   */
  | { selector: string; attribute?: string; labelled?: string }
  /** By the header of its column, in the row that holds `row` ({accountId} stands for the id); else the only row. */
  | { header: string; row?: string; within?: string }
  /** In JSON inside a script element; `path` is dotted. */
  | { json: string; path: string };

export type Parse = 'number' | 'percent' | 'date' | 'time' | 'duration' | 'yesNo' | 'text' | 'first' | 'second';

/** One value to read. `first` and `second` take the numbers of `6 / 8` and `6 of 8`. */
export interface Field {
  metric: string;
  find: Locator[];
  parse: Parse;
  unit?: string;
  /** BCP 47 language of the text, where it is not the console's. */
  locale?: string;
  zone?: string;
}

/** The part of a console's description that a page reader needs. Holds no address of an API and no secret. */
export interface PageConfig {
  id: string;
  origins: string[];
  /** Language whose number and date forms the console shows. */
  locale: string;
  /** IANA zone of times that the page shows without one; `browser` for the browser's own. */
  zone: string;
  pages: { match: string }[];
  account: {
    /** `url`, or where on the page the id stands. */
    id: 'url' | Locator[];
    name?: Locator[];
    /** Places that must name the same account as the address or the name does; if one differs, nothing is read. */
    check?: { find: Locator[]; holds: 'id' | 'name' }[];
  };
  fields: Field[];
}
