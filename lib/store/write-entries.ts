import { type Entry, entrySchema } from '@/lib/core/account/entry';
import { database } from './database';
import { type DraftDone, finishDraft } from './drafts';
import { erasedAmong, incoming } from './erased-marks';
import { markBehind } from './make-index';
import { outboxRow } from './outbox';
import { indexAccounts } from './search-index';
import { StoreProblem, storeProblem } from './store-problem';

export interface WriteOptions {
  /** Ids of the webhooks that are to learn of the entries; noted in the same transaction, so that none is forgotten. */
  hooks?: string[];
  /** False where the caller has the index made anew afterwards. */
  indexed?: boolean;
  /** The draft that these entries came from: done with in the same transaction, so that it is not logged twice. */
  draft?: DraftDone;
  /** Whether entries of what was erased end the whole with an error, or are left out. */
  erased?: 'refuse' | 'leaveOut';
}

type StoreName = 'entries' | 'notes' | 'requests' | 'outbox' | 'erased' | 'drafts' | 'meta';
const INDEXED = new Set<Entry['kind']>(['touchpoint', 'request', 'amendment', 'retraction']);

/**
 * Adds entries and answers once they are on disk, all or none. An entry that is there already stays as it was, and
 * webhooks do not learn of it again.
 * @returns ids really written, and ids left out because their account or words were erased
 * @throws StoreProblem `erased` or `full`
 */
export async function writeEntries(entries: Entry[], options: WriteOptions): Promise<{ written: string[]; erased: string[] }> {
  const { hooks = [], indexed = true, draft, erased: onErased = 'refuse' } = options;
  // A bug of ours must not put into the journal what no later version can read.
  const byId = new Map<string, Entry>();
  for (const entry of entries.map((one) => entrySchema.parse(one))) if (!byId.has(entry.id)) byId.set(entry.id, entry);
  const checked = [...byId.values()];
  const ready = await incoming(checked);
  // Drafts are stored with every key press, and wait for nothing that does not concern them.
  const stores: StoreName[] = [
    'entries',
    'notes',
    'requests',
    'outbox',
    'erased',
    ...(draft ? (['drafts'] as const) : []),
    ...(indexed ? [] : (['meta'] as const)),
  ];
  const tx = (await database()).transaction(stores, 'readwrite', { durability: 'strict' });
  // A full disk may end the transaction at any step; its own end must not go unheard.
  tx.done.catch(() => undefined);
  try {
    const store = tx.objectStore('entries');
    const known = await Promise.all(checked.map((entry) => store.getKey(entry.id)));
    const unknown = checked.filter((_, at) => known[at] === undefined);
    const erased = await erasedAmong(tx.objectStore('erased'), unknown, ready);
    if (erased.size > 0 && onErased === 'refuse') throw new StoreProblem('erased', 'this account was erased');
    const news = unknown.filter((entry) => !erased.has(entry));
    await Promise.all(news.map(async (entry) => store.add(entry)));
    // Only what people wrote is searched; readings come all day and change nothing there.
    const worded = news.filter((entry) => INDEXED.has(entry.kind));
    if (!indexed && worded.length > 0) await markBehind(tx.objectStore('meta'));
    const searched = indexed ? worded : [];
    const accounts = searched.map((entry) => entry.account);
    if (searched.length > 0) await indexAccounts(tx, accounts, new Set(searched.map((entry) => entry.id)));
    // A row that was delivered must not come back with an entry that was known.
    const outbox = tx.objectStore('outbox');
    const rows = hooks.flatMap((hook) => news.map((entry) => outboxRow(hook, entry)));
    await Promise.all(rows.map(async (row) => (await outbox.getKey(row.id)) ?? outbox.add(row)));
    if (draft) await finishDraft(tx.objectStore('drafts'), draft);
    await tx.done;
    return { written: news.map((entry) => entry.id), erased: [...erased].map((entry) => entry.id) };
  } catch (error) {
    // Half of what belongs together must not stay.
    if (tx.error === null) tx.abort();
    throw storeProblem(error);
  }
}
