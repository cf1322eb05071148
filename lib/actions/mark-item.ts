import type { EntryBody } from '@/lib/core/account/entry';
import type { Written } from '@/lib/core/view/sent-view';
import type { Kido } from './kido';

/** Marks a checklist item as a person says. @param tab the tab that gets the view as its answer */
export function markItem({ keeper }: Kido, account: string, mark: EntryBody<'item'>, id: string, tab: number | null): Promise<Written> {
  return keeper.write(account, id, () => [{ kind: 'item', body: mark }], tab);
}

/** Marks what is open and due of a play as done. */
export function finishPlay({ keeper }: Kido, account: string, play: string, id: string, tab: number | null): Promise<Written> {
  return keeper.write(
    account,
    id,
    ({ assessment }) =>
      assessment.checklist
        .filter((item) => item.play === play && item.state === 'open' && item.lateDays >= 0)
        .map((item) => ({ kind: 'item', body: { item: item.id, state: 'done' } })),
    tab,
  );
}

/** Puts a stall off until a day. */
export function snooze({ keeper }: Kido, account: string, body: EntryBody<'snooze'>, id: string, tab: number | null): Promise<Written> {
  return keeper.write(account, id, () => [{ kind: 'snooze', body }], tab);
}
