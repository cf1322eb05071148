import type { Cause, Owner } from '../account/entry';
import type { ItemMark } from '../account/fold-account';
import { dueDay } from '../conditions/due-day';
import type { Evidence, Truth } from '../conditions/evidence';
import type { Moment } from '../conditions/moment';
import type { Day } from '../day';
import { formatDay } from '../day';
import type { Item, Play } from '../playbook/playbook-schema';
import type { Text } from '../text';
import { lastTrueDay } from './regression';

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
  doneDay: Day | null;
  /** The last day on which the condition held, when it held before and does not now. */
  fellBackFrom: string | null;
  waitsFor: string[];
  reason?: string | Text;
  owner?: Owner;
  cause?: Cause;
  untilDay?: string;
  blockedSince: string | null;
  blockedDays: number;
  evidence: Evidence[];
  mark: string | null;
}

/** State of an item by id; null when no play that applies has it. Worked out once per moment. */
export function checklistItem(id: string, m: Moment): ItemState | null {
  const cached = m.items.get(id);
  if (cached !== undefined) return cached;
  if (m.pending.has(id)) return null;
  m.pending.add(id);
  const state = work(id, m);
  m.pending.delete(id);
  m.items.set(id, state);
  return state;
}

function work(id: string, m: Moment): ItemState | null {
  const found = m.plan.items.get(id);
  return found && applies(found.play, m) ? itemState(found.item, found.play, m) : null;
}

/** A play applies unless its condition is known to be false. */
export function applies(play: Play, m: Moment): boolean {
  return !play.appliesWhen || m.plan.test(play.appliesWhen).truth(m, 0) !== false;
}

/** Why a play is left out: a person's reason, or the playbook's; null when it is not. */
export function skipReason(play: Play, m: Moment): { reason: string | Text; evidence: Evidence[]; mark?: string } | null {
  const mark = m.account.items.get(`play:${play.id}`);
  if (mark?.state === 'skipped') return { reason: mark.reason ?? '', evidence: [], mark: mark.id };
  if (!play.skipWhen || mark?.state === 'open' || m.heldPlay(play.id)) return null;
  const test = m.plan.test(play.skipWhen.when);
  return test.truth(m, 0) === true ? { reason: play.skipWhen.reason, evidence: test.evidence(m, 0) } : null;
}

function itemState(item: Item, play: Play, m: Moment): ItemState {
  const mark = m.account.items.get(item.id);
  const due = item.due ? dueDay(item.due, m) : play.due ? dueDay(play.due, m) : null;
  const base: ItemState = {
    id: item.id,
    play: play.id,
    name: item.name,
    required: item.required,
    milestone: item.milestone ?? false,
    state: 'open',
    how: null,
    dueDay: due,
    lateDays: 0,
    doneDay: null,
    fellBackFrom: null,
    waitsFor: [],
    blockedSince: null,
    blockedDays: 0,
    evidence: [],
    mark: mark?.id ?? null,
  };
  const judged = judge(base, item, mark, m);
  if (judged.state === 'open' || judged.state === 'blocked') {
    const skipped = mark?.state === 'blocked' ? null : skipReason(play, m);
    if (skipped) return { ...judged, state: 'skipped', reason: skipped.reason, evidence: skipped.evidence };
    judged.waitsFor = (item.dependsOn ?? []).filter((other) => {
      const state = checklistItem(other, m);
      return state !== null && state.state !== 'done' && state.state !== 'skipped';
    });
    if (due !== null && m.today > due) judged.lateDays = m.today - due;
  }
  return judged;
}

/** Works on the fresh state it is given: a spread for every item of every account is most of a portfolio's time. */
function judge(state: ItemState, item: Item, mark: ItemMark | undefined, m: Moment): ItemState {
  if (mark?.state === 'done' || mark?.state === 'skipped') {
    state.state = mark.state;
    state.how = 'hand';
    if (mark.state === 'done') state.doneDay = m.dayOf(mark.at);
    else state.reason = mark.reason ?? '';
    return state;
  }
  if (!item.doneWhen) return mark?.state === 'blocked' ? block(state, mark, m) : state;
  const test = m.plan.test(item.doneWhen);
  const truth = test.truth(m, 0);
  state.condition = truth;
  state.evidence = test.evidence(m, 0);
  const byCondition = mark?.state !== 'open';
  if (truth === true && byCondition) return done(state, evidenceDay(state.evidence, m));
  const held = truth !== true && byCondition ? lastTrueDay(item.doneWhen, m) : null;
  if (item.once && held !== null) return done(state, held);
  if (mark?.state === 'blocked') return block(state, mark, m);
  state.how = 'condition';
  if (truth === false && held !== null) state.fellBackFrom = formatDay(held);
  return state;
}

function done(state: ItemState, day: Day | null): ItemState {
  state.state = 'done';
  state.how = 'condition';
  state.doneDay = day;
  return state;
}

function block(state: ItemState, mark: ItemMark, m: Moment): ItemState {
  const since = m.dayOf(mark.at);
  state.state = 'blocked';
  state.how = 'hand';
  state.owner = mark.owner;
  state.cause = mark.cause;
  state.untilDay = mark.untilDay;
  state.reason = mark.reason;
  state.blockedSince = formatDay(since);
  state.blockedDays = Math.max(0, m.today - since);
  return state;
}

/** The day on which a condition came to hold, as far as its evidence tells. */
function evidenceDay(evidence: Evidence[], m: Moment): Day | null {
  const seen = evidence.map((one) => one.seenAt).filter((ms) => ms !== undefined);
  return seen.length ? m.dayOf(Math.max(...seen)) : m.today;
}
