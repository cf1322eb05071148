import type { EntryBody, EntryOf } from '@/lib/core/account/entry';
import { orderEntries } from '@/lib/core/account/order-entries';
import { resolveAmendments } from '@/lib/core/account/resolve-amendments';
import { openItems } from '@/lib/core/view/log-choices';
import type { Written } from '@/lib/core/view/sent-view';
import type { AccountNow, NewEntry } from '@/lib/keeper/keeper-needs';
import type { DraftDone } from '@/lib/messages/log-messages';
import type { Kido } from './kido';

/** Logs a touchpoint. What was planned and is now held is one touchpoint, not two; `ticks` are items done with it, `draft` ends with it. */
export function logTouchpoint(
  { keeper }: Kido,
  {
    account,
    touchpoint,
    ticks,
    draft,
  }: { account: string; touchpoint: EntryBody<'touchpoint'>; ticks: string[]; draft?: DraftDone | undefined },
  id: string,
): Promise<Written> {
  const make = ({ folded, assessment }: AccountNow): NewEntry[] => {
    const planned =
      touchpoint.status === 'held' && touchpoint.play
        ? folded.touchpoints.filter((one) => one.status === 'planned' && one.play === touchpoint.play)
        : [];
    const isOpen = openItems(assessment);
    return [
      ...planned.map((one): NewEntry => ({ kind: 'retraction', body: { target: one.id, reason: 'held' } })),
      { kind: 'touchpoint', body: touchpoint },
      ...ticks.filter((item) => isOpen.has(item)).map((item): NewEntry => ({ kind: 'item', body: { item, state: 'done' } })),
    ];
  };
  return keeper.write(account, id, make, null, draft);
}

/** A touchpoint as it stands after amendments. @throws Error where there is none */
export async function touchpointOf({ keeper }: Kido, account: string, id: string): Promise<EntryOf<'touchpoint'>> {
  const { entries } = await keeper.account(account);
  return standing(entries, id);
}

/** Changes a held touchpoint; what it said before stays in the journal. Parts that are left out are taken away. */
export function amendTouchpoint(
  { keeper }: Kido,
  { account, id: target, touchpoint }: { account: string; id: string; touchpoint: EntryBody<'touchpoint'> },
  id: string,
): Promise<Written> {
  return keeper.write(account, id, ({ entries }) => {
    const { body } = standing(entries, target);
    const gone = Object.keys(body).filter((name) => !(name in touchpoint));
    return [{ kind: 'amendment', body: { target, body: { ...touchpoint, ...Object.fromEntries(gone.map((name) => [name, null])) } } }];
  });
}

function standing(entries: Parameters<typeof orderEntries>[0], id: string): EntryOf<'touchpoint'> {
  const entry = resolveAmendments(orderEntries(entries)).entries.find((one) => one.id === id);
  if (entry?.kind !== 'touchpoint') throw new Error('no such touchpoint');
  return entry;
}
