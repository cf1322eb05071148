import { type Day, parseDay } from '../day';
import type { Account } from './fold-account';
import type { Reading } from './reading';

/** A value that has not changed is noted again after this time, so that its age stays true without filling the disk. */
const NOTE_AGAIN_MS = 6 * 3_600_000;

/**
 * Leaves out readings that say what the journal says already.
 * @param weekFrom readings of this week and later are noted again as values of the moment are
 */
export function onlyNews(account: Account, readings: Reading[], weekFrom: Day): Reading[] {
  return readings.filter((reading) => {
    const history = account.metrics.get(reading.metric);
    const week = reading.week ? parseDay(reading.week) : null;
    const list = week === null ? history?.moments : history?.weeks.get(week);
    const last = list?.findLast((one) => one.source === reading.source);
    if (!last || !sameValue(last, reading)) return true;
    const settled = week !== null && week < weekFrom;
    return !settled && reading.seenAt - last.seenAt >= NOTE_AGAIN_MS;
  });
}

function sameValue(a: Reading, b: Reading): boolean {
  return (a.problem ?? null) === (b.problem ?? null) && a.where === b.where && JSON.stringify(a.value) === JSON.stringify(b.value);
}
