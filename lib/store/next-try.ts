import type { OutboxRow } from './rows';

/** Tries before a person has to look: with the pauses below, about nine hours. */
const MOST_TRIES = 10;
const LEAST_PAUSE_MS = 1000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3 * 60 * 60_000;

/** How a try failed. */
export interface TryFailed {
  /** Trying again by itself would not help. */
  final: boolean;
  problem: string;
  /** What the receiver asked to wait, in ms; null where it asked nothing. Not to be trusted. */
  waitMs: number | null;
}

/**
 * A row after a try that failed: pauses double and are spread by a quarter either way, so that many rows do not come
 * back at one moment. No pause is longer than three hours, whatever the receiver asked.
 * @param random from 0 to 1
 * @param now epoch ms
 */
export function nextTry(row: OutboxRow, outcome: TryFailed, random: number, now: number): OutboxRow {
  const tries = row.tries + 1;
  const asked = outcome.waitMs !== null && !Number.isNaN(outcome.waitMs) ? outcome.waitMs : null;
  const own = FIRST_PAUSE_MS * 2 ** row.tries * (0.75 + random / 2);
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, asked ?? own));
  const state = outcome.final || tries >= MOST_TRIES ? 'failed' : 'waiting';
  return { ...row, tries, nextAt: now + Math.round(pause), problem: outcome.problem, state };
}
