import { type ProblemCode, problemText } from '@/lib/core/account/problem';
import type { DateOrder, NumberForm } from '@/lib/formats/writing';

/** What a text was understood as; `value` null with the reason where it was not. */
export type Parsed<T> = { value: T; problem: null } | { value: null; problem: string };

export const ok = <T>(value: T): Parsed<T> => ({ value, problem: null });

/** Why a text was not understood: the code, and what was seen. */
export const problem = (code: ProblemCode, detail = ''): { value: null; problem: string } => ({
  value: null,
  problem: problemText(code, detail),
});

/** What a parser may know of the page: its language, its zone, and the time. */
export interface ParseSetting {
  /** BCP 47; decides the words and, where nothing else is told, signs and the order of day and month. Empty: not known. */
  locale: string;
  /** Order of day and month, where it is not the language's. */
  dates?: DateOrder | undefined;
  /** Signs of numbers, where they are not the language's. */
  numbers?: NumberForm | undefined;
  /** IANA zone for times without one. */
  zone: string;
  /** Epoch ms UTC, for relative times. */
  now: number;
}
