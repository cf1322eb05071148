import type { Entry } from '@/lib/core/account/entry';
import { foldAccount } from '@/lib/core/account/fold-account';
import { evaluate } from '@/lib/core/assess/evaluate';
import { type Condition, conditionSchema } from '@/lib/core/conditions/condition-schema';
import type { Evidence, Truth } from '@/lib/core/conditions/evidence';
import type { Situation } from '@/lib/core/conditions/situation';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { entry, NOW, playbook, ZONE } from './make-account';

/** Some words, whichever they are: reasons are told, not compared. */
export const SOME_WORDS = /\w/;

/** An account seen through a playbook at one moment. */
export function situation(entries: Entry[], book: Playbook = playbook, now = NOW): Situation {
  return evaluate(book, foldAccount('sample/a', entries), now, ZONE).m;
}

/** What a condition says of an account; `back` as for `Test`. */
export function truth(condition: Condition, entries: Entry[] = [], back = 0, book: Playbook = playbook): Truth {
  const m = situation(entries, book);
  return m.test(conditionSchema.parse(condition)).truth(m, back);
}

/** What a condition looked at; `back` as for `Test`. */
export function evidence(condition: Condition, entries: Entry[] = [], back = 0, book: Playbook = playbook): Evidence[] {
  const m = situation(entries, book);
  return m.test(conditionSchema.parse(condition)).evidence(m, back);
}

/** One reading, with all that it may carry. */
export function reading(metric: string, value: unknown, more: Record<string, unknown> = {}, daysAgo = 0): Entry {
  return entry('readings', { readings: [{ metric, value, source: 'page', ...more }] }, daysAgo);
}
