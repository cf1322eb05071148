import { z } from 'zod';

/** The languages that Kido speaks. */
export type Lang = 'en' | 'ja';

/** A text in both languages; a playbook with only one of them is not accepted. */
export const textSchema = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });
export type Text = z.infer<typeof textSchema>;

/** Fills `{name}` in both languages; a name without a value stays as it is, so that the gap is seen. */
export function fill(text: Text, values: Record<string, string | number | Text>): Text {
  const put = (lang: Lang) =>
    !text[lang].includes('{')
      ? text[lang]
      : text[lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
          const value = values[name];
          if (value === undefined) return whole;
          return typeof value === 'object' ? value[lang] : String(value);
        });
  return { en: put('en'), ja: put('ja') };
}
