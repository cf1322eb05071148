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
  'which sign': 'open',
  'which language': 'open',
  'in the future': 'open',
  'not read yet': 'open',
  'no reading yet': 'open',
  'not in the playbook': 'open',
  'no value that week': 'open',
  'too few weeks': 'open',
  'too few users': 'open',
  'no due day': 'open',
  'nothing to compare': 'open',
  'contract date unknown': 'open',
  'part above whole': 'open',
  'whole is zero': 'open',
  'no pace band': 'open',
  'cleared by hand': 'open',
  'not in the reply': 'open',
  'several in the reply': 'open',
  'not a plain value': 'open',
  'not a text': 'open',
  'which number': 'open',
  'not a week': 'open',
  'days, not weeks': 'open',
  'no rows': 'open',
  'fewer weeks': 'open',
  'weeks end early': 'open',
  'page twice': 'open',
  'rows twice': 'open',
  'cursor stands still': 'open',
  'more pages': 'open',
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
  const views = withView(before.views, found);
  const fields: ConsoleHealth['fields'] = {};
  for (const { metric, find, state, had } of seen) {
    const of = JSON.stringify(find);
    const known = before.fields[metric];
    const health = known?.of === of ? known : { of, okAt: null, failing: null, returned: 0 };
    const open = state === 'neutral' || (state === 'lost' && (earlier.includes(metric) || !isExpected(views, metric, found)));
    fields[metric] = open ? health : state === 'read' ? readAgain(health, account, now) : lost(health, account, had, now);
  }
  // A look may tell of a part of the fields only.
  return { fields: { ...before.fields, ...fields }, views };
}

const metricsOf = (view: string) => view.split(' ');
const holds = (view: string, metrics: string[]) => metrics.every((metric) => metricsOf(view).includes(metric));

/** Views that show the most together, the newest last: one that another view shows whole says nothing of its own. */
function withView(views: string[], found: string[]): string[] {
  if (found.length === 0 || views.some((view) => holds(view, found))) return views;
  return [...views.filter((view) => !holds(found.join(' '), metricsOf(view))), found.toSorted().join(' ')].slice(-MOST_VIEWS);
}

/** Whether a field was ever seen together with all that a page shows now: else it stands on another tab of the record. */
function isExpected(views: string[], metric: string, found: string[]): boolean {
  return views.some((view) => holds(view, [metric, ...found]));
}

/** A good page of anybody's proves the way to the field: who lost it before counts for that account alone. */
function readAgain(health: FieldHealth, account: string, now: number): FieldHealth {
  const { failing } = health;
  if (!failing) return { ...health, okAt: now };
  const own = failing.accounts.includes(account);
  const left = failingWithout(failing, account);
  return {
    ...health,
    okAt: now,
    returned: health.returned + (own ? 1 : 0),
    failing: left && { ...left, lately: [], fine: added(failing.fine, account) },
  };
}

/** Who misses a field besides an account; null where nobody is left. */
function failingWithout(failing: NonNullable<FieldHealth['failing']>, account: string): FieldHealth['failing'] {
  const without = (list: string[]) => list.filter((one) => one !== account);
  const accounts = without(failing.accounts);
  if (accounts.length === 0) return null;
  return { ...failing, accounts, had: without(failing.had), lately: without(failing.lately), fine: without(failing.fine) };
}

/** An account that is known to lack the field says nothing new each time it is opened. */
function lost(health: FieldHealth, account: string, had: boolean, now: number): FieldHealth {
  const { failing } = health;
  if (failing?.accounts.includes(account)) return health;
  const { since, accounts, had: knew, lately, fine } = failing ?? { since: now, accounts: [], had: [], lately: [], fine: [] };
  return {
    ...health,
    failing: {
      // Others were read well in between: what goes now goes since now.
      since: had && fine.length > 0 ? now : since,
      accounts: added(accounts, account),
      had: had ? added(knew, account) : knew,
      lately: had ? added(lately, account) : lately,
      fine: had ? [] : fine,
    },
  };
}

const added = (list: string[], account: string) => (list.includes(account) ? list : [...list, account].slice(-MOST_ACCOUNTS));

/** What is known of a console's fields without an account: it was erased, and no list holds its name any more. */
export function healthWithout({ fields, views }: ConsoleHealth, account: string): ConsoleHealth {
  const left = Object.entries(fields).map(([metric, health]): [string, FieldHealth] => {
    return [metric, { ...health, failing: health.failing && failingWithout(health.failing, account) }];
  });
  return { fields: Object.fromEntries(left), views };
}

/** Accounts that must have lost a field, one after another, before it is said of all; fewer where half of the fields went. */
const SEVERAL = 3;
const SEVERAL_OF_MANY = 2;

/**
 * Which fields of an account's page drifted: this account showed them before, and not now; or several accounts lost them
 * with no good page in between. A field that never was read is a matter of setting up, one that comes and goes by itself
 * is believed only of several accounts, and one account's empty fields are no redesign.
 */
export function driftOf(health: ConsoleHealth, account: string): Drift[] {
  const worked = Object.values(health.fields).filter((one) => one.okAt !== null);
  return Object.entries(health.fields).flatMap(([metric, field]): Drift[] => {
    const { okAt, failing, returned } = field;
    if (okAt === null || !failing?.accounts.includes(account)) return [];
    const onAll = isGoneOnAll(field, worked);
    if (!onAll && (!failing.had.includes(account) || returned >= 2)) return [];
    return [{ metric, since: failing.since, scope: onAll ? 'console' : failing.fine.length > 0 ? 'account' : 'page' }];
  });
}

/** Whether several accounts lost a field since it was last read well on anybody's page. */
function isGoneOnAll({ failing }: FieldHealth, worked: FieldHealth[]): boolean {
  const lately = failing?.lately ?? [];
  const together = worked.filter((one) => lately.every((account) => one.failing?.lately.includes(account)));
  const many = together.length >= 2 && together.length >= worked.length / 2;
  return lately.length >= (many ? SEVERAL_OF_MANY : SEVERAL);
}
