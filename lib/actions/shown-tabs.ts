import type { Session } from './session';

/** What a tab shows: the account, the address at which it was, and the document that said so. */
export interface Shown {
  account: string;
  address: string;
  document: string | null;
}

type ByTab = Record<string, Shown>;

const KEY = 'tabs';

/** Notes what a tab shows now. */
export function noteShown(session: Session, tabId: number, shown: Shown): Promise<void> {
  return session.change<ByTab>(KEY, (before) => ({ ...before, [tabId]: shown }));
}

/**
 * Notes that a tab shows no account any more.
 * @param document where a document says so: a late word of one that was left takes nothing from the next
 */
export function noteLeft(session: Session, tabId: number, document: string | null = null): Promise<void> {
  return session.change<ByTab>(KEY, (before) => {
    const { [String(tabId)]: shown, ...others } = before ?? {};
    const isOther = document !== null && shown !== undefined && shown.document !== null && shown.document !== document;
    return isOther ? before : others;
  });
}

/** What a tab shows; null where it shows no account. */
export async function shownIn(session: Session, tabId: number): Promise<Shown | null> {
  return (await session.read<ByTab>(KEY))?.[tabId] ?? null;
}

/** Every tab that shows an account. */
export async function shownTabs(session: Session): Promise<(Shown & { tabId: number })[]> {
  return Object.entries((await session.read<ByTab>(KEY)) ?? {}).map(([id, shown]) => ({ ...shown, tabId: Number(id) }));
}

/** Tabs that show an account. */
export async function tabsOf(session: Session, account: string): Promise<number[]> {
  return (await shownTabs(session)).filter((one) => one.account === account).map((one) => one.tabId);
}
