import type { ReadingValue, Source } from '../account/reading';
import type { Comparison } from './condition-schema';

/** One thing that a condition looked at: the value used, where it came from, its age, or what is missing. */
export interface Evidence {
  /** What was looked at: a metric id, an event, an item, a play or a count. */
  about: string;
  kind: 'metric' | 'event' | 'item' | 'play' | 'count' | 'change' | 'median' | 'pace' | 'uneven' | 'freshness' | 'criteria';
  value: ReadingValue;
  is?: Comparison;
  limit?: ReadingValue;
  source?: Source;
  where?: string;
  /** Epoch ms UTC at which the value was seen. */
  seenAt?: number;
  /** First day of the week that the value speaks of. */
  week?: string;
  /** Calendar day of an event. */
  day?: string;
  /** Second value of a comparison over time: what it was before, or the median, or the band. */
  base?: number | null;
  /** Values that a ratio was made of. */
  parts?: Evidence[];
  /** Why the value is unknown. */
  missing?: string;
}

/** Three-valued truth (Kleene): null is unknown. */
export type Truth = boolean | null;
