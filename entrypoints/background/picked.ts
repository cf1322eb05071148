import { browser } from 'wxt/browser';
import type { Picked } from '@/lib/messages/extension-requests';

/** Text that a person picked on a page and that stands in no note yet. Kept while the browser runs. */
export async function keepPicked(picked: Picked): Promise<void> {
  const before = await lookPicked();
  // Two pieces of one account before the side panel was there: both are kept.
  const joined = before && before.account === picked.account ? { ...picked, text: `${before.text}\n${picked.text}` } : picked;
  await browser.storage.session.set({ picked: joined });
}

export async function lookPicked(): Promise<Picked | null> {
  return ((await browser.storage.session.get('picked')).picked as Picked | undefined) ?? null;
}

/** Gives picked text once, to the account that its page showed. @param other whether text without an account is meant */
export async function takePicked(account: string, other: boolean): Promise<Picked | null> {
  const picked = await lookPicked();
  if (!picked || !(picked.account === account || (other && picked.account === null))) return null;
  await browser.storage.session.remove('picked');
  return picked;
}
