import type { PageConfig } from '@/lib/formats/page-config';
import { matchAddress } from './match-address';

type Pages = Pick<PageConfig, 'origins' | 'pages'>;

/**
 * An account page's address as it may be kept and sent: origin and path; query and hash only where the pattern that
 * matches speaks of them. What stands there else is the console's own business, and may be a secret.
 */
export function storedAddress(console: Pages, address: string): string {
  const { origin, pathname, search, hash } = new URL(address);
  const page = console.pages.find((one) => matchAddress({ origins: console.origins, pages: [one] }, address) !== null);
  return `${origin}${pathname}${page?.match.includes('?') ? search : ''}${page?.match.includes('#') ? hash : ''}`;
}

/** Whether a kept address may be opened: it is an account page of its console still. */
export function opensFor(console: Pages, address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) && matchAddress(console, address) !== null;
}
