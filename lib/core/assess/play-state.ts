import type { Situation } from '../conditions/situation';
import type { Play } from '../playbook/playbook-schema';

/**
 * Whether a play is behind the account: it was held, or a play that comes after it was, or, for work among colleagues,
 * all its required items are done.
 */
export function isFinished(play: Play, m: Situation): boolean {
  if (m.heldPlay(play.id)) return true;
  if (m.held.length > 0) {
    for (const later of m.book.playbook.plays) if (later.after.includes(play.id) && m.heldPlay(later.id)) return true;
  }
  if (play.touchpoint && play.touchpoint.type !== 'internal') return false;
  let required = 0;
  for (const item of m.checklist.all()) {
    if (item.play !== play.id || !item.required) continue;
    if (item.state !== 'done' && item.state !== 'skipped') return false;
    required += 1;
  }
  return required > 0;
}
