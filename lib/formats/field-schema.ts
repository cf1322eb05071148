import { z } from 'zod';

const text = z.string().min(1).max(2000);

/** BCP 47 language whose number and date forms are meant. */
export const localeSchema = z.string().refine(isLocale, 'a language such as en-US, ja or de');
/** IANA zone, or `browser` for the browser's own. */
export const zoneSchema = z.string().refine((name) => name === 'browser' || isZone(name), 'an IANA zone such as Asia/Tokyo, or "browser"');

/** How a value is found on a page. Alternatives are tried in order; the first that finds something decides. */
export const locatorSchema = z.union([
  /** By the text of its label: definition lists, tables, forms, tiles, `Label: value` lines. */
  z.strictObject({ label: text, within: text.optional() }),
  /**
   * By CSS; `attribute` reads that attribute in place of the text. ` >>> ` leads into an open shadow root or frame.
   * With `labelled` the value counts only where that label stands in the same box.
   */
  z.strictObject({ selector: text, attribute: text.optional(), labelled: text.optional() }),
  /** By the header of its column, in the row that holds `row` ({accountId} stands for the id); else the only row. */
  z.strictObject({ header: text, row: text.optional(), within: text.optional() }),
  /** In JSON inside a script element; `path` is dotted. */
  z.strictObject({ json: text, path: text }),
]);
export type Locator = z.infer<typeof locatorSchema>;

export const findSchema = z.array(locatorSchema).min(1);

/** How a text is read. `first` and `second` take the numbers of `6 / 8` and `6 of 8`. */
export const parses = ['number', 'percent', 'date', 'time', 'duration', 'yesNo', 'text', 'first', 'second'] as const;
export type Parse = (typeof parses)[number];

/** One value to read. */
export const fieldSchema = z.strictObject({
  metric: text.max(100),
  find: findSchema,
  parse: z.enum(parses),
  unit: z.string().optional(),
  /** BCP 47 language of the text, where it is not the console's. */
  locale: localeSchema.optional(),
  zone: zoneSchema.optional(),
});
export type Field = z.infer<typeof fieldSchema>;

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** Whether a name is an IANA zone that this engine knows. */
export function isZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
