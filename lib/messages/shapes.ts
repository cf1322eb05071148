import { z } from 'zod';
import { locatorSchema, parses } from '@/lib/formats/field-schema';

/** Shapes that stand in several questions. */
export const address = z.string().max(4000);
export const account = z.string().min(3).max(600);
export const accountId = z.string().min(1).max(300);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const entryId = z.string().max(200);
export const consoleId = z.string().max(60);
export const metric = z.string().min(1).max(100);
export const nothing = z.strictObject({});

/** A field as teaching makes it: a console's field without what only its file says. */
export const taughtSchema = z.strictObject({ metric, find: z.array(locatorSchema).min(1).max(8), parse: z.enum(parses) });
export type TaughtField = z.infer<typeof taughtSchema>;
