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
    const known = this.applying.get(play);
    if (known !== undefined) return known;
    this.applying.set(play, true);
    this.open += 1;
    const answer = this.m.test(appliesWhen).truth(this.m, 0) !== false;
    this.open -= 1;
    this.applying.set(play, answer);
    return answer;
  }

  skip(play: Play): Skip | null {
    const known = this.skips.get(play);
    if (known !== undefined) return known;
    this.skips.set(play, null);
    this.open += 1;
    const answer = skipOf(play, this.m);
    this.open -= 1;
    this.skips.set(play, answer);
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
