import { problemText } from './problem';
import type { ReadingValue } from './reading';

/** Metrics that count people or things. */
const COUNTS = new Set([
  'activeUsers',
  'activeUsers14d',
  'seats',
  'loggedInUsers',
  'intendedUsers',
  'coreActions',
  'coreFeatures',
  'usersAdded',
  'setupDone',
  'setupTotal',
  'openTickets',
  'tickets30d',
  'urgentTickets',
]);

/**
 * Why a value cannot be what its metric counts: half a user, fewer than none, or a share where a number is asked for.
 * @param shown the text or number as the source told it
 * @returns the problem; null where nothing speaks against the value
 */
export function notACount(metric: string, value: ReadingValue, shown: string): string | null {
  if (!COUNTS.has(metric) || typeof value !== 'number') return null;
  const isShare = /[%％‰٪]|percent|\u30d1\u30fc\u30bb\u30f3\u30c8/i.test(shown) && !/\d\s*(?:\/|of|\u4e2d)\s*\d/i.test(shown);
  return isShare || value < 0 || !Number.isInteger(value) ? problemText('not a count', shown) : null;
}
