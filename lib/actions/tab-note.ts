import type { VisitMark } from '@/lib/messages/page-messages';

/** What a tab shows, by the word of the document in it. `account` is null once that was left. */
export interface TabNote {
  visit: VisitMark;
  account: string | null;
  address: string;
  /** The document as the browser names it, where it does. */
  sender: string | null;
}

/**
 * What is noted of a tab after a document's word. Words may be worked on in another order than they were sent in, and
 * those of a document that is gone may come after the next one's: what is left stays left, and only its own
 * document can leave an account.
 */
export function noted(known: TabNote | null, word: TabNote): TabNote | null {
  const own = known?.visit.document === word.visit.document;
  if (word.account === null) return own && word.visit.count >= known.visit.count ? word : known;
  if (own && word.visit.count < known.visit.count) return known;
  // One visit speaks of one account, and of none once that was left.
  if (own && word.visit.count === known.visit.count && known.account !== word.account) return known;
  return word;
}
