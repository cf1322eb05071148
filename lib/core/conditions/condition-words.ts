import type { Phrase } from '../phrase';
import type { Playbook } from '../playbook/playbook-schema';
import type { Lang } from '../text';

/** What conditions, and the events and counts that they speak of, are called. `lang`: the language that these are in. */
export interface ConditionWords {
  lang: Lang;
  and: string;
  or: string;
  not: string;
  /** `{k}` of `{n}`. */
  atLeast: string;
  /** `{weeks}` as it stands: a number, or the name of what gives it. */
  weeks: string;
  since: string;
  calendar: string;
  business: string;
  done: string;
  held: string;
  notDone: string;
  notHeld: string;
  blocked: string;
  hours: string;
  measured: string;
  criteria: string;
  uneven: string;
  pace: string;
  change: string;
  median: string;
  months: Phrase;
  anyReading: string;
  anyItem: string;
  events: Record<string, string>;
  counts: Record<string, string>;
}

/** What a condition is written out for. */
export interface LineSetting {
  playbook: Playbook;
  lang: Lang;
  words: { conditions: ConditionWords };
}
