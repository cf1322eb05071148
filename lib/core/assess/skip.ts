import { evidenceOnce } from '../conditions/evidence-once';
import type { Situation, Skip } from '../conditions/situation';
import type { Play } from '../playbook/playbook-schema';

const NOTHING = () => [];

/** Why a play is left out: a person's reason, or the playbook's; null when it is not. */
export function skipOf(play: Play, m: Situation): Skip | null {
  const { items } = m.account;
  const mark = items.size > 0 ? items.get(`play:${play.id}`) : undefined;
  if (mark?.state === 'skipped') return { reason: mark.reason ?? '', evidence: NOTHING, mark: mark.id };
  if (!play.skipWhen || mark?.state === 'open' || m.heldPlay(play.id)) return null;
  const test = m.test(play.skipWhen.when);
  if (test.truth(m, 0) !== true) return null;
  return { reason: play.skipWhen.reason, evidence: evidenceOnce(test, m), mark: null };
}
