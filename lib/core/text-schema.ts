import { z } from 'zod';

const TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** A text in English, and in as many other languages as its author writes. */
export const textSchema = z
  .object({ en: z.string().min(1) })
  .catchall(z.string().min(1))
  .superRefine((text, context) => {
    for (const lang of Object.keys(text))
      if (!TAG.test(lang)) context.addIssue({ code: 'custom', path: [lang], message: 'a language: en, ja, zh-Hans' });
  });
