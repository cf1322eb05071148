import { formatDay } from '../day';
import type { Text } from '../text';
import type { Assessment } from './assess';
import type { Sentence } from './sentence';

const day = (value: number | null) => (value === null ? null : formatDay(value));

/**
 * An assessment as it is written out, with all its evidence: calendar days as YYYY-MM-DD, moments as ISO times.
 * @param worded a sentence in every language; null is why the newest of two values is used
 */
export function assessmentJson(assessment: Assessment, worded: (sentence: Sentence | null) => Text): Record<string, unknown> {
  return {
    ...assessment,
    at: new Date(assessment.at).toISOString(),
    stage: stageJson(assessment.stage),
    criteria: assessment.criteria.map((one) => ({ ...one, evidence: one.evidence() })),
    checklist: assessment.checklist.map((item) => ({
      ...item,
      condition: item.condition === undefined ? null : item.condition === null ? 'unknown' : item.condition,
      dueDay: day(item.dueDay),
      doneDay: day(item.doneDay()),
      evidence: item.evidence(),
    })),
    stalls: assessment.stalls.map(stallJson),
    undecided: assessment.undecided(),
    touchpoints: assessment.touchpoints.map((one) => ({
      ...one,
      reasons: one.reasons().map(worded),
      agenda: one.agenda.map((point) => ({ ...point, text: worded(point.text) })),
      evidence: one.evidence(),
    })),
    differences: assessment.differences.map((one) => ({ ...one, why: one.why ?? worded(null) })),
  };
}

function stageJson({ id, name, since }: Assessment['stage']) {
  const { day: sinceDay, days } = since();
  return { id, name, sinceDay, days };
}

function stallJson({ rule, name, severity, claim, turn, evidence, escalation, ...rest }: Assessment['stalls'][number]) {
  const { suggests, dueInBusinessDays, aboutData, snoozedUntil } = rest;
  return {
    rule,
    name,
    severity,
    claim: claim(),
    ...turn(),
    evidence: evidence(),
    suggests,
    dueInBusinessDays,
    aboutData,
    escalation: escalation(),
    snoozedUntil,
  };
}
