import type { Situation } from '../conditions/situation';
import type { Play } from '../playbook/playbook-schema';

/**
 * Whether a play is behind the account: it was held, or a play that comes after it was, or, for work among colleagues,
 * all its required items are done.
 */
export function isFinished(play: Play, m: Situation): boolean {
  if (m.heldPlay(play.id)) return true;
  if (m.book.playbook.plays.some((later) => later.after.includes(play.id) && m.heldPlay(later.id))) return true;
  if (play.touchpoint && play.touchpoint.type !== 'internal') return false;
  const items = m.checklist.all().filter((item) => item.play === play.id && item.required);
  return items.length > 0 && items.every((item) => item.state === 'done' || item.state === 'skipped');
}
