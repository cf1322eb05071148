import type { Situation, Skip } from '../conditions/situation';
import { once } from '../once';
import type { Play } from '../playbook/playbook-schema';

const NOTHING = () => [];

/** Why a play is left out: a person's reason, or the playbook's; null when it is not. */
export function skipOf(play: Play, m: Situation): Skip | null {
  const mark = m.account.items.get(`play:${play.id}`);
  if (mark?.state === 'skipped') return { reason: mark.reason ?? '', evidence: NOTHING, mark: mark.id };
  if (!play.skipWhen || mark?.state === 'open' || m.heldPlay(play.id)) return null;
  const test = m.test(play.skipWhen.when);
  if (test.truth(m, 0) !== true) return null;
  return { reason: play.skipWhen.reason, evidence: once(() => test.evidence(m, 0), []), mark: null };
}
