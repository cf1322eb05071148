import { z } from 'zod';
import { parseDay } from './day';

/** A real calendar day as `YYYY-MM-DD`; the 31st of February is refused where it is written, not where it is counted. */
export const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')
  .refine((text) => parseDay(text) !== null, 'no such day');
