import { metricOf } from './by-role';
import type { Playbook } from './playbook-schema';
import { resolveSegment } from './resolve-segment';

/** What is wrong with a playbook's roles; each reason starts with its place. */
export function roleErrors(playbook: Playbook): string[] {
  const errors: string[] = [];
  const contract = metricOf(playbook, 'contractDate');
  if (!contract) errors.push('metrics: none has the role "contractDate", and contractMetric names none');
  else if (playbook.contractMetric !== undefined && playbook.contractMetric !== contract.id)
    errors.push(`contractMetric: the role "contractDate" is that of "${contract.id}"`);
  const metric = twice(playbook.metrics);
  if (metric) errors.push(`metrics role: two metrics are "${metric}"`);
  const play = twice(playbook.plays);
  if (play) errors.push(`plays role: two plays are "${play}"`);
  playbook.segments.forEach((segment, at) => {
    const own = play ? undefined : twice(resolveSegment(playbook, [segment]).plays);
    if (own) errors.push(`segments[${at}].plays role: two plays are "${own}"`);
  });
  return errors;
}

function twice(list: { role?: string | undefined }[]): string | undefined {
  const roles = list.flatMap((one) => one.role ?? []);
  return roles.find((role, at) => roles.indexOf(role) !== at);
}
