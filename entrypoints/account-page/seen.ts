import type { PageConfig } from '@/lib/formats/page-config';
import type { FoundPage } from '@/lib/readers/page/locate-page';
import { matchAddress } from '@/lib/readers/page/match-address';

/** What a look saw, and on which elements. */
export interface Seen {
  name: string | null;
  texts: string[];
  elements: (Element | null)[];
}

/** Whether all fields show what they showed before, on the same elements. */
export function isSame(before: Seen | null, now: Seen | null): boolean {
  if (!before || !now || before.texts.join() !== now.texts.join()) return false;
  return now.elements.some((element) => element !== null) && now.elements.every((element, at) => element === before.elements[at]);
}

/** Scripts set the value of a control without any mutation: such pages are searched each time. */
export function hasControls(found: FoundPage): boolean {
  return found.elements.some((element) => element?.matches('input,select,textarea') || element?.querySelector('input,select,textarea'));
}

/** Pages that say they are still loading are believed. */
export function isBusy(document: Document): boolean {
  return document.querySelector('main[aria-busy=true],body[aria-busy=true],[role=main][aria-busy=true]') !== null;
}

/** Whether two addresses are views of one record: what the first has left on the page is the other's as well. */
export function isSameRecord(config: PageConfig, one: string, other: string): boolean {
  const id = matchAddress(config, one)?.urlId;
  return config.account.id === 'url' && id !== undefined && id === matchAddress(config, other)?.urlId;
}
