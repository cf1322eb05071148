import { parseAccountKey } from '@/lib/core/account/account-key';
import type { Entry } from '@/lib/core/account/entry';
import { orderEntries } from '@/lib/core/account/order-entries';
import { resolveAmendments } from '@/lib/core/account/resolve-amendments';
import { type HookEntry, type HookEvent, hookEvent } from '@/lib/deliver/webhook-event';
import { hookKinds } from '@/lib/formats/webhook-file';
import { accountName, pageOf } from './account-name';
import type { Kido } from './kido';

/** What an entry means to others now; null where there is nothing to tell, as when it was taken back before it was sent. */
export async function webhookEventOf(kido: Kido, account: string, id: string): Promise<HookEvent | null> {
  const { entries, setting } = await kido.keeper.account(account);
  const byId = new Map(entries.map((one) => [one.id, one]));
  const entry = byId.get(id);
  if (!entry || (entry.kind === 'retraction' && entry.body.reason === 'held')) return null;
  // A change may speak of a change: what was taken back may be brought back.
  let target: Entry | undefined = entry;
  while (target && (target.kind === 'amendment' || target.kind === 'retraction')) target = byId.get(target.body.target);
  const standing = resolveAmendments(orderEntries(entries)).entries.find((one) => one.id === target?.id);
  const isNew = target === entry;
  const about = isNew ? standing : (standing ?? target);
  if (!about || !isHooked(about)) return null;
  const name = parseAccountKey(account);
  const change = isNew ? 'new' : standing ? 'amended' : 'retracted';
  const who = {
    id: name?.id ?? account,
    name: await accountName(account),
    console: name?.console ?? '',
    page: await pageOf(kido, account),
  };
  return hookEvent(about, change, who, setting.playbook, setting.lang);
}

function isHooked(entry: Entry): entry is HookEntry {
  return (hookKinds as readonly string[]).includes(entry.kind) && !(entry.kind === 'touchpoint' && entry.body.status !== 'held');
}
