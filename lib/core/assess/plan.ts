import { type WorkCalendar, workCalendar } from '../business-days';
import { compileCondition, type Test } from '../conditions/compile-condition';
import type { Condition } from '../conditions/condition-schema';
import type { Item, Metric, Play, Playbook } from '../playbook/playbook-schema';

/** A playbook made ready for many accounts: names looked up once, conditions compiled once. */
export class Plan {
  readonly metrics: Map<string, Metric>;
  readonly calendar: WorkCalendar;
  readonly plays: Map<string, Play>;
  /** Every checklist item with the play it belongs to. */
  readonly items: Map<string, { item: Item; play: Play }>;
  private readonly tests = new Map<Condition, Test>();

  constructor(readonly playbook: Playbook) {
    this.metrics = new Map(playbook.metrics.map((metric) => [metric.id, metric]));
    this.plays = new Map(playbook.plays.map((play) => [play.id, play]));
    this.items = new Map(playbook.plays.flatMap((play) => play.items.map((item) => [item.id, { item, play }])));
    this.calendar = workCalendar(playbook.calendar);
  }

  /** The compiled form of one of this playbook's conditions. */
  test(condition: Condition): Test {
    let test = this.tests.get(condition);
    if (!test) this.tests.set(condition, (test = compileCondition(condition, this.playbook)));
    return test;
  }

  /** A named threshold; names are checked when the playbook is read. */
  threshold(name: string): number {
    return this.playbook.thresholds[name] ?? Number.NaN;
  }
}
