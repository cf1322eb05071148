import { IDBFactory } from 'fake-indexeddb';
import type { Reading } from '@/lib/core/account/reading';
import type { SentView } from '@/lib/core/view/sent-view';
import { Keeper } from '@/lib/keeper/keeper';
import type { KeeperNeeds } from '@/lib/keeper/keeper-needs';
import { type Standpoint, StandpointKeeper } from '@/lib/keeper/setting';
import { closeDatabase } from '@/lib/store/database';
import { Settings } from '@/lib/store/settings';
import { memoryArea } from '../actions/fake-host';

export const NOW = Date.parse('2026-11-20T12:00:00+09:00');
export const ACCOUNT = 'sample/a';

export interface Bench {
  keeper: Keeper;
  needs: KeeperNeeds;
  clock: { now: number };
  published: { view: SentView; except: number | null }[];
  posts: number;
  standpoint: StandpointKeeper;
}

/** What outlives the background. */
export const memory = new Map<string, Reading[]>();

/** A keeper on a clock that the test moves; another one has the same store and memory, as after a restart. */
export function bench(change: Partial<KeeperNeeds> = {}): Bench {
  const settings = new Settings(memoryArea(), async () => ({}));
  const standpoint = new StandpointKeeper(settings, () => 'en');
  const clock = { now: NOW };
  const made: Omit<Bench, 'keeper' | 'needs'> = { clock, published: [], posts: 0, standpoint };
  const needs: KeeperNeeds = {
    now: () => clock.now,
    standpoint: (): Promise<Standpoint> => standpoint.now(),
    device: async () => 'here',
    hooksFor: async () => [],
    held: async (account) => memory.get(account) ?? [],
    keepHeld: async (account, readings) => void memory.set(account, readings),
    surroundings: async () => ({ name: 'Acme', pageAt: null, apiAt: null, hasApi: false, trouble: null, drifts: [] }),
    publish: (view, except) => void made.published.push({ view, except }),
    posted: () => void (result.posts += 1),
    ...change,
  };
  const result: Bench = { ...made, keeper: new Keeper(needs), needs };
  return result;
}

/** An empty store, and nothing in memory. */
export async function emptyStore(): Promise<void> {
  memory.clear();
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
}

/** An entry to be written: a mark on an item. */
export const mark = (state: 'done' | 'open', item = 'handoff-why') => [{ kind: 'item' as const, body: { item, state } }];
