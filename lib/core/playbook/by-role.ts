import type { Metric, Play, Playbook } from './playbook-schema';
import type { MetricRole, PlayRole } from './roles';

/** The play with a role; a playbook that gives the role to none is read by the id of that name. Null where there is none. */
export function playOf(playbook: Playbook, role: PlayRole): Play | null {
  return withRole(playbook.plays, role);
}

/** The metric with a role, as `playOf`; the contract date may also be named by `contractMetric`. */
export function metricOf(playbook: Playbook, role: MetricRole): Metric | null {
  if (role === 'contractDate' && playbook.contractMetric !== undefined && !playbook.metrics.some((metric) => metric.role === role))
    return playbook.metrics.find((metric) => metric.id === playbook.contractMetric) ?? null;
  return withRole(playbook.metrics, role);
}

function withRole<T extends { id: string; role?: string | undefined }>(list: T[], role: string): T | null {
  // What has another role of its own is not taken for this one by its name.
  return list.find((one) => one.role === role) ?? list.find((one) => one.id === role && one.role === undefined) ?? null;
}
