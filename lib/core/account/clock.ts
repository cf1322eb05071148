import { LAST_INSTANT } from '../instant';
import type { Entry } from './entry';
import { clock } from './order-entries';

/** How far ahead of this machine's clock another one is still believed: time zones and slow clocks, not wrong years. */
const DRIFT_MS = 86_400_000;

/**
 * A hybrid logical clock (Kulkarni et al., Logical Physical Clocks, 2014) with bounded drift: never below `now`, and
 * above what was seen last. What lies more than a day ahead of `now` is not followed: one entry from the year 287396
 * must not take every account of this machine along.
 * @param latestSeen highest clock that this machine has written or seen, in ms; 0 for none
 * @param now this machine's wall clock, epoch ms UTC
 */
export function nextClock(latestSeen: number, now: number): number {
  const wall = bounded(now);
  return latestSeen > wall + DRIFT_MS ? wall : bounded(Math.max(wall, latestSeen + 1));
}

/**
 * The clock of a new entry. It follows `nextClock`, and stands above every entry that its account holds, however far
 * ahead: an undo must come after what it undoes, and the last mark is the one that holds. A wrong clock thus reaches as far
 * as its own account and no further. At the very top, where nothing is above, it stays at the top and the ids decide, which
 * grow with the wall clock. With a wall clock set back the account's own entries still keep the order.
 * @param entries all entries of the account, those that were amended or taken back too, in any order
 * @param latestSeen as for `nextClock`
 * @param now as for `nextClock`
 */
export function entryClock(entries: Iterable<Entry>, latestSeen: number, now: number): number {
  return bounded(Math.max(nextClock(latestSeen, now), highestClock(entries) + 1));
}

/** Highest clock among entries; -1 for none. */
export function highestClock(entries: Iterable<Entry>): number {
  let highest = -1;
  for (const entry of entries) highest = Math.max(highest, clock(entry));
  return highest;
}

/**
 * Whether an entry's clock or time lies more than a day ahead of `now`: a restore refuses it, since an entry is never
 * changed and this one would stay ahead for good.
 */
export function isAhead(entry: Entry, now: number): boolean {
  return Math.max(clock(entry), entry.at) > bounded(now) + DRIFT_MS;
}

/** Within what an entry may carry, and whole: a machine's clock may say anything. */
function bounded(ms: number): number {
  return Number.isFinite(ms) ? Math.min(LAST_INSTANT, Math.max(0, Math.floor(ms))) : 0;
}
