import type { Play, Playbook, Segment } from './playbook-schema';

/** The playbook as it applies to accounts of these segments; later segments win over earlier ones. */
export function resolveSegment(playbook: Playbook, segments: Segment[]): Playbook {
  return segments.reduce<Playbook>((so, segment) => {
    const own = new Map((segment.criteria ?? []).map((criterion) => [criterion.id, criterion]));
    const criteria = so.criteria.map((criterion) => own.get(criterion.id) ?? criterion);
    const added = (segment.criteria ?? []).filter((criterion) => !so.criteria.some((other) => other.id === criterion.id));
    return {
      ...so,
      targetDays: segment.targetDays ?? so.targetDays,
      thresholds: { ...so.thresholds, ...segment.thresholds },
      criteria: [...criteria, ...added],
      plays: plays(so.plays, segment),
    };
  }, playbook);
}

function plays(base: Play[], segment: Segment): Play[] {
  const own = new Map((segment.plays ?? []).map((play) => [play.id, play]));
  const kept = base.filter((play) => !segment.leaveOutPlays?.includes(play.id)).map((play) => replaced(play, own.get(play.id)));
  return [...kept, ...(segment.plays ?? []).filter((play) => !base.some((other) => other.id === play.id))];
}

/** A segment's own version of a play; what the play is for stays, unless the segment says otherwise. */
function replaced(play: Play, own: Play | undefined): Play {
  return own && play.role && !own.role ? { ...own, role: play.role } : (own ?? play);
}
