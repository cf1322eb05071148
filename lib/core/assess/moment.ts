import type { Account, Touchpoint } from '../account/fold-account';
import type { Reading } from '../account/reading';
import { NEVER } from '../account/reading';
import { type Day, dayAt, parseDay, weekOf } from '../day';
import type { ItemState } from './checklist-item';
import type { Plan } from './plan';
import { chooseReading, readingOfWeek, shareOf, type Used } from './used-value';

const unread = (metric: string): Used => ({ metric, value: null, reading: null, candidates: [], missing: 'not read yet' });

/** Days into a week in which the last one may still be on its way. */
const GRACE_DAYS = 3;

/** One account seen through one playbook at one moment. Everything in it is looked up at most once. */
export class Moment {
  readonly today: Day;
  /** First day of the week that is running; weekly rules look at the weeks before it, which are complete. */
  readonly week: Day;
  private readonly now_ = new Map<string, Used>();
  private readonly lag_ = new Map<string, number>();
  private held_: Touchpoint[] | undefined;
  private contract_: Day | null | undefined;
  private readonly weekly_ = new Map<string, Used[]>();
  /** Checklist items worked out so far, and the whole list once it is. */
  readonly items = new Map<string, ItemState | null>();
  list: ItemState[] | undefined;
  /** Items whose state is being worked out: an item that waits for itself is unknown, not a loop. */
  readonly pending = new Set<string>();

  constructor(
    readonly plan: Plan,
    readonly account: Account,
    /** Epoch ms UTC. */
    readonly now: number,
    readonly zone: string,
  ) {
    this.today = dayAt(now, zone);
    this.week = weekOf(this.today, plan.playbook.calendar.weekStart);
  }

  readonly dayOf = (ms: number): Day => dayAt(ms, this.zone);

  /** The metric's value now. */
  metric(id: string): Used {
    let used = this.now_.get(id);
    if (!used) this.now_.set(id, (used = this.find(id)));
    return used;
  }

  /** The metric's value in the complete week so many weeks back (1 is the last complete one that has arrived). */
  weekly(id: string, back: number): Used {
    let weeks = this.weekly_.get(id);
    if (!weeks) this.weekly_.set(id, (weeks = []));
    return (weeks[back] ??= this.findWeek(id, back + this.lag(id)));
  }

  /**
   * Figures of a week arrive after it has ended. In the first days of a week a last week without a figure is not a gap
   * yet: the week before is the last one there is.
   */
  lag(id: string): number {
    let lag = this.lag_.get(id);
    if (lag === undefined) {
      const early = this.today - this.week < GRACE_DAYS;
      lag = early && this.findWeek(id, 1).reading === null && this.findWeek(id, 2).reading !== null ? 1 : 0;
      this.lag_.set(id, lag);
    }
    return lag;
  }

  /** First day of the complete week so many weeks back. */
  weekBack(back: number): Day {
    return this.week - 7 * back;
  }

  private find(id: string): Used {
    const metric = this.plan.metrics.get(id);
    if (!metric) return { metric: id, value: null, reading: null, candidates: [], missing: 'not in the playbook' };
    if (metric.ratio) {
      const stated = this.account.metrics.get(id);
      const own = stated && chooseReading(metric, stated.latestBySource(this.now), this.now);
      const share = shareOf(id, this.metric(metric.ratio.of), this.metric(metric.ratio.to));
      return share.value === null && own?.value != null ? own : share;
    }
    const history = this.account.metrics.get(id);
    if (!history) return unread(id);
    const latest = history.latestBySource(this.now);
    const lastWeek = history.weeks.size === 0 ? null : readingOfWeek(history, this.weekBack(1 + this.lag(id)), this.dayOf, this.now);
    if (lastWeek?.week) {
      const at = latest.findIndex((reading) => reading.source === lastWeek.source);
      if (at < 0) latest.push(lastWeek);
      else if (this.dayOf((latest[at] as Reading).seenAt) < this.week) latest[at] = lastWeek;
    }
    return chooseReading(metric, latest, this.now);
  }

  private findWeek(id: string, back: number): Used {
    const metric = this.plan.metrics.get(id);
    const history = this.account.metrics.get(id);
    const reading = history && readingOfWeek(history, this.weekBack(back), this.dayOf, this.now);
    if (reading) {
      const missing = reading.value === null ? { missing: reading.problem ?? 'unknown that week' } : {};
      return { metric: id, value: reading.value, reading, candidates: [], ...missing };
    }
    if (metric?.ratio) {
      const whole = this.findWeek(metric.ratio.to, back);
      // Seats are seldom recorded by week; what is known now is the best word on them, and the evidence says so.
      return shareOf(id, this.findWeek(metric.ratio.of, back), whole.value === null ? this.metric(metric.ratio.to) : whole);
    }
    return { metric: id, value: null, reading: null, candidates: [], missing: 'no value for that week' };
  }

  /** Contract day; null while it is unknown. */
  get contractDay(): Day | null {
    if (this.contract_ === undefined) this.contract_ = this.dayOfMetric(this.plan.playbook.contractMetric);
    return this.contract_;
  }

  /** Contract day plus target duration. */
  get targetEnd(): Day | null {
    const contract = this.contractDay;
    return contract === null ? null : contract + this.plan.playbook.targetDays;
  }

  /** Day of a date or time metric in this zone; null for unknown and for never. */
  dayOfMetric(id: string): Day | null {
    const { value } = this.metric(id);
    if (typeof value !== 'string' || value === NEVER) return null;
    return value.length > 10 && !Number.isNaN(Date.parse(value)) ? this.dayOf(Date.parse(value)) : parseDay(value);
  }

  /** Touchpoints that took place up to now. */
  get held(): Touchpoint[] {
    this.held_ ??= this.account.touchpoints.filter((one) => one.status === 'held' && this.today >= (parseDay(one.day) as Day));
    return this.held_;
  }

  /** The last time a play was held. */
  heldPlay(play: string): Touchpoint | null {
    return this.held.findLast((one) => one.play === play && one.outcome !== 'noShow') ?? null;
  }
}
