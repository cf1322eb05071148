import { formatDay } from '../day';
import type { Assessment } from './assess';

/** An assessment as it is written out: calendar days as YYYY-MM-DD, moments as ISO times. */
export function assessmentJson(assessment: Assessment): Record<string, unknown> {
  return {
    ...assessment,
    at: new Date(assessment.at).toISOString(),
    checklist: assessment.checklist.map((item) => ({
      ...item,
      condition: item.condition === undefined ? null : item.condition === null ? 'unknown' : item.condition,
      dueDay: item.dueDay === null ? null : formatDay(item.dueDay),
      doneDay: item.doneDay === null ? null : formatDay(item.doneDay),
    })),
  };
}
