import type { Account } from '../account/fold-account';
import type { ReadingValue, Source } from '../account/reading';
import { Moment } from '../conditions/moment';
import { formatDay } from '../day';
import type { Playbook } from '../playbook/playbook-schema';
import { resolveSegment } from '../playbook/resolve-segment';
import type { Text } from '../text';
import { checklist, progressOf } from './checklist';
import { applies, type ItemState, skipReason } from './checklist-item';
import { type CriterionResult, criteriaOf } from './criteria';
import { type Difference, differencesOf } from './differences';
import { type Judgement, judgementOf } from './judgement';
import { Plan } from './plan';
import { type StageState, stageOf } from './stage';
import { type Stall, stallsOf, type UndecidedRule } from './stalls';
import { type Recommendation, touchpointsOf } from './touchpoints';

/** Criteria, checklist, stalls, next touchpoints and judgement of one account at one moment. */
export interface Assessment {
  account: string;
  /** Epoch ms UTC. */
  at: number;
  zone: string;
  today: string;
  playbook: { id: string; version: number };
  segments: string[];
  contractDay: string | null;
  targetEnd: string | null;
  /** Week of onboarding that is running (1 is the first), and how many the target duration has. */
  week: number | null;
  weeks: number;
  stage: StageState;
  progress: { done: number; total: number; share: number | null };
  criteria: CriterionResult[];
  checklist: ItemState[];
  skippedPlays: { play: string; name: Text; reason: string | Text; mark: string | null }[];
  stalls: Stall[];
  undecided: UndecidedRule[];
  touchpoints: Recommendation[];
  judgement: Judgement;
  differences: Difference[];
  measurement: {
    metric: string;
    name: Text;
    value: ReadingValue;
    source: Source | null;
    where: string;
    seenAt: number | null;
    missing: string | null;
  }[];
}

const plans = new WeakMap<Playbook, Map<string, Plan>>();

/** The playbook compiled for these segments, once per playbook and set of segments. */
function planFor(playbook: Playbook, ids: string[]): Plan {
  let bySegments = plans.get(playbook);
  if (!bySegments) plans.set(playbook, (bySegments = new Map()));
  const name = ids.join(' ');
  let plan = bySegments.get(name);
  if (!plan) {
    const segments = playbook.segments.filter((segment) => ids.includes(segment.id));
    bySegments.set(name, (plan = new Plan(segments.length ? resolveSegment(playbook, segments) : playbook)));
  }
  return plan;
}

/** The moment on which an assessment stands: segments first, since they decide which rules apply. */
export function momentOf(playbook: Playbook, account: Account, now: number, zone: string): { moment: Moment; segments: string[] } {
  const base = new Moment(planFor(playbook, []), account, now, zone);
  if (playbook.segments.length === 0) return { moment: base, segments: [] };
  const segments = playbook.segments.filter((one) => base.plan.test(one.when).truth(base, 0) === true).map((one) => one.id);
  return { moment: segments.length ? new Moment(planFor(playbook, segments), account, now, zone) : base, segments };
}

/**
 * Assesses an account: a pure function of playbook, account and time.
 * @param now epoch ms UTC
 * @param zone IANA zone in which calendar days are counted; an unknown one throws RangeError
 */
export function assess(playbook: Playbook, account: Account, now: number, zone: string): Assessment {
  const { moment: m, segments } = momentOf(playbook, account, now, zone);
  const items = checklist(m);
  const criteria = criteriaOf(m);
  const judgement = judgementOf(criteria, m);
  const { stalls, undecided } = judgement.onboarded ? { stalls: [], undecided: [] } : stallsOf(m);
  const contract = m.contractDay;
  const target = m.targetEnd;
  return {
    account: account.key,
    at: now,
    zone,
    today: formatDay(m.today),
    playbook: { id: playbook.id, version: playbook.version },
    segments,
    contractDay: contract === null ? null : formatDay(contract),
    targetEnd: target === null ? null : formatDay(target),
    week: contract === null || m.today < contract ? null : Math.floor((m.today - contract) / 7) + 1,
    weeks: Math.ceil(m.plan.playbook.targetDays / 7),
    stage: stageOf(judgement, m),
    progress: progressOf(items),
    criteria,
    checklist: items,
    skippedPlays: skipped(m),
    stalls,
    undecided,
    touchpoints: touchpointsOf(stalls, judgement.onboarded, m),
    judgement,
    differences: differencesOf(m),
    measurement: measurement(m),
  };
}

function skipped(m: Moment): Assessment['skippedPlays'] {
  return m.plan.playbook.plays.flatMap((play) => {
    const skip = applies(play, m) ? skipReason(play, m) : null;
    return skip ? [{ play: play.id, name: play.name, reason: skip.reason, mark: skip.mark ?? null }] : [];
  });
}

function measurement(m: Moment): Assessment['measurement'] {
  return m.plan.playbook.metrics
    .filter((metric) => metric.weekly)
    .map((metric) => {
      const used = m.metric(metric.id);
      const missing = used.value === null ? (used.missing ?? 'unknown') : null;
      const { reading } = used;
      return {
        metric: metric.id,
        name: metric.name,
        value: used.value,
        source: reading?.source ?? null,
        where: reading?.where ?? '',
        seenAt: reading?.seenAt ?? null,
        missing,
      };
    });
}
