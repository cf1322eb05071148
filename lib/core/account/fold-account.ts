import { parseDay } from '../day';
import type { Entry, EntryBody, EntryOf } from './entry';
import { MetricHistory } from './metric-history';
import { orderEntries } from './order-entries';
import type { Reading } from './reading';
import { resolveAmendments } from './resolve-amendments';

export type Stamped<T> = T & { id: string; at: number; by: string };
export type Touchpoint = Stamped<EntryBody<'touchpoint'>>;
export type ItemMark = Stamped<EntryBody<'item'>>;
export type JudgementMark = Stamped<EntryBody<'judgement'>>;

/** What the journal says of one account. The fold of its entries, and nothing else. */
export interface Account {
  key: string;
  metrics: Map<string, MetricHistory>;
  /** Last standing mark per checklist item. */
  items: Map<string, ItemMark>;
  /** By day, then in journal order. */
  touchpoints: Touchpoint[];
  snoozes: Map<string, Stamped<EntryBody<'snooze'>>>;
  judgement: JudgementMark | null;
  stage: Stamped<EntryBody<'stage'>> | null;
  amended: Map<string, string[]>;
  /** Epoch ms of the oldest entry; null for an account without any. */
  since: number | null;
}

/**
 * Folds journal entries into an account. The result is the same for the same set of entries, in whatever order and
 * however often they arrive. Entries of other accounts are left out.
 */
export function foldAccount(key: string, entries: Iterable<Entry>): Account {
  const own: Entry[] = [];
  for (const entry of entries) if (entry.account === key) own.push(entry);
  const standing = resolveAmendments(orderEntries(own));
  const account: Account = {
    key,
    metrics: new Map(),
    items: new Map(),
    touchpoints: [],
    snoozes: new Map(),
    judgement: null,
    stage: null,
    amended: standing.amended,
    since: null,
  };
  for (const entry of standing.entries) {
    if (account.since === null || entry.at < account.since) account.since = entry.at;
    take(account, entry);
  }
  for (const history of account.metrics.values()) history.sort();
  account.touchpoints.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return account;
}

function take(account: Account, entry: Entry): void {
  switch (entry.kind) {
    case 'readings':
      takeReadings(account, entry);
      break;
    case 'item':
      account.items.set(entry.body.item, stamp(entry));
      break;
    case 'touchpoint':
      account.touchpoints.push(stamp(entry));
      break;
    case 'snooze':
      account.snoozes.set(entry.body.rule, stamp(entry));
      break;
    case 'judgement':
      account.judgement = stamp(entry);
      break;
    case 'stage':
      account.stage = stamp(entry);
  }
}

function takeReadings(account: Account, entry: EntryOf<'readings'>): void {
  for (const written of entry.body.readings) {
    const reading: Reading = { ...written, seenAt: written.seenAt ?? entry.at };
    let history = account.metrics.get(reading.metric);
    if (!history) account.metrics.set(reading.metric, (history = new MetricHistory()));
    const week = reading.week ? parseDay(reading.week) : null;
    if (week === null) history.moments.push(reading);
    else history.weeks.set(week, [...(history.weeks.get(week) ?? []), reading]);
  }
}

function stamp<E extends Entry>(entry: E): Stamped<E['body']> {
  return { ...entry.body, id: entry.id, at: entry.at, by: entry.by };
}
