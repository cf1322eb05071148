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
  /** How many answers are being worked out: while any is, what has no answer yet stands as unknown. */
  private open = 0;

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
    if (this.open === 0) this.list = list;
    return list;
  }

  item(id: string): ItemState | null {
    const known = this.items.get(id);
    if (known !== undefined) return known;
    this.items.set(id, null);
    this.open += 1;
    const found = this.m.book.items.get(id);
    const state = found && this.applies(found.play) ? itemState(found.item, found.play, this.m) : null;
    this.open -= 1;
    this.items.set(id, state);
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
