import { type ProblemCode, parseProblem } from '@/lib/core/account/problem';
import type { Drift } from '@/lib/core/view/drift-view';
import type { ConsoleHealth, FieldHealth } from '@/lib/formats/console-health';
import type { Locator } from '@/lib/formats/field-schema';

export const NO_HEALTH: ConsoleHealth = { fields: {}, views: [] };

/** What one visit saw of one field. `neutral`: nothing can be said, as while somebody edits it. */
export interface FieldSeen {
  metric: string;
  find: Locator[];
  state: 'read' | 'lost' | 'neutral';
  /** Whether this account showed it before. Consoles leave empty fields out, so its absence alone proves little. */
  had: boolean;
}

/**
 * What each problem says of a field. `missing`: the page has no such place any more, on this view of it. `changed`: what
 * stands there now was no such value. `open`: the value is odd, or the problem is none of a page's.
 */
const SAYS: Record<ProblemCode, 'read' | 'missing' | 'changed' | 'open'> = {
  blank: 'read',
  'not found': 'missing',
  'not a selector': 'missing',
  'several values': 'missing',
  'never read': 'missing',
  'not a number': 'changed',
  'more than a number': 'changed',
  'not a count': 'changed',
  'not a pair': 'changed',
  'not a date': 'changed',
  'not a time': 'changed',
  'not a duration': 'changed',
  'neither yes nor no': 'changed',
  'being edited': 'open',
  'not configured': 'open',
  'no such day': 'open',
  'which order': 'open',
  'in the future': 'open',
  'not read yet': 'open',
  'no reading yet': 'open',
  'not in the playbook': 'open',
  'no value that week': 'open',
  'too few weeks': 'open',
  'contract date unknown': 'open',
  'part above whole': 'open',
  'whole is zero': 'open',
  'no pace band': 'open',
  'cleared by hand': 'open',
  unknown: 'open',
};

const saidBy = (problem: string) => SAYS[parseProblem(problem).code];

/** A value that is not on this view of the page says nothing about the value seen before; it grows old instead. */
export function isMissing(problem: string | null): boolean {
  return problem !== null && saidBy(problem) === 'missing';
}

/** What a reading's problem says of its field; null is no problem. A text that was a date and is none any more is another's place. */
export function stateOf(problem: string | null): FieldSeen['state'] {
  const said = problem === null ? 'read' : saidBy(problem);
  return said === 'read' ? 'read' : said === 'open' ? 'neutral' : 'lost';
}

const MOST_ACCOUNTS = 20;
const MOST_VIEWS = 20;

/**
 * Adds what one look at a page saw. Pure; the same visit is noted again as more of its page arrives or a tab is opened.
 * @param earlier metrics that this visit has read already: what a tab hides is not lost
 */
export function noteVisit(before: ConsoleHealth, seen: FieldSeen[], earlier: string[], account: string, now: number): ConsoleHealth {
  const found = seen.filter((one) => one.state === 'read').map((one) => one.metric);
  const view = found.toSorted().join(' ');
  const hidden = seen.some((one) => one.state === 'lost' && earlier.includes(one.metric));
  const views = hidden && view !== '' && !before.views.includes(view) ? [...before.views, view].slice(-MOST_VIEWS) : before.views;
  const fields: ConsoleHealth['fields'] = {};
  for (const { metric, find, state, had } of seen) {
    const of = JSON.stringify(find);
    const known = before.fields[metric];
    const health = known?.of === of ? known : { of, okAt: null, failing: null, returned: 0 };
    const open = state === 'neutral' || (state === 'lost' && (earlier.includes(metric) || views.includes(view)));
    fields[metric] = open ? health : state === 'read' ? readAgain(health, account, now) : lost(health, account, had, now);
  }
  return { fields, views };
}

function readAgain(health: FieldHealth, account: string, now: number): FieldHealth {
  const { failing } = health;
  if (!failing) return { ...health, okAt: now };
  if (failing.accounts.includes(account)) return { ...health, okAt: now, failing: null, returned: health.returned + 1 };
  return { ...health, okAt: now, failing: { ...failing, fine: added(failing.fine, account) } };
}

function lost(health: FieldHealth, account: string, had: boolean, now: number): FieldHealth {
  const failing = health.failing ?? { since: now, accounts: [], had: [], fine: [] };
  return {
    ...health,
    failing: {
      since: failing.since,
      accounts: added(failing.accounts, account),
      had: had ? added(failing.had, account) : failing.had,
      fine: failing.fine.filter((one) => one !== account),
    },
  };
}

const added = (list: string[], account: string) => (list.includes(account) ? list : [...list, account].slice(-MOST_ACCOUNTS));

const PROOF = 3;

/**
 * Which fields of an account's page drifted: read before, and not now. One that never was read is a matter of setting
 * up; one that this account never showed, or that comes and goes by itself, is believed only when three accounts lost it.
 */
export function driftOf(health: ConsoleHealth, account: string): Drift[] {
  const worked = Object.values(health.fields).filter((one) => one.okAt !== null);
  const gone = worked.filter((one) => one.failing?.accounts.includes(account));
  // A redesign takes many fields at once; one account that lacks a value takes one.
  const many = gone.length >= 2 && gone.length >= worked.length / 2;
  return Object.entries(health.fields).flatMap(([metric, { okAt, failing, returned }]): Drift[] => {
    if (okAt === null || !failing?.accounts.includes(account)) return [];
    const { accounts, had, fine, since } = failing;
    const proven = accounts.length >= PROOF && had.length > 0 && fine.length === 0;
    if (!many && !proven && (!had.includes(account) || returned >= 2)) return [];
    const scope = many || proven ? 'console' : fine.length > 0 ? 'account' : had.length >= 2 ? 'console' : 'page';
    return [{ metric, since, scope }];
  });
}
