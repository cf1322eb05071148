import type { ItemMark } from '../account/fold-account';
import { dueDay } from '../conditions/due-day';
import type { Evidence } from '../conditions/evidence';
import { evidenceOnce } from '../conditions/evidence-once';
import type { ItemState, Situation } from '../conditions/situation';
import { type Day, formatDay } from '../day';
import type { Item, Play } from '../playbook/playbook-schema';
import { lastTrueDay } from './regression';

const NOTHING = (): Evidence[] => [];
const NONE: string[] = [];
const NEVER_DONE = (): Day | null => null;

/** Works out one item of a play that applies. */
export function itemState(item: Item, play: Play, m: Situation): ItemState {
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
    doneDay: NEVER_DONE,
    fellBackFrom: null,
    waitsFor: NONE,
    blockedSince: null,
    blockedDays: 0,
    evidence: NOTHING,
    mark: mark?.id ?? null,
  };
  const judged = judge(base, item, mark, m);
  if (judged.state === 'open' || judged.state === 'blocked') {
    const skipped = mark?.state === 'blocked' ? null : m.checklist.skip(play);
    if (skipped) {
      judged.state = 'skipped';
      judged.reason = skipped.reason;
      judged.evidence = skipped.evidence;
      return judged;
    }
    if (item.dependsOn) judged.waitsFor = openOf(item.dependsOn, m);
    if (due !== null && m.today > due) judged.lateDays = m.today - due;
  }
  return judged;
}

function openOf(ids: string[], m: Situation): string[] {
  return ids.filter((id) => isOpen(id, m));
}

function isOpen(id: string, m: Situation): boolean {
  const state = m.checklist.item(id);
  return state !== null && state.state !== 'done' && state.state !== 'skipped';
}

/** Works on the fresh state it is given: a spread for every item of every account is most of a portfolio's time. */
function judge(state: ItemState, item: Item, mark: ItemMark | undefined, m: Situation): ItemState {
  if (mark?.state === 'done' || mark?.state === 'skipped') {
    state.state = mark.state;
    state.how = 'hand';
    if (mark.state === 'done') state.doneDay = always(m.dayOf(mark.at));
    else state.reason = mark.reason ?? '';
    return state;
  }
  if (!item.doneWhen) return mark?.state === 'blocked' ? block(state, mark, m) : state;
  const test = m.test(item.doneWhen);
  const truth = test.truth(m, 0);
  state.condition = truth;
  const evidence = evidenceOnce(test, m);
  state.evidence = evidence;
  const byCondition = mark?.state !== 'open';
  if (truth === true && byCondition) return done(state, evidenceDay(evidence, m));
  const held = truth !== true && byCondition ? lastTrueDay(item.doneWhen, m) : null;
  if (item.once && held !== null) return done(state, always(held));
  if (mark?.state === 'blocked') return block(state, mark, m);
  state.how = 'condition';
  if (truth === false && held !== null) state.fellBackFrom = formatDay(held);
  return state;
}

const always = (day: Day) => () => day;

function done(state: ItemState, day: () => Day | null): ItemState {
  state.state = 'done';
  state.how = 'condition';
  state.doneDay = day;
  return state;
}

function block(state: ItemState, mark: ItemMark, m: Situation): ItemState {
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

/** The day on which a condition came to hold, as far as its evidence tells; none while that is being worked out. */
function evidenceDay(evidence: () => Evidence[], m: Situation): () => Day | null {
  let day: Day | null | undefined;
  return () => {
    if (day === undefined) {
      day = null;
      const seen = evidence().flatMap((one) => one.seenAt ?? []);
      day = seen.length ? m.dayOf(Math.max(...seen)) : m.today;
    }
    return day;
  };
}
