import type { Draft } from '@/lib/formats/backup-file';
import { database } from './database';

/** Stores what is being written and answers once it is on disk. */
export async function putDraft(draft: Draft): Promise<void> {
  const tx = (await database()).transaction('drafts', 'readwrite', { durability: 'strict' });
  const known = await tx.store.get(draft.account);
  // Messages may overtake each other; an older state of the text never replaces a newer one.
  if (!known || known.at <= draft.at) await tx.store.put(draft);
  await tx.done;
}

/** The draft of an account, if there is one. */
export async function draftOf(account: string): Promise<Draft | undefined> {
  return (await database()).get('drafts', account);
}

/** Removes a draft once it is logged. */
export async function removeDraft(account: string): Promise<void> {
  const tx = (await database()).transaction('drafts', 'readwrite', { durability: 'strict' });
  await tx.store.delete(account);
  await tx.done;
}
