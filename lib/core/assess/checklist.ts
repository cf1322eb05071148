import type { Checklist, ItemState, Situation, Skip } from '../conditions/situation';
import type { PlayItem } from '../playbook/playbook-index';
import type { Play } from '../playbook/playbook-schema';
import { itemState } from './checklist-item';
import { skipOf } from './skip';

/** The checklist of one situation. What asks for itself while it is being worked out is unknown, not a loop. */
export class ItemStates implements Checklist {
  private list: ItemState[] | undefined;
  private readonly states: (ItemState | null | undefined)[] = [];
  private readonly applying = new Map<Play, boolean>();
  private readonly skips = new Map<Play, Skip | null>();
  /** How many answers are being worked out: while any is, what has no answer yet stands as unknown. */
  private open = 0;

  constructor(private readonly m: Situation) {}

  all(): ItemState[] {
    if (this.list) return this.list;
    const list: ItemState[] = [];
    for (const { play, items } of this.m.book.lists) {
      if (!this.applies(play)) continue;
      for (const item of items) {
        const state = this.stateOf(item);
        if (state) list.push(state);
      }
    }
    // Asked for out of its own making it has gaps: only the whole list is kept.
    if (this.open === 0) this.list = list;
    return list;
  }

  item(id: string): ItemState | null {
    const found = this.m.book.items.get(id);
    return found ? this.stateOf(found) : null;
  }

  private stateOf({ item, play, at }: PlayItem): ItemState | null {
    const known = this.states[at];
    if (known !== undefined) return known;
    this.states[at] = null;
    this.open += 1;
    const state = this.applies(play) ? itemState(item, play, this.m) : null;
    this.open -= 1;
    this.states[at] = state;
    return state;
  }

  applies(play: Play): boolean {
    const { appliesWhen } = play;
    if (!appliesWhen) return true;
    const known = this.applying.get(play);
    if (known !== undefined) return known;
    this.applying.set(play, true);
    this.open += 1;
    const answer = this.m.test(appliesWhen).truth(this.m, 0) !== false;
    this.open -= 1;
    this.keep(this.applying, play, answer);
    return answer;
  }

  skip(play: Play): Skip | null {
    const known = this.skips.get(play);
    if (known !== undefined) return known;
    this.skips.set(play, null);
    this.open += 1;
    const answer = skipOf(play, this.m);
    this.open -= 1;
    this.keep(this.skips, play, answer);
    return answer;
  }

  /** Keeps an answer about a play, unless something is open whose gap it may rest on. */
  private keep<T>(known: Map<Play, T>, play: Play, answer: T): void {
    if (this.open === 0) known.set(play, answer);
    else known.delete(play);
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
