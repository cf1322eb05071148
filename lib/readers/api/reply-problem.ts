import type { ProblemCode } from '@/lib/core/account/problem';
import type { Reading } from '@/lib/core/account/reading';

/** Something that is wrong with a reply as a whole, or with all that it says of a metric. Data; worded where it is shown. */
export interface ReplyProblem {
  code: ProblemCode;
  /** Null where it is about the whole reply. */
  metric: string | null;
  /** What was seen: numbers and days, in no language. */
  detail: string;
}

/** Weeks that a reply gave of a metric: how many, the first and the last by their first days, `YYYY-MM-DD`. */
export interface WeekSpan {
  count: number;
  from: string;
  to: string;
}
export type WeekSpans = Record<string, WeekSpan>;

/** What an API said of one account: readings, what is wrong with the reply, weeks by metric, and other ids of the account. */
export interface ApiReply {
  readings: Reading[];
  problems: ReplyProblem[];
  weeks: WeekSpans;
  /** Metrics that the mapping gives by week, also where none came. */
  metrics: string[];
  /** By name; null where the reply does not give it. */
  ids: Record<string, string | null>;
}
