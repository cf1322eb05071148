import { browser } from 'wxt/browser';
import type { DiscoveredPage } from '@/lib/formats/discovered-page';
import type { PageConfig } from '@/lib/formats/page-config';
import type { DiscoverySetting } from '@/lib/readers/page/discover/discover';
import type { FoundPage } from '@/lib/readers/page/locate-page';

const LOAD_MS = 20_000;
const UNTOLD_MS = 3_000;
const LOOK_MS = 350;
/** Looks that must see the same before a page counts as settled, and the most looks at one that never is. */
const SAME = 3;
const MOST = 28;

/** Waits for a tab's page. Firefox shows a complete empty page first; without access the address is not told at all. */
export async function loaded(tabId: number): Promise<void> {
  const start = Date.now();
  while (Date.now() - start < LOAD_MS) {
    const { status, url } = await browser.tabs.get(tabId);
    const there = url !== undefined && url !== '' && url !== 'about:blank';
    if (status === 'complete' && (there || Date.now() - start > UNTOLD_MS)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What a page shows, found without a configuration, once the page has settled. */
export function discoverTab(tabId: number, setting: DiscoverySetting): Promise<DiscoveredPage> {
  return settled<DiscoveredPage>(tabId, 'discover', setting, (page) =>
    page.fields.length > 0 || page.ambiguous ? JSON.stringify(page.fields) : null,
  );
}

/** What a console's fields find on a page, once the page has settled. */
export function locateTab(tabId: number, config: PageConfig, address: string): Promise<FoundPage> {
  return settled<FoundPage>(tabId, 'locate', { config, address }, (page) =>
    page.refused === null && page.fields.some((field) => field.shown !== null) ? JSON.stringify(page.fields) : null,
  );
}

/** @param print text of a result by which two looks are compared; null while the page shows nothing yet */
async function settled<T>(tabId: number, call: string, input: unknown, print: (value: T) => string | null): Promise<T> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/probe.js'] });
  let last: { value: T; print: string | null } | null = null;
  for (let look = 0, same = 1; look < MOST && same < SAME; look += 1) {
    const value = await once<T>(tabId, call, input);
    const now = print(value);
    same = last !== null && now !== null && now === last.print ? same + 1 : 1;
    last = { value, print: now };
    if (same < SAME) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return (last as { value: T }).value;
}

async function once<T>(tabId: number, call: string, input: unknown): Promise<T> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId },
    func: (name: string, given: unknown) => {
      const probe = (globalThis as unknown as { kidoProbe?: Record<string, (input: unknown) => unknown> }).kidoProbe;
      return JSON.stringify(probe?.[name]?.(given) ?? null);
    },
    args: [call, input],
  });
  const value = JSON.parse(String(answer?.result ?? 'null')) as T | null;
  if (value === null) throw new Error('the page could not be looked at');
  return value;
}
