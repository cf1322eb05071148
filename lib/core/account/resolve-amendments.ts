import { type Entry, parseBody } from './entry';

/** Entries as they stand after amendments and retractions, in the order given. */
export interface Standing {
  entries: Entry[];
  /** Amended entries: id → ids of the amendments that stand, oldest first. */
  amended: Map<string, string[]>;
  /** Entries that were taken back → id of the retraction that stands. */
  retracted: Map<string, string>;
}

/**
 * Applies amendments and retractions. Where one points at another it must come later in the agreed order, so no circle
 * is possible; a plain entry is reached wherever it stands, since clocks may be wrong. A retraction of a retraction
 * brings the entry back: that is undo. An amendment whose body does not fit its target changes nothing.
 * @param ordered entries from `orderEntries`
 */
export function resolveAmendments(ordered: Entry[]): Standing {
  const place = new Map(ordered.map((entry, index) => [entry.id, index]));
  const retracted = new Map<string, string>();
  const changes = new Map<string, Entry[]>();
  // Backwards: whatever retracts or amends an entry has been judged before the entry itself is reached.
  for (let index = ordered.length - 1; index >= 0; index -= 1) {
    const entry = ordered[index] as Entry;
    if (retracted.has(entry.id)) continue;
    if (entry.kind !== 'retraction' && entry.kind !== 'amendment') continue;
    const target = place.get(entry.body.target);
    if (target === undefined || (target >= index && isChange(ordered[target]))) continue;
    if (entry.kind === 'retraction') retracted.set(entry.body.target, entry.id);
    else changes.set(entry.body.target, [entry, ...(changes.get(entry.body.target) ?? [])]);
  }
  const amended = new Map<string, string[]>();
  const entries: Entry[] = [];
  for (const entry of ordered) {
    if (retracted.has(entry.id) || entry.kind === 'retraction' || entry.kind === 'amendment') continue;
    entries.push(amend(entry, changes.get(entry.id) ?? [], amended));
  }
  return { entries, amended, retracted };
}

function isChange(entry: Entry | undefined): boolean {
  return entry?.kind === 'retraction' || entry?.kind === 'amendment';
}

function amend(entry: Entry, changes: Entry[], amended: Map<string, string[]>): Entry {
  let standing = entry;
  for (const change of changes) {
    const next = applied(standing, change);
    if (!next) continue;
    standing = next;
    amended.set(entry.id, [...(amended.get(entry.id) ?? []), change.id]);
  }
  return standing;
}

/** An entry after one amendment; null where the amendment does not fit it. */
export function applied(entry: Entry, change: Entry): Entry | null {
  if (change.kind !== 'amendment') return null;
  // Null takes a part away: JSON has no other word for it.
  const parts = Object.entries({ ...entry.body, ...change.body.body }).filter(([, value]) => value !== null);
  const body = parseBody(entry.kind, Object.fromEntries(parts));
  return body ? ({ ...entry, body } as Entry) : null;
}
