import type { Checklist, ItemState, Situation, Skip } from '../conditions/situation';
import type { Play } from '../playbook/playbook-schema';
import { itemState } from './checklist-item';
import { skipOf } from './skip';

/** The checklist of one situation. What asks for itself while it is being worked out is unknown, not a loop. */
export class ItemStates implements Checklist {
  private list: ItemState[] | undefined;
  private readonly items = new Map<string, ItemState | null>();
  private readonly applying = new Map<Play, boolean>();
  private readonly skips = new Map<Play, Skip | null>();
  private readonly pending = new Set<string | Play>();

  constructor(private readonly m: Situation) {}

  all(): ItemState[] {
    if (this.list) return this.list;
    const list: ItemState[] = [];
    for (const play of this.m.book.playbook.plays) {
      if (!this.applies(play)) continue;
      for (const item of play.items) {
        const state = this.item(item.id);
        if (state) list.push(state);
      }
    }
    // Asked for out of its own making it has gaps: only the whole list is kept.
    if (this.pending.size === 0) this.list = list;
    return list;
  }

  item(id: string): ItemState | null {
    const known = this.items.get(id);
    if (known !== undefined) return known;
    if (this.pending.has(id)) return null;
    this.pending.add(id);
    const found = this.m.book.items.get(id);
    const state = found && this.applies(found.play) ? itemState(found.item, found.play, this.m) : null;
    this.pending.delete(id);
    this.items.set(id, state);
    return state;
  }

  applies(play: Play): boolean {
    const { appliesWhen } = play;
    if (!appliesWhen) return true;
    return this.asked(play, this.applying, true, () => this.m.test(appliesWhen).truth(this.m, 0) !== false);
  }

  skip(play: Play): Skip | null {
    return this.asked(play, this.skips, null, () => skipOf(play, this.m));
  }

  /** An answer about a play; `meanwhile` where the question leads back to itself. Kept unless it rests on such a gap. */
  private asked<T>(play: Play, known: Map<Play, T>, meanwhile: T, work: () => T): T {
    const before = known.get(play);
    if (before !== undefined) return before;
    if (this.pending.has(play)) return meanwhile;
    this.pending.add(play);
    const answer = work();
    this.pending.delete(play);
    if (this.pending.size === 0) known.set(play, answer);
    return answer;
  }
}

/** Progress counts what is to be done: items left out with a reason are not part of the whole. */
export function progressOf(items: ItemState[]): { done: number; total: number; share: number | null } {
  let total = 0;
  let done = 0;
  for (const item of items) {
    if (item.state === 'skipped') continue;
    total += 1;
    if (item.state === 'done') done += 1;
  }
  return { done, total, share: total ? done / total : null };
}
