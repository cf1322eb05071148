import { addBusinessDays } from '../business-days';
import { type Day, parseDay } from '../day';
import type { Offset } from '../playbook/playbook-schema';
import type { Moment } from './moment';

/** Due day of an offset; null while its anchor is unknown. Counts forwards from, or backwards to, the anchor. */
export function dueDay(offset: Offset, m: Moment): Day | null {
  const anchor = anchorDay(offset.from, m);
  if (anchor === null) return null;
  return offset.business ? addBusinessDays(anchor, offset.days, m.plan.calendar) : anchor + offset.days;
}

/** Due day of a checklist item or play by id; null when it has none. */
export function dueDayOf(id: string, m: Moment): Day | null {
  const due = m.plan.items.get(id)?.item.due ?? (m.plan.plays.get(id) ?? m.plan.items.get(id)?.play)?.due;
  return due ? dueDay(due, m) : null;
}

function anchorDay(from: Offset['from'], m: Moment): Day | null {
  if (from === 'contract') return m.contractDay;
  if (from === 'targetEnd') return m.targetEnd;
  if (from === 'onboarded') {
    const judged = m.account.judgement;
    return judged?.onboarded ? parseDay(judged.day) : null;
  }
  return kickoffDay(m);
}

/** The day kickoff was held; before that the day it is planned for; before that the day it is due. */
function kickoffDay(m: Moment): Day | null {
  const held = m.heldPlay('kickoff');
  if (held) return parseDay(held.day);
  const planned = m.account.touchpoints.findLast((one) => one.status === 'planned' && one.play === 'kickoff');
  if (planned) return parseDay(planned.day);
  const play = m.plan.plays.get('kickoff');
  return play?.due && play.due.from !== 'kickoff' ? dueDay(play.due, m) : null;
}
