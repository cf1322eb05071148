import type { PageConfig } from '@/lib/formats/page-config';
import { matchAddress, matchedPattern } from './match-address';

type Pages = Pick<PageConfig, 'origins' | 'pages'>;

/** As long as an entry takes it. */
const LONGEST = 2000;

/**
 * An address as it may be kept and handed on: origin and path, with query and hash only where the console's own pattern
 * names them. What else stands there (sessions, searches, tokens) is nobody's business.
 */
export function storedAddress(console: Pages, address: string): string {
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  const pattern = matchedPattern(console, address) ?? '';
  const kept = url.origin + url.pathname + (pattern.includes('?') ? url.search : '') + (pattern.includes('#') ? url.hash : '');
  // A part of an address is another address.
  return kept.length > LONGEST ? url.origin : kept;
}

/** Whether Kido may open an address by itself: a page of this console, and nothing that only looks like one. */
export function opensFor(console: Pages, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === '' && password === '' && matchAddress(console, address) !== null;
}
