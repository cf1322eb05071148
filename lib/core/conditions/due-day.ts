import type { Touchpoint } from '../account/fold-account';
import { addBusinessDays } from '../business-days';
import { type Day, parseDay } from '../day';
import type { Offset } from '../playbook/playbook-schema';
import type { Situation } from './situation';

/** Due day of an offset; null while its anchor is unknown. Counts forwards from, or backwards to, the anchor. */
export function dueDay(offset: Offset, m: Situation): Day | null {
  const anchor = anchorDay(offset.from, m);
  if (anchor === null) return null;
  return offset.business ? addBusinessDays(anchor, offset.days, m.book.calendar) : anchor + offset.days;
}

/** Due day of a checklist item or play by id; null when it has none. */
export function dueDayOf(id: string, m: Situation): Day | null {
  const due = m.book.items.get(id)?.item.due ?? (m.book.plays.get(id) ?? m.book.items.get(id)?.play)?.due;
  return due ? dueDay(due, m) : null;
}

function anchorDay(from: Offset['from'], m: Situation): Day | null {
  if (from === 'contract') return m.contractDay;
  if (from === 'targetEnd') return m.targetEnd;
  if (from === 'onboarded') {
    const judged = m.account.judgement;
    return judged?.onboarded ? parseDay(judged.day) : null;
  }
  return kickoffDay(m);
}

/** The kickoff that was held last, whatever the playbook calls that play; null while none was. */
export function heldKickoff(m: Situation): Touchpoint | null {
  const play = m.book.playOf('kickoff');
  return play && m.heldPlay(play.id);
}

/** The day kickoff was held; before that the day it is planned for; before that the day it is due. */
function kickoffDay(m: Situation): Day | null {
  const held = heldKickoff(m);
  if (held) return parseDay(held.day);
  const play = m.book.playOf('kickoff');
  if (!play) return null;
  const planned = plannedPlay(play.id, m);
  if (planned) return parseDay(planned.day);
  return play.due && play.due.from !== 'kickoff' ? dueDay(play.due, m) : null;
}

function plannedPlay(play: string, m: Situation): Touchpoint | undefined {
  return m.account.touchpoints.findLast((one) => one.status === 'planned' && one.play === play);
}
