import type { Cause, Owner } from '../account/entry';
import type { Day } from '../day';
import type { Play } from '../playbook/playbook-schema';
import type { Text } from '../text';
import type { Condition } from './condition-schema';
import type { Evidence, Truth } from './evidence';
import type { Moment } from './moment';

/** One checklist item at one moment. */
export interface ItemState {
  id: string;
  play: string;
  name: Text;
  required: boolean;
  milestone: boolean;
  state: 'done' | 'open' | 'blocked' | 'skipped';
  /** Who says so: a person's mark, or the item's own condition. */
  how: 'hand' | 'condition' | null;
  /** What the item's condition says; undefined without one. */
  condition?: Truth;
  dueDay: Day | null;
  /** Whole days past due while open or blocked, else 0. */
  lateDays: number;
  /** The day on which it was done, as far as its mark or its evidence tells. */
  doneDay: () => Day | null;
  /** The last day on which the condition held, when it held before and does not now. */
  fellBackFrom: string | null;
  waitsFor: string[];
  reason?: string | Text;
  owner?: Owner;
  cause?: Cause;
  untilDay?: string;
  blockedSince: string | null;
  blockedDays: number;
  evidence: () => Evidence[];
  mark: string | null;
}

/** Why a play is left out: a person's reason, or the playbook's. */
export interface Skip {
  reason: string | Text;
  evidence: () => Evidence[];
  mark: string | null;
}

/** The checklist at one moment. Each part is worked out when it is first asked for, and once. */
export interface Checklist {
  /** All items of the plays that apply, in playbook order. */
  all(): ItemState[];
  /** One item; null when no play that applies has it, and while it is being worked out: what waits for itself is unknown. */
  item(id: string): ItemState | null;
  /** A play applies unless its condition is known to be false. */
  applies(play: Play): boolean;
  /** Why a play is left out; null when it is not. */
  skip(play: Play): Skip | null;
}

/** What a condition is judged on: the values of a moment, and the checklist as it stands then. */
export interface Situation extends Moment {
  readonly checklist: Checklist;
  /** The compiled form of one of the playbook's conditions. */
  test(condition: Condition): Test;
  /** The same account at an earlier time (epoch ms UTC). */
  earlier(time: number): Situation;
}

/**
 * A compiled condition. `back` 0 asks about now; n ≥ 1 about the complete week so many weeks back. The truth is worked
 * out without allocating; evidence is gathered only where somebody will look at it.
 */
export interface Test {
  truth(m: Situation, back: number): Truth;
  evidence(m: Situation, back: number): Evidence[];
}
