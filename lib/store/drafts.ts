import type { Draft } from '@/lib/formats/backup-file';
import { database } from './database';
import { isErased } from './erased-marks';
import type { DraftRow } from './rows';
import { StoreProblem } from './store-problem';

/*
 * Several windows may write about one account, their messages may overtake each other and clocks may be put back. So
 * drafts are ordered by counters only. Each window numbers its own puts (`seq`); the store numbers every change (`rev`),
 * and never uses a number again. A put of the window that wrote last counts if its own number is higher. A put of
 * another window counts only if it was based on what is stored; else that window is told what is, and nothing is lost:
 * the text typed there is still there, to be put again on the new base. What was logged stays as an empty row, so that
 * neither a late message nor another window brings it back unasked.
 */

/** One state of what a window is writing. */
export interface DraftPut {
  account: string;
  /** A random id of the window. */
  writer: string;
  /** Counts the window's own puts, from 1. */
  seq: number;
  /** The revision that this window last saw stored; 0 where it saw none. */
  base: number;
  /** Epoch ms, for people to read. */
  at: number;
  fields: Record<string, unknown>;
}

/** `rev` is what a window bases its next put on. A draft of null: there is none, or it was logged meanwhile. */
export type DraftAnswer = { kept: true; rev: number } | { kept: false; rev: number; draft: Draft | null };

/**
 * Stores what is being written and answers once it is on disk, or says what stands there instead.
 * @throws StoreProblem `erased` where the account was erased
 */
export async function putDraft(put: DraftPut): Promise<DraftAnswer> {
  if (await isErased(put.account)) throw new StoreProblem('erased', 'this account was erased');
  const answer = await keepDraft(put);
  // Erased while this was stored: the text went in after all else had gone.
  if (await isErased(put.account)) {
    await (await database()).delete('drafts', put.account);
    throw new StoreProblem('erased', 'this account was erased');
  }
  return answer;
}

async function keepDraft({ account, writer, seq, base, at, fields }: DraftPut): Promise<DraftAnswer> {
  const tx = (await database()).transaction('drafts', 'readwrite', { durability: 'strict' });
  const drafts = tx.store;
  const known = await drafts.get(account);
  const isOwn = known?.writer === writer;
  let answer: DraftAnswer;
  if (known && isOwn && seq <= known.seq && known.fields) answer = { kept: true, rev: known.rev };
  else if (known && (isOwn ? seq <= known.seq : base !== known.rev)) answer = { kept: false, rev: known.rev, draft: draftIn(known) };
  else {
    const rev = await nextRev(drafts);
    await drafts.put({ account, rev, writer, seq, at, fields });
    answer = { kept: true, rev };
  }
  await tx.done;
  return answer;
}

/** The draft of an account and the revision to base the next put on; 0 where nothing was ever written. */
export async function draftOf(account: string): Promise<{ draft: Draft | null; rev: number }> {
  const row = await (await database()).get('drafts', account);
  return { draft: row ? draftIn(row) : null, rev: row?.rev ?? 0 };
}

/** Which draft is done with: `rev` as the window last saw it kept, `seq` the last number that the window gave. */
export interface DraftDone {
  account: string;
  writer: string;
  seq: number;
  rev: number;
}

/**
 * Removes a draft that was logged or thrown away. What another window typed since stays, and is answered.
 * `appendEntries` does the same in the transaction that writes what was logged.
 */
export async function removeDraft(done: DraftDone): Promise<{ removed: boolean; rev: number; draft: Draft | null }> {
  const tx = (await database()).transaction('drafts', 'readwrite', { durability: 'strict' });
  const row = await finishDraft(tx.store, done);
  await tx.done;
  return { removed: !row?.fields, rev: row?.rev ?? 0, draft: row ? draftIn(row) : null };
}

interface DraftStore {
  get(account: string): Promise<DraftRow | undefined>;
  put(row: DraftRow): Promise<string>;
}

/** The row that counts revisions; no account is called so. */
export const COUNTER = '';

/** The same within a transaction; gives the row as it is then. */
export async function finishDraft(drafts: DraftStore, { account, writer, seq, rev }: DraftDone): Promise<DraftRow | undefined> {
  const known = await drafts.get(account);
  // A later put of the same window is its own next note; one of another window is for that window to log.
  if (known && known.rev !== rev && !(known.writer === writer && known.seq <= seq)) return known;
  const row: DraftRow = { account, rev: await nextRev(drafts), writer, seq, at: known?.at ?? 0, fields: null };
  await drafts.put(row);
  return row;
}

/** A revision that was never used before. */
export async function nextRev(drafts: DraftStore): Promise<number> {
  const rev = ((await drafts.get(COUNTER))?.rev ?? 0) + 1;
  await drafts.put({ account: COUNTER, rev, writer: '', seq: 0, at: 0, fields: null });
  return rev;
}

function draftIn({ account, at, fields }: DraftRow): Draft | null {
  return fields && { account, at, fields };
}
