import { z } from 'zod';

/** The last millisecond that is taken for a time: one below what a Date can hold, so that a later one can still be named. */
export const LAST_INSTANT = 8.64e15 - 1;

/** Epoch milliseconds UTC as a whole number, from 1970 to the last time that a Date can hold. */
export const epochMs = z.number().int().min(0).max(LAST_INSTANT);

/** `epochMs`; an ISO time is taken as well, because people write these files. */
export const instant = z.union([
  epochMs,
  z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .pipe(epochMs),
]);
