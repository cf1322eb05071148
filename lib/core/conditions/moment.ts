import type { Account, Touchpoint } from '../account/fold-account';
import { NEVER, placeOfSource, type Reading } from '../account/reading';
import { type Day, dayAt, parseDay, weekOf } from '../day';
import type { PlaybookIndex } from '../playbook/playbook-index';
import type { Metric } from '../playbook/playbook-schema';
import { chooseReading, readingOfWeek, shareOf, type Used } from './used-value';

const unreads = new Map<string, Used>();

/** What is used of a metric that was never read: one for all accounts, since most have many such. */
function unread(metric: string): Used {
  let used = unreads.get(metric);
  if (!used) {
    if (unreads.size > 2000) unreads.clear();
    unreads.set(metric, (used = { metric, value: null, reading: null, candidates: [], missing: 'not read yet' }));
  }
  return used;
}

/** A metric week by week: how far back its last figure lies, what rules use, and what was found in each week. */
interface Weeks {
  lag: number | undefined;
  found: Used[];
}

const NONE: Reading[] = [];

// Apart from the getters that ask for them: whatever holds a closure allocates for it at every call.
function heldUntil(touchpoints: Touchpoint[], today: Day): Touchpoint[] {
  return touchpoints.filter((one) => one.status === 'held' && today >= (parseDay(one.day) as Day));
}

/** Days into a week in which the last one may still be on its way. */
const GRACE_DAYS = 3;

/** The values of one account at one moment, seen through one playbook. Everything in it is looked up at most once. */
export class Moment {
  readonly today: Day;
  /** First day of the week that is running; weekly rules look at the weeks before it, which are complete. */
  readonly week: Day;
  // By the metric's place in the playbook: a map for every account would be most of what a portfolio allocates.
  private readonly now_: (Used | undefined)[];
  private held_: Touchpoint[] | undefined;
  private contract_: Day | null | undefined;
  private readonly weeks_: (Weeks | undefined)[] = [];

  constructor(
    readonly book: PlaybookIndex,
    readonly account: Account,
    /** Epoch ms UTC. */
    readonly now: number,
    readonly zone: string,
  ) {
    this.now_ = new Array(book.places.size);
    this.today = dayAt(now, zone);
    this.week = weekOf(this.today, book.playbook.calendar.weekStart);
  }

  /** The calendar day at a time (epoch ms UTC) in this zone. */
  dayOf(ms: number): Day {
    return dayAt(ms, this.zone);
  }

  /** The metric's value now. */
  metric(id: string): Used {
    const at = this.book.places.get(id);
    if (at === undefined) return { metric: id, value: null, reading: null, candidates: NONE, missing: 'not in the playbook' };
    return (this.now_[at] ??= this.find(this.book.playbook.metrics[at] as Metric));
  }

  /** The metric's value in the complete week so many weeks back (1 is the last complete one that has arrived). */
  weekly(id: string, back: number): Used {
    const weeks = this.weeksOf(id);
    const at = back + (weeks.lag ?? this.lag(id));
    return (weeks.found[at] ??= this.findWeek(id, at));
  }

  /**
   * Figures of a week arrive after it has ended. In the first days of a week a last week without a figure is not a gap
   * yet: the week before is the last one there is.
   */
  lag(id: string): number {
    const weeks = this.weeksOf(id);
    if (weeks.lag === undefined) {
      const early = this.today - this.week < GRACE_DAYS;
      weeks.lag = early && this.inWeek(id, 1).reading === null && this.inWeek(id, 2).reading !== null ? 1 : 0;
    }
    return weeks.lag;
  }

  /** First day of the complete week so many weeks back. */
  weekBack(back: number): Day {
    return this.week - 7 * back;
  }

  private find(metric: Metric): Used {
    const { id } = metric;
    if (metric.ratio) {
      const stated = this.account.metrics.get(id);
      const own = stated && chooseReading(metric, stated.latestBySource(this.now), this.now);
      const share = shareOf(id, this.metric(metric.ratio.of), this.metric(metric.ratio.to));
      return share.value === null && own?.value != null ? own : share;
    }
    const history = this.account.metrics.get(id);
    if (!history) return unread(id);
    const latest = history.latestBySource(this.now);
    const lastWeek = history.weeks.size === 0 ? null : readingOfWeek(history, this.weekBack(1 + this.lag(id)), this.zone, this.now);
    if (lastWeek?.week) {
      const at = placeOfSource(lastWeek.source, latest);
      if (at < 0) latest.push(lastWeek);
      else if (this.dayOf((latest[at] as Reading).seenAt) < this.week) latest[at] = lastWeek;
    }
    return chooseReading(metric, latest, this.now);
  }

  private weeksOf(id: string): Weeks {
    const at = this.book.places.get(id);
    return at === undefined ? { lag: undefined, found: [] } : (this.weeks_[at] ??= { lag: undefined, found: [] });
  }

  private inWeek(id: string, back: number): Used {
    const { found } = this.weeksOf(id);
    return (found[back] ??= this.findWeek(id, back));
  }

  private findWeek(id: string, back: number): Used {
    const metric = this.book.metrics.get(id);
    const history = this.account.metrics.get(id);
    const reading = history && readingOfWeek(history, this.weekBack(back), this.zone, this.now);
    if (reading) {
      const used: Used = { metric: id, value: reading.value, reading, candidates: NONE };
      if (reading.value === null) used.missing = reading.problem ?? 'no value that week';
      return used;
    }
    if (metric?.ratio) {
      const whole = this.inWeek(metric.ratio.to, back);
      // Seats are seldom recorded by week; what is known now is the best word on them, and the evidence says so.
      return shareOf(id, this.inWeek(metric.ratio.of, back), whole.value === null ? this.metric(metric.ratio.to) : whole);
    }
    return { metric: id, value: null, reading: null, candidates: NONE, missing: 'no value that week' };
  }

  /** Contract day; null while it is unknown. */
  get contractDay(): Day | null {
    if (this.contract_ === undefined)
      this.contract_ = this.book.contractMetric === null ? null : this.dayOfMetric(this.book.contractMetric);
    return this.contract_;
  }

  /** Contract day plus target duration. */
  get targetEnd(): Day | null {
    const contract = this.contractDay;
    return contract === null ? null : contract + this.book.playbook.targetDays;
  }

  /** Day of a date or time metric in this zone; null for unknown and for never. */
  dayOfMetric(id: string): Day | null {
    const { value } = this.metric(id);
    if (typeof value !== 'string' || value === NEVER) return null;
    return value.length > 10 && !Number.isNaN(Date.parse(value)) ? this.dayOf(Date.parse(value)) : parseDay(value);
  }

  /** Touchpoints that took place up to now. */
  get held(): Touchpoint[] {
    return (this.held_ ??= heldUntil(this.account.touchpoints, this.today));
  }

  /** The last time a play was held. */
  heldPlay(play: string): Touchpoint | null {
    const { held } = this;
    for (let at = held.length - 1; at >= 0; at -= 1) {
      const one = held[at] as Touchpoint;
      if (one.play === play && one.outcome !== 'noShow') return one;
    }
    return null;
  }
}
