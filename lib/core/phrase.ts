/** A sentence that changes with a number `n`: one form for each category of the language's plurals, `other` always. */
export type Plural = { other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>;

/** A sentence with `{name}` blanks, or its forms for a number `n`. Plain data: it travels by message. */
export type Phrase = string | Plural;

const rules = new Map<string, Intl.PluralRules>();

/**
 * Fills the blanks of a phrase; a blank without a value stays as it is, so that the gap is seen.
 * @param lang chooses the form where the phrase has several
 */
export function tell(phrase: string, values: Record<string, string | number>): string;
export function tell(phrase: Phrase, values: Record<string, string | number>, lang: string): string;
export function tell(phrase: Phrase, values: Record<string, string | number>, lang = 'en'): string {
  const form = typeof phrase === 'string' ? phrase : (phrase[rulesOf(lang).select(Number(values.n))] ?? phrase.other);
  return form.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}

function rulesOf(lang: string): Intl.PluralRules {
  let known = rules.get(lang);
  if (!known) rules.set(lang, (known = new Intl.PluralRules(lang)));
  return known;
}
