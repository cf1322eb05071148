import type { Account } from '../account/fold-account';
import type { ReadingValue, Source } from '../account/reading';
import type { ItemState, Situation } from '../conditions/situation';
import { formatDay } from '../day';
import type { Playbook } from '../playbook/playbook-schema';
import type { Text } from '../text';
import { progressOf } from './checklist';
import { type CriterionResult, criteriaOf } from './criteria';
import { type Difference, differencesOf } from './differences';
import { evaluate } from './evaluate';
import { type Judgement, judgementOf } from './judgement';
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
  undecided: () => UndecidedRule[];
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

/**
 * Assesses an account: a pure function of playbook, account and time.
 * @param now epoch ms UTC
 * @param zone IANA zone in which calendar days are counted; an unknown one throws RangeError
 */
export function assess(playbook: Playbook, account: Account, now: number, zone: string): Assessment {
  const { m, segments } = evaluate(playbook, account, now, zone);
  const items = m.checklist.all();
  const criteria = criteriaOf(m);
  const judgement = judgementOf(criteria, m);
  const { stalls, undecided } = judgement.onboarded ? { stalls: [], undecided: () => [] } : stallsOf(m);
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
    weeks: Math.ceil(m.book.playbook.targetDays / 7),
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

function skipped(m: Situation): Assessment['skippedPlays'] {
  const plays: Assessment['skippedPlays'] = [];
  for (const play of m.book.playbook.plays) {
    const skip = m.checklist.applies(play) ? m.checklist.skip(play) : null;
    if (skip) plays.push({ play: play.id, name: play.name, reason: skip.reason, mark: skip.mark });
  }
  return plays;
}

function measurement(m: Situation): Assessment['measurement'] {
  return m.book.weekly.map((metric) => {
    const { value, reading, missing } = m.metric(metric.id);
    return {
      metric: metric.id,
      name: metric.name,
      value,
      source: reading?.source ?? null,
      where: reading?.where ?? '',
      seenAt: reading?.seenAt ?? null,
      missing: value === null ? (missing ?? 'unknown') : null,
    };
  });
}
