import type { Discovery, DiscoverySetting } from '@/lib/readers/page/discover/discover';
import { guessAddresses } from '@/lib/readers/page/discover/guess-address';
import { readText } from './files';
import { Mistake } from './options';
import { isLive, originOf, PageBrowser, savedFrom } from './page-browser';

const AT_ONCE = 4;

/**
 * Discovers the fields of many pages with one browser; several pages are open at a time, their results come in order.
 * The addresses of all pages together tell where in them the account's id stands.
 */
export async function discoverPages(
  targets: string[],
  named: Map<string, string>,
  found: (target: string, discovery: Discovery) => void,
): Promise<void> {
  const origins = targets.map((target) => originOf(target, named));
  for (const target of targets) if (!isLive(target)) readText(target);
  const zone = named.get('zone');
  if (zone !== undefined && !isZone(zone)) throw new Mistake(`--zone: an IANA zone such as Asia/Tokyo, not "${zone}"`);
  const addresses = guessAddresses(origins.map((origin, at) => origin.url ?? addressOf(targets[at] ?? '')));
  const browser = await PageBrowser.start(new URL('../readers/page/discover/page-entry.ts', import.meta.url));
  const running: Promise<Discovery>[] = [];
  const one = (at: number): Promise<Discovery> => {
    const target = targets[at] as string;
    const origin = origins[at] as (typeof origins)[number];
    const setting: DiscoverySetting = {
      urlId: addresses[at]?.id ?? null,
      locales: origin.locales,
      zone: origin.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      now: isLive(target) ? Date.now() : null,
    };
    return browser.run<Discovery>(target, origin, 'discoverIn', setting, (page) => JSON.stringify(page.fields));
  };
  try {
    for (let at = 0; at < targets.length; at += 1) {
      while (running.length < Math.min(targets.length, at + AT_ONCE)) {
        const next = one(running.length);
        // A page that fails while an earlier one is awaited is told of when its turn comes.
        next.catch(() => undefined);
        running.push(next);
      }
      found(targets[at] as string, await (running[at] as Promise<Discovery>));
    }
  } finally {
    await browser.close();
  }
}

function addressOf(target: string): string | null {
  return isLive(target) ? target : savedFrom(readText(target));
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
