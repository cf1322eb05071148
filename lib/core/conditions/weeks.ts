import type { Playbook } from '../playbook/playbook-schema';

/** Most weeks that a rule may look at in a row. */
export const MOST_WEEKS = 52;

/** How many weeks in a row are meant: a number, or a named threshold. Within a year, whatever the threshold says. */
export function weeksMeant(weeks: number | { threshold: string }, playbook: Playbook): number {
  const count = typeof weeks === 'number' ? weeks : (playbook.thresholds[weeks.threshold] ?? 1);
  return Math.min(MOST_WEEKS, Math.max(1, Math.floor(count)));
}
