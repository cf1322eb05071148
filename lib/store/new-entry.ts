import { monotonicFactory } from 'ulid';
import type { EntryBody, EntryKind, EntryOf } from '@/lib/core/account/entry';

const ulid = monotonicFactory();
let latest = 0;

const DAY_MS = 86_400_000;

/**
 * Tells the clock of a time that was seen, so that what is written next comes after it. One that is more than a day
 * ahead comes from a clock that is wrong: following it would put everything that is written from now on ahead as well.
 */
export function sawClock(hlc: number, now = Date.now()): void {
  if (hlc <= now + DAY_MS) latest = Math.max(latest, hlc);
}

/**
 * Makes an entry. Its logical clock is never below any that was seen: on a machine whose clock is wrong, an
 * undo still comes after what it undoes.
 */
export function newEntry<K extends EntryKind>(
  kind: K,
  account: string,
  body: EntryBody<K>,
  by: string,
  device: string,
  now: number,
): EntryOf<K> {
  latest = Math.max(now, latest + 1);
  return { id: `${ulid(now)}`, v: 1, account, at: now, hlc: latest, by, device, kind, body } as unknown as EntryOf<K>;
}
