import { placeOfSource, type Reading, sources } from './reading';

/** All readings of one metric, split by what they speak of. */
export class MetricHistory {
  /** Values of a moment, oldest first. */
  readonly moments: Reading[] = [];
  /** Values of a week: `week` as day number → readings, oldest first. */
  readonly weeks = new Map<number, Reading[]>();

  /** Latest reading per source that was seen at or before `now`; unknown values count, they are the latest word. */
  latestBySource(now: number): Reading[] {
    const latest: Reading[] = [];
    for (let index = this.moments.length - 1; index >= 0; index -= 1) {
      const reading = this.moments[index] as Reading;
      if (reading.seenAt <= now && placeOfSource(reading.source, latest) < 0) latest.push(reading);
      if (latest.length === sources.length) break;
    }
    return latest;
  }

  /** Puts readings in time order; called once by the fold. */
  sort(): void {
    const byTime = (a: Reading, b: Reading) => a.seenAt - b.seenAt;
    this.moments.sort(byTime);
    for (const list of this.weeks.values()) list.sort(byTime);
  }
}
