import { compileCondition } from '../conditions/compile-condition';
import type { Condition } from '../conditions/condition-schema';
import type { Test } from '../conditions/situation';
import { PlaybookIndex } from '../playbook/playbook-index';

/** A playbook made ready for many accounts: names looked up once, conditions compiled once. */
export class CompiledPlaybook extends PlaybookIndex {
  private readonly tests = new Map<Condition, Test>();

  /** The compiled form of one of this playbook's conditions. */
  test(condition: Condition): Test {
    let test = this.tests.get(condition);
    if (!test) this.tests.set(condition, (test = compileCondition(condition, this.playbook)));
    return test;
  }
}
