import type { Discovery, DiscoverySetting } from './discover';
import { discover } from './discover';

/** What was found, without the elements: it travels out of the page. */
export function discoverIn(document: Document, setting: DiscoverySetting): Discovery {
  const found = discover(document, setting);
  return { ...found, fields: found.fields.map(({ element: _, labelElement: __, offers: ___, ...field }) => field) };
}
