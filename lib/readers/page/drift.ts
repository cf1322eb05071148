import type { Locator } from './page-config';

/** How one field has fared on a console's pages. Kept per console; small and plain, so that it can be stored. */
export interface FieldHealth {
  /** The field's locators when this was noted; other locators start anew. */
  of: string;
  /** Epoch ms UTC of the last visit on which it was read; null: never. */
  okAt: number | null;
  /** Since when it is missing, on which accounts, and which others were read well in the meantime. */
  failing: { since: number; accounts: string[]; fine: string[] } | null;
  /** How often it came back by itself: a field on a tab that is not always open does that. */
  returned: number;
}

export type ConsoleHealth = Record<string, FieldHealth>;

/** What one visit saw of one field. `neutral`: nothing can be said, as while somebody edits it. */
export interface FieldSeen {
  metric: string;
  find: Locator[];
  state: 'read' | 'lost' | 'neutral';
}

/** A field that can no longer be read. `page`: only this account has been seen since, so its scope is open. */
export interface Drift {
  metric: string;
  since: number;
  scope: 'console' | 'account' | 'page';
}

const MOST_ACCOUNTS = 20;

/** Adds what a visit saw. Pure; the same visit may be noted again as more of its page arrives. */
export function noteVisit(before: ConsoleHealth, seen: FieldSeen[], account: string, now: number): ConsoleHealth {
  const after: ConsoleHealth = {};
  for (const { metric, find, state } of seen) {
    const of = JSON.stringify(find);
    const known = before[metric];
    const health = known?.of === of ? known : { of, okAt: null, failing: null, returned: 0 };
    after[metric] = state === 'neutral' ? health : state === 'read' ? readAgain(health, account, now) : lost(health, account, now);
  }
  return after;
}

function readAgain(health: FieldHealth, account: string, now: number): FieldHealth {
  const { failing } = health;
  if (!failing) return { ...health, okAt: now };
  if (failing.accounts.includes(account)) return { ...health, okAt: now, failing: null, returned: health.returned + 1 };
  return { ...health, okAt: now, failing: { ...failing, fine: added(failing.fine, account) } };
}

function lost(health: FieldHealth, account: string, now: number): FieldHealth {
  const { failing } = health;
  if (!failing) return { ...health, failing: { since: now, accounts: [account], fine: [] } };
  return {
    ...health,
    failing: { ...failing, accounts: added(failing.accounts, account), fine: failing.fine.filter((one) => one !== account) },
  };
}

const added = (list: string[], account: string) => (list.includes(account) ? list : [...list, account].slice(-MOST_ACCOUNTS));

/**
 * Which fields of an account's page drifted: read before, and not now. One that never was read is a matter of setting
 * up; one that comes and goes by itself is believed only when three accounts lost it.
 */
export function driftOf(health: ConsoleHealth, account: string): Drift[] {
  const worked = Object.values(health).filter((one) => one.okAt !== null);
  const gone = worked.filter((one) => one.failing?.accounts.includes(account));
  // A redesign takes many fields at once; one account that lacks a value takes one.
  const many = gone.length >= 2 && gone.length >= worked.length / 2;
  return Object.entries(health).flatMap(([metric, { okAt, failing, returned }]): Drift[] => {
    if (okAt === null || !failing?.accounts.includes(account)) return [];
    if (returned >= 2 && failing.accounts.length < 3) return [];
    const scope = failing.fine.length > 0 ? 'account' : failing.accounts.length >= 2 || many ? 'console' : 'page';
    return [{ metric, since: failing.since, scope }];
  });
}
