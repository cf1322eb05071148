import type { VisitMark } from '@/lib/messages/page-messages';
import type { Session } from './session';
import { noted, type TabNote } from './tab-note';

/** What a tab shows: the account, and the address and document that said so. */
export interface Shown {
  account: string;
  address: string;
  /** The document as the browser names it, where it does. */
  sender: string | null;
}

type Notes = Record<string, TabNote>;

const KEY = 'tabs';

/** Notes what a tab's document says of itself. Late words of an older visit change nothing. */
export function noteTab(session: Session, tabId: number, word: TabNote): Promise<void> {
  return session.change<Notes>(KEY, (before) => {
    const { [String(tabId)]: known, ...others } = before ?? {};
    const note = noted(known ?? null, word);
    return note ? { ...others, [tabId]: note } : others;
  });
}

/** A tab is closed, stands elsewhere, or may no longer be read. */
export function forgetTab(session: Session, tabId: number): Promise<void> {
  return session.change<Notes>(KEY, (before) => {
    const { [String(tabId)]: _, ...others } = before ?? {};
    return others;
  });
}

/** What a tab shows; null where it shows no account. */
export async function shownIn(session: Session, tabId: number): Promise<(Shown & { visit: VisitMark }) | null> {
  const note = (await session.read<Notes>(KEY))?.[tabId];
  return note?.account ? { ...note, account: note.account } : null;
}

/** Every tab that shows an account. */
export async function shownTabs(session: Session): Promise<(Shown & { tabId: number })[]> {
  return Object.entries((await session.read<Notes>(KEY)) ?? {}).flatMap(([id, note]) =>
    note.account ? [{ ...note, account: note.account, tabId: Number(id) }] : [],
  );
}

/** Tabs that show an account. */
export async function tabsOf(session: Session, account: string): Promise<number[]> {
  return (await shownTabs(session)).filter((one) => one.account === account).map((one) => one.tabId);
}

/** Why the page at an address shows no account, as its script said. */
export interface Why {
  address: string;
  why: string;
}

const whyKey = (tabId: number) => `why:${tabId}`;

/** Notes why a tab shows no account; null forgets it. */
export function noteWhy(session: Session, tabId: number, why: Why | null): Promise<void> {
  return session.change<Why>(whyKey(tabId), () => why);
}

/** Why a tab shows no account, where its page has said so of this very address; null where it has not. */
export async function whyIn(session: Session, tabId: number, address: string | null): Promise<string | null> {
  const noted = await session.read<Why>(whyKey(tabId));
  return noted !== null && noted.address === address ? noted.why : null;
}
