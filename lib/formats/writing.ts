/** Which of day and month stands first in a date of three numbers; `open` where nobody has told. */
export const dateOrders = ['day/month', 'month/day', 'open'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** How numbers are written; `open` where nobody has told. Blanks and apostrophes group in both. */
export const numberForms = ['1,234.5', '1.234,5', 'open'] as const;
export type NumberForm = (typeof numberForms)[number];

/** What one page shows, as far as its writing goes. */
export interface PageWriting {
  /** The page's own `lang`; empty where it has none. */
  lang: string;
  /** Values as they are shown; those of number fields left out, which a browser writes its own way. */
  texts: string[];
  labels: string[];
}

/** What settled something, for showing it. `against`: two texts that cannot both be right. */
export type Evidence =
  | { code: 'told' }
  | { code: 'lang'; lang: string }
  | { code: 'words' | 'day' | 'number' | 'zone'; text: string; account: string }
  | { code: 'against'; text: string; account: string; other: string };

/** How the pages of a console are written. What is not settled is `open`, and such values stay unknown. */
export interface Settled {
  /** BCP 47; empty where the pages do not tell. */
  locale: string;
  dates: DateOrder;
  /** Null: as the language writes. */
  numbers: NumberForm | null;
  /** IANA zone that the pages name; null where they name none or several. */
  zone: string | null;
  settledFrom: { locale: Evidence | null; dates: Evidence | null; numbers: Evidence | null; zone: Evidence | null };
  /** A text of the pages for each open matter; null where no value hangs on it. */
  asks: { dates: string | null; numbers: string | null };
}

/** What is known from outside the pages, as a person's answer. */
export interface ToldWriting {
  locale?: string | undefined;
  dates?: DateOrder | undefined;
  numbers?: NumberForm | undefined;
}
