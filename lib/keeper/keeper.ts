import { ulid } from 'ulid';
import { parseAccountKey } from '@/lib/core/account/account-key';
import { entryClock } from '@/lib/core/account/clock';
import type { Entry } from '@/lib/core/account/entry';
import type { Reading } from '@/lib/core/account/reading';
import { InTurn } from '@/lib/core/in-turn';
import { makeView } from '@/lib/core/view/make-view';
import type { SentView, Written } from '@/lib/core/view/sent-view';
import type { DraftDone } from '@/lib/store/drafts';
import { appendEntries, entriesOf } from '@/lib/store/journal';
import { noCounts } from './counts';
import type { AccountNow, KeeperNeeds, NewEntry } from './keeper-needs';
import { Kept } from './kept';
import type { Standpoint } from './setting';

/** Accounts that are kept in memory at once; the one used longest ago goes. */
const MOST_KEPT = 40;

/** The one place that loads, folds and hands out an account, and through which entries are appended. */
export class Keeper {
  readonly counts = noCounts();
  private readonly life = crypto.randomUUID();
  private readonly kept = new Map<string, Promise<Kept>>();
  private readonly turns = new InTurn();

  constructor(private readonly needs: KeeperNeeds) {}

  /** An account as it is now. */
  async account(key: string): Promise<AccountNow> {
    const [kept, standpoint] = await Promise.all([this.load(key), this.needs.standpoint()]);
    return this.stateOf(kept, standpoint);
  }

  /** The view of an account as it is now; ages are told anew, nothing is assessed for them. */
  async view(key: string): Promise<SentView> {
    this.counts.views += 1;
    // Counted before anything is loaded: what begins later knows at least as much.
    const turn = { life: this.life, count: this.counts.views };
    const { assessment, folded, setting } = await this.account(key);
    return { ...makeView(assessment, await this.needs.surroundings(key, folded), setting), turn };
  }

  /** Tells everybody of an account whose surroundings have changed: when it was read, what is wrong with its API. */
  async publish(key: string, except: number | null = null): Promise<SentView> {
    const view = await this.view(key);
    this.needs.publish(view, except);
    return view;
  }

  /**
   * Writes what `make` gives for the account as it is then. Writers of one account take turns, so that nothing is decided
   * on what has changed meanwhile. Answers after it is on disk; asked again with the same id it writes nothing.
   * @param id of the question that asked for it (ULID); entries are named after it
   * @param except the tab that gets the view as its answer
   * @param draft what a person was writing and is done with, in the same transaction
   */
  write(key: string, id: string, make: (now: AccountNow) => NewEntry[], except: number | null = null, draft?: DraftDone): Promise<Written> {
    return this.turns.run(key, async () => {
      if (!parseAccountKey(key)) throw new Error('no such account');
      const before = await this.account(key);
      const done = before.entries.filter((entry) => entry.id.startsWith(`${id}-`));
      const wanted = done.length > 0 ? [] : make(before);
      if (wanted.length > 0) await this.append(key, id, wanted, draft);
      const written = wanted.length > 0 ? wanted.map((_, at) => `${id}-${at}`) : done.map((entry) => entry.id);
      return { written, view: wanted.length > 0 ? await this.publish(key, except) : await this.view(key) };
    });
  }

  /** Writes for the background itself. */
  note(key: string, make: (now: AccountNow) => NewEntry[], except: number | null = null): Promise<Written> {
    return this.write(key, ulid(this.needs.now()), make, except);
  }

  /** Keeps values that were seen and are not to be written yet; they count already, and outlive the background. */
  async hold(key: string, readings: Reading[]): Promise<void> {
    const kept = await this.load(key);
    if (readings.length === 0 && kept.held.length === 0) return;
    kept.hold(readings);
    await this.needs.keepHeld(key, readings);
  }

  /** Values that are held; asking takes them. */
  async takeHeld(key: string): Promise<Reading[]> {
    const kept = await this.load(key);
    const held = [...kept.held];
    await this.hold(key, []);
    return held;
  }

  /** What is kept of an account is no longer true: it was erased, or a backup came in. Without a key: of all accounts. */
  forget(key?: string): void {
    if (key === undefined) this.kept.clear();
    else this.kept.delete(key);
  }

  private async append(key: string, id: string, wanted: NewEntry[], draft?: DraftDone): Promise<void> {
    const kept = await this.load(key);
    const [{ preferences }, device] = await Promise.all([this.needs.standpoint(), this.needs.device()]);
    const at = this.needs.now();
    const entries: Entry[] = [];
    let hlc = 0;
    for (const [place, { kind, body }] of wanted.entries()) {
      hlc = place === 0 ? entryClock(kept.entries, 0, at) : Math.max(hlc, entryClock(entries, hlc, at));
      entries.push({ id: `${id}-${place}`, v: 1, account: key, at, hlc, by: preferences.author, device, kind, body } as Entry);
    }
    const hooks = await this.needs.hooksFor(entries);
    try {
      await appendEntries(entries, { hooks, ...(draft && { draft }) });
    } catch (error) {
      // Whether it reached the disk is not known: what is there is read again.
      this.forget(key);
      throw error;
    }
    kept.add(entries);
    if (hooks.length > 0) this.needs.posted();
  }

  private stateOf(kept: Kept, standpoint: Standpoint): AccountNow {
    const { preferences: _, ...point } = standpoint;
    const setting = { ...point, now: this.needs.now() };
    return {
      entries: kept.entries,
      held: kept.held,
      get folded() {
        return kept.folded;
      },
      get written() {
        return kept.written;
      },
      get assessment() {
        return kept.assessment(setting);
      },
      get setting() {
        return { ...setting, today: kept.assessment(setting).today };
      },
    };
  }

  private load(key: string): Promise<Kept> {
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    this.counts.loads += 1;
    const loading = Promise.all([entriesOf(key), this.needs.held(key)]).then(([entries, held]) => {
      const kept = new Kept(key, entries, this.counts);
      kept.hold(held);
      return kept;
    });
    this.kept.set(key, loading);
    loading.catch(() => this.kept.delete(key));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return loading;
  }
}
