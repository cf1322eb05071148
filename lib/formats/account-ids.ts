import { type ApiSource, templatesOf } from './api-source';
import { BLANK } from './body-kind';
import type { Field, Locator } from './field-schema';

/** What a metric of this beginning holds is another id of the account, not a fact about it. */
export const ID_METRIC = 'ids.';

/** Names of the account's other ids that an API needs: in its request, and to check whose its reply is. */
export function idsWanted(api: ApiSource): string[] {
  const names = templatesOf(api).flatMap((text) => [...text.matchAll(BLANK)].map(([, name = '']) => name));
  if (api.check) names.push(api.check.holds);
  return [...new Set(names.filter((name) => name.startsWith(ID_METRIC)).map((name) => name.slice(ID_METRIC.length)))];
}

/**
 * APIs in an order in which each comes after those that give it ids; and those that can never be asked, because nobody
 * gives what they want.
 * @param onPage names of ids that the page shows
 */
export function inOrder(apis: readonly ApiSource[], onPage: readonly string[]): { order: ApiSource[]; stuck: ApiSource[] } {
  const given = new Set(onPage);
  const order: ApiSource[] = [];
  let left = [...apis];
  for (;;) {
    const next = left.find((api) => idsWanted(api).every((name) => given.has(name)));
    if (!next) return { order, stuck: left };
    order.push(next);
    left = left.filter((api) => api !== next);
    for (const name of Object.keys(next.ids ?? {})) given.add(name);
  }
}

/** The account's other ids on its page, as fields: they are found, read and remembered as all others are. */
export function idFields(ids: Record<string, Locator[]> | undefined): Field[] {
  return Object.entries(ids ?? {}).map(([name, find]) => ({ metric: `${ID_METRIC}${name}`, find, parse: 'text' as const }));
}
