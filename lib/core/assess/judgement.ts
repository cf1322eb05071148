import type { Situation } from '../conditions/situation';
import { parseDay } from '../day';
import type { CriterionResult, CriterionState } from './criteria';

/** Numbers and words, kept apart. Onboarded needs both, and a person who says so. */
export interface Judgement {
  quantitative: CriterionState;
  qualitative: 'confirmed' | 'denied' | 'unknown';
  /** The customer's own words, with who said them and when. */
  quote: { text: string; who: string; day: string } | null;
  /** Both sides are there: a person may now state that the account is onboarded. */
  ready: boolean;
  onboarded: boolean;
  day: string | null;
  /** Days from contract to the judgement. */
  tookDays: number | null;
  playbook: { id: string; version: number } | null;
  /** Criteria as they stood on the day of the judgement. */
  frozen: { id: string; state: CriterionState; line: string }[] | null;
}

/** Weighs the two sides. Unknown blocks completion without failing it. */
export function judgementOf(criteria: CriterionResult[], m: Situation): Judgement {
  const quantitative = criteria.some((one) => one.state === 'unmet')
    ? 'unmet'
    : criteria.some((one) => one.state === 'unknown')
      ? 'unknown'
      : 'met';
  const heard = m.held.findLast((one) => one.verdict !== undefined);
  const qualitative = heard?.verdict ? (heard.verdict.confirmed ? 'confirmed' : 'denied') : 'unknown';
  const mark = m.account.judgement;
  const judgedDay = mark ? parseDay(mark.day) : null;
  const stands = mark !== null && judgedDay !== null && judgedDay <= m.today;
  // A judgement counts with what was frozen on its day: later readings do not undo it, a later judgement does.
  const frozenMet = stands && mark.criteria.length > 0 && mark.criteria.every((one) => one.state === 'met');
  const quote = quoteOf(heard, stands ? mark : null);
  const onboarded = stands && mark.onboarded && frozenMet && (qualitative === 'confirmed' || Boolean(mark.quote));
  const contract = m.contractDay;
  return {
    quantitative,
    qualitative,
    quote,
    ready: !onboarded && quantitative === 'met' && qualitative === 'confirmed',
    onboarded,
    day: stands ? mark.day : null,
    tookDays: onboarded && contract !== null ? judgedDay - contract : null,
    playbook: stands ? mark.playbook : null,
    frozen: stands ? mark.criteria : null,
  };
}

type Heard = ReturnType<Situation['heldPlay']>;

function quoteOf(heard: Heard | undefined, mark: { quote?: string; who?: string; day: string } | null): Judgement['quote'] {
  if (heard?.verdict?.quote) return { text: heard.verdict.quote, who: heard.verdict.who ?? '', day: heard.day };
  return mark?.quote ? { text: mark.quote, who: mark.who ?? '', day: mark.day } : null;
}
