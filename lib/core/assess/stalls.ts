import type { Cause, Owner } from '../account/entry';
import type { Evidence } from '../conditions/evidence';
import { evidenceOnce } from '../conditions/evidence-once';
import type { ItemState, Situation, Test } from '../conditions/situation';
import { parseDay } from '../day';
import { once } from '../once';
import type { StallRule } from '../playbook/playbook-schema';
import type { Text } from '../text';
import { claimOf } from './claim';

/** A stall rule that fired. What needs its evidence is made when it is asked for. */
export interface Stall {
  rule: string;
  name: Text;
  severity: 'watch' | 'stall';
  claim: () => Text;
  /** Who has the turn, and why it stands still: of the block behind it, else as the rule says. */
  turn: () => { owner: Owner; cause: Cause | null };
  evidence: () => Evidence[];
  suggests: string | null;
  dueInBusinessDays: number;
  aboutData: boolean;
  /** What the length of the delay calls for, where the rule has steps. */
  escalation: () => Text | null;
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
export function stallsOf(m: Situation): { stalls: Stall[]; undecided: () => UndecidedRule[] } {
  const stalls: Stall[] = [];
  const open: { rule: StallRule; test: Test }[] = [];
  for (const rule of m.book.playbook.stalls) {
    const unknown = judge(rule, stalls, m);
    if (unknown) open.push({ rule, test: unknown });
  }
  for (const stall of stalls) raiseWithOther(stall, stalls, m);
  return { stalls: stalls.sort(byWeight), undecided: once(() => undecided(open, m)) };
}

function byWeight(a: Stall, b: Stall): number {
  return Number(a.severity === 'watch') - Number(b.severity === 'watch');
}

/** Adds the stall if the rule fires; else gives its strongest test that is unknown. */
function judge(rule: StallRule, stalls: Stall[], m: Situation): Test | null {
  let unknown: Test | null = null;
  for (const severity of ['stall', 'watch'] as const) {
    const level = rule[severity];
    if (!level) continue;
    const test = m.test(level.when);
    const truth = test.truth(m, 0);
    if (truth === true) {
      stalls.push(fired(rule, severity, test, level.claim, m));
      return null;
    }
    if (truth === null) unknown ??= test;
  }
  return unknown;
}

function undecided(open: { rule: StallRule; test: Test }[], m: Situation): UndecidedRule[] {
  return open.flatMap(({ rule, test }) => {
    const missing = test.evidence(m, 0).filter((one) => one.missing !== undefined);
    return missing.length ? [{ rule: rule.id, name: rule.name, missing }] : [];
  });
}

function fired(rule: StallRule, severity: Stall['severity'], test: Test, claim: Text, m: Situation): Stall {
  const evidence = evidenceOnce(test, m);
  const snooze = m.account.snoozes.get(rule.id);
  const snoozed = snooze && (parseDay(snooze.untilDay) ?? 0) >= m.today;
  return {
    rule: rule.id,
    name: rule.name,
    severity,
    claim: () => claimOf(claim, evidence(), m.book),
    turn: () => {
      // Where a rule fired on a blocked item, whoever the item waits for has the turn.
      const block = itemsIn(evidence(), m).find((item) => item.state === 'blocked');
      return { owner: block?.owner ?? rule.owner, cause: block?.cause ?? rule.cause ?? null };
    },
    evidence,
    suggests: rule.suggests ?? null,
    dueInBusinessDays: rule.dueInBusinessDays,
    aboutData: rule.aboutData ?? false,
    escalation: () => escalationOf(rule, evidence, m),
    snoozedUntil: snoozed ? snooze.untilDay : null,
  };
}

/** The checklist items that evidence speaks of, in playbook order. */
function itemsIn(evidence: Evidence[], m: Situation): ItemState[] {
  const items = new Set(evidence.filter((one) => one.kind === 'item').map((one) => one.about));
  return items.size ? m.checklist.all().filter((item) => items.has(item.id)) : [];
}

function escalationOf(rule: StallRule, evidence: () => Evidence[], m: Situation): Text | null {
  if (!rule.escalation) return null;
  const late = Math.max(0, ...itemsIn(evidence(), m).map((item) => item.lateDays));
  return rule.escalation.findLast((step) => late >= step.fromDay)?.text ?? null;
}

function raiseWithOther(stall: Stall, all: Stall[], m: Situation): void {
  const rule = m.book.playbook.stalls.find((one) => one.id === stall.rule);
  if (!rule?.stallWithOther || stall.severity === 'stall') return;
  if (all.some((other) => other !== stall && !other.aboutData && !other.snoozedUntil)) stall.severity = 'stall';
}
