import { type Day, parseDay } from '../day';
import type { Account } from './fold-account';
import type { Reading, Source } from './reading';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** A value that has not changed is noted again after this time, so that its age stays true without filling the disk. */
const NOTE_AGAIN_MS = 360 * MINUTE;
/** A change that tells something new about a quiet value waits no longer than this. */
const LONGEST_HOLD_MS = 15 * MINUTE;
/** A value that changed on the page more often than this within a day ticks: its next change tells nothing new. */
const QUIET_CHANGES = 3;

/** What is noted now, and what waits: it counts for the assessment already, and is noted when the account is left. */
export interface WhatToWrite {
  write: Reading[];
  /** Latest word on each metric that changed; replaces what was held of it. */
  hold: Reading[];
}

/**
 * Decides which readings go into the journal. What says what the journal says already is noted again after six hours
 * only; past weeks never. What an API or a person says is noted when it changed. So is what a page says, but a page that
 * keeps changing (a clock, a counter) is noted ever more seldom: after the k-th entry within 24 hours the next waits 2^k
 * minutes, and whatever changed meanwhile goes along. A value that has been quiet does not wait over 15 minutes when it
 * becomes known or unknown, turns between yes and no, or is another text.
 * @param account as the journal has it, without what is held
 * @param seen what readers saw now
 * @param now epoch ms UTC
 * @param weekFrom readings of this week and later are noted again as values of the moment are
 */
export function whatToWrite(account: Account, seen: Reading[], now: number, weekFrom: Day): WhatToWrite {
  const changed = seen.filter((reading) => !sameValue(lastWord(account, reading, now), reading));
  const again = seen.filter((reading) => !changed.includes(reading) && isOld(account, reading, now, weekFrom));
  const fromPage = changed.filter((reading) => reading.source === 'page');
  const others = changed.filter((reading) => reading.source !== 'page');
  const goes = fromPage.length === 0 || others.length > 0 || again.length > 0 || isDue(account, fromPage, now);
  return goes ? { write: seen.filter((one) => changed.includes(one) || again.includes(one)), hold: [] } : { write: [], hold: fromPage };
}

/** Whether a page's changes are noted now. */
function isDue(account: Account, changed: Reading[], now: number): boolean {
  const times = pageTimes(account, now);
  const last = times[0];
  if (last === undefined || now - last >= 2 ** times.length * MINUTE) return true;
  return now - last >= LONGEST_HOLD_MS && changed.some((reading) => isNewKind(account, reading, now));
}

/** Times at which the page was noted within the last 24 hours, newest first. */
function pageTimes(account: Account, now: number): number[] {
  const times = new Set<number>();
  for (const history of account.metrics.values()) for (const one of lately(history.moments, 'page', now)) times.add(one.seenAt);
  return [...times].sort((a, b) => b - a);
}

/** Readings of a source within the last 24 hours, newest first. */
function lately(readings: Reading[], source: Source, now: number): Reading[] {
  const found: Reading[] = [];
  for (let at = readings.length - 1; at >= 0; at -= 1) {
    const reading = readings[at] as Reading;
    if (reading.seenAt <= now - DAY) break;
    if (reading.source === source && reading.seenAt <= now) found.push(reading);
  }
  return found;
}

/** Whether a quiet value changed in kind: known or not and why, yes or no, a text. A number that moved is no such change. */
function isNewKind(account: Account, reading: Reading, now: number): boolean {
  const last = lastWord(account, reading, now);
  if (typeof last?.value === 'number' && typeof reading.value === 'number') return false;
  const today = lately(account.metrics.get(reading.metric)?.moments ?? [], reading.source, now);
  const changes = today.filter((one, at) => at + 1 < today.length && !sameValue(today[at + 1], one)).length;
  return changes < QUIET_CHANGES;
}

/** What a reading's source last said of the same thing; a time that is still to come, by a wrong clock, is not believed. */
function lastWord(account: Account, reading: Reading, now: number): Reading | undefined {
  const history = account.metrics.get(reading.metric);
  const week = reading.week ? parseDay(reading.week) : null;
  const list = week === null ? history?.moments : history?.weeks.get(week);
  return list?.findLast((one) => one.source === reading.source && one.seenAt <= now);
}

function isOld(account: Account, reading: Reading, now: number, weekFrom: Day): boolean {
  const week = reading.week ? parseDay(reading.week) : null;
  if (week !== null && week < weekFrom) return false;
  return reading.seenAt - (lastWord(account, reading, now)?.seenAt ?? reading.seenAt) >= NOTE_AGAIN_MS;
}

function sameValue(a: Reading | undefined, b: Reading): boolean {
  return (
    a !== undefined &&
    (a.problem ?? null) === (b.problem ?? null) &&
    a.where === b.where &&
    JSON.stringify(a.value) === JSON.stringify(b.value)
  );
}
