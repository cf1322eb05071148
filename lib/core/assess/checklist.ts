import type { Checklist, ItemState, Situation, Skip } from '../conditions/situation';
import type { PlayItem } from '../playbook/playbook-index';
import type { Play } from '../playbook/playbook-schema';
import { itemState } from './checklist-item';
import { skipOf } from './skip';

/** How far an answer may lead to others; beyond it stands as unknown rather than filling the stack. */
const DEEPEST = 200;

/** The checklist of one situation. What asks for itself while it is being worked out is unknown, not a loop. */
export class ItemStates implements Checklist {
  private list: ItemState[] | undefined;
  // By place in the playbook: maps for every account would be much of what a portfolio allocates.
  private readonly states: (ItemState | null | undefined)[];
  private readonly applying: (boolean | undefined)[];
  private readonly skips: (Skip | null | undefined)[];
  /** How many answers are being worked out: while any is, what has no answer yet stands as unknown. */
  private open = 0;

  constructor(private readonly m: Situation) {
    const { items, lists } = m.book;
    this.states = new Array(items.size);
    this.applying = new Array(lists.length);
    this.skips = new Array(lists.length);
  }

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
    if (this.open > DEEPEST) return null;
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
    const at = this.m.book.placeOf(play);
    const known = this.applying[at];
    if (known !== undefined) return known;
    this.applying[at] = true;
    this.open += 1;
    const answer = this.m.test(appliesWhen).truth(this.m, 0) !== false;
    this.open -= 1;
    this.applying[at] = answer;
    return answer;
  }

  skip(play: Play): Skip | null {
    const at = this.m.book.placeOf(play);
    const known = this.skips[at];
    if (known !== undefined) return known;
    this.skips[at] = null;
    this.open += 1;
    const answer = skipOf(play, this.m);
    this.open -= 1;
    this.skips[at] = answer;
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
