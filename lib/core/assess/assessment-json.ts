import { formatDay } from '../day';
import type { Assessment } from './assess';

const day = (value: number | null) => (value === null ? null : formatDay(value));

/** An assessment as it is written out, with all its evidence: calendar days as YYYY-MM-DD, moments as ISO times. */
export function assessmentJson(assessment: Assessment): Record<string, unknown> {
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
    touchpoints: assessment.touchpoints.map((one) => ({ ...one, reasons: one.reasons(), evidence: one.evidence() })),
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
