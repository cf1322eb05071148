import type { Cause, Owner } from '../account/entry';
import type { Evidence } from '../conditions/evidence';
import type { Moment } from '../conditions/moment';
import { parseDay } from '../day';
import type { StallRule } from '../playbook/playbook-schema';
import type { Text } from '../text';
import { checklist } from './checklist';
import { claimOf } from './claim';

/** A stall rule that fired. */
export interface Stall {
  rule: string;
  name: Text;
  severity: 'watch' | 'stall';
  claim: Text;
  owner: Owner;
  cause: Cause | null;
  evidence: Evidence[];
  suggests: string | null;
  dueInBusinessDays: number;
  aboutData: boolean;
  /** What the length of the delay calls for, where the rule has steps. */
  escalation: Text | null;
  /** Last day of a snooze that still holds; a snoozed stall is listed but neither counted nor suggested. */
  snoozedUntil: string | null;
}

/** A rule that cannot be decided, and what it would need. */
export interface UndecidedRule {
  rule: string;
  name: Text;
  missing: Evidence[];
}

/** Runs every rule. Worst first: stalls before watches, then in playbook order. */
export function stallsOf(m: Moment): { stalls: Stall[]; undecided: UndecidedRule[] } {
  const stalls: Stall[] = [];
  const undecided: UndecidedRule[] = [];
  for (const rule of m.plan.playbook.stalls) {
    const fired = fire(rule, m);
    if (fired) stalls.push(fired);
    else {
      const missing = missingFor(rule, m);
      if (missing.length) undecided.push({ rule: rule.id, name: rule.name, missing });
    }
  }
  for (const stall of stalls) raiseWithOther(stall, stalls, m);
  const rank = (stall: Stall) => (stall.severity === 'stall' ? 0 : 1);
  return { stalls: stalls.sort((a, b) => rank(a) - rank(b)), undecided };
}

function fire(rule: StallRule, m: Moment): Stall | null {
  for (const severity of ['stall', 'watch'] as const) {
    const level = rule[severity];
    if (!level) continue;
    const test = m.plan.test(level.when);
    if (test.truth(m, 0) !== true) continue;
    const evidence = test.evidence(m, 0);
    const snooze = m.account.snoozes.get(rule.id);
    const snoozed = snooze && (parseDay(snooze.untilDay) ?? 0) >= m.today;
    const block = blockBehind(evidence, m);
    return {
      rule: rule.id,
      name: rule.name,
      severity,
      claim: claimOf(level.claim, evidence, m.plan),
      owner: block?.owner ?? rule.owner,
      cause: block?.cause ?? rule.cause ?? null,
      evidence,
      suggests: rule.suggests ?? null,
      dueInBusinessDays: rule.dueInBusinessDays,
      aboutData: rule.aboutData ?? false,
      escalation: escalationOf(rule, evidence, m),
      snoozedUntil: snoozed ? snooze.untilDay : null,
    };
  }
  return null;
}

/** Where a rule fired on a blocked item, whoever the item waits for has the turn. */
function blockBehind(evidence: Evidence[], m: Moment) {
  const items = new Set(evidence.filter((one) => one.kind === 'item').map((one) => one.about));
  return items.size ? checklist(m).find((item) => item.state === 'blocked' && items.has(item.id)) : undefined;
}

function escalationOf(rule: StallRule, evidence: Evidence[], m: Moment): Text | null {
  if (!rule.escalation) return null;
  const items = new Set(evidence.filter((one) => one.kind === 'item').map((one) => one.about));
  const late = Math.max(
    0,
    ...checklist(m)
      .filter((item) => items.has(item.id))
      .map((item) => item.lateDays),
  );
  return rule.escalation.findLast((step) => late >= step.fromDay)?.text ?? null;
}

function raiseWithOther(stall: Stall, all: Stall[], m: Moment): void {
  const rule = m.plan.playbook.stalls.find((one) => one.id === stall.rule);
  if (!rule?.stallWithOther || stall.severity === 'stall') return;
  if (all.some((other) => other !== stall && !other.aboutData && !other.snoozedUntil)) stall.severity = 'stall';
}

function missingFor(rule: StallRule, m: Moment): Evidence[] {
  for (const level of [rule.stall, rule.watch]) {
    if (!level) continue;
    const test = m.plan.test(level.when);
    if (test.truth(m, 0) === null) return test.evidence(m, 0).filter((one) => one.missing !== undefined);
  }
  return [];
}
