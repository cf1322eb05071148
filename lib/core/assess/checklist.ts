import type { Moment } from '../conditions/moment';
import { applies, checklistItem, type ItemState } from './checklist-item';

/** All items of the plays that apply, in playbook order. Worked out once per moment. */
export function checklist(m: Moment): ItemState[] {
  let list = m.list;
  if (!list) {
    list = [];
    for (const play of m.plan.playbook.plays) {
      if (!applies(play, m)) continue;
      for (const item of play.items) {
        const state = checklistItem(item.id, m);
        if (state) list.push(state);
      }
    }
    m.list = list;
  }
  return list;
}

/** Progress counts what is to be done: items left out with a reason are not part of the whole. */
export function progressOf(items: ItemState[]): { done: number; total: number; share: number | null } {
  const counted = items.filter((item) => item.state !== 'skipped');
  const done = counted.filter((item) => item.state === 'done').length;
  return { done, total: counted.length, share: counted.length ? done / counted.length : null };
}
