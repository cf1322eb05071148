import type { Entry } from './entry';

/** One entry per id, in the one order that every machine agrees on: logical clock, then id. */
export function orderEntries(entries: Iterable<Entry>): Entry[] {
  const byId = new Map<string, Entry>();
  for (const entry of entries) {
    const twin = byId.get(entry.id);
    // Ids are unique by construction. Should two bodies ever share one, all machines must still pick the same.
    if (!twin || fingerprint(entry) < fingerprint(twin)) byId.set(entry.id, entry);
  }
  return [...byId.values()].sort((a, b) => clock(a) - clock(b) || (a.id < b.id ? -1 : 1));
}

/** Logical time of an entry in ms; entries written by hand have none and count from their wall clock. */
export function clock(entry: Entry): number {
  return entry.hlc ?? entry.at;
}

function fingerprint(entry: Entry): string {
  return JSON.stringify(entry);
}
