import type { Replacer } from './replace-page';

/** What is known of an account from elsewhere, as from the console's database; in words and figures before anything is replaced. */
export interface Known {
  account_id: string;
  facts: Record<string, { value: string | number | boolean | null; label?: string; displayed?: string | null; [more: string]: unknown }>;
  missing?: string[];
  not_shown?: string[];
  impossible?: string[];
}

interface About {
  console: string;
  version: string;
  view: string;
  url: string;
  /** The page's address before anything was replaced. */
  was: string;
  ids: string[];
  locale: string;
  lang: string;
  zone: string;
  /** Day on which the page was seen, moved as its dates are. */
  asOf: string;
  known: Known | null;
}

/**
 * The truth beside a saved page: whose it is, where it was, and its facts where they are known from elsewhere. Where they
 * are not, a person fills them in from the console, never from what Kido finds: it is what Kido is measured by.
 */
export function truthOf(about: About, replacer: Replacer): Record<string, unknown> {
  const { known } = about;
  const id = known ? replacer.data(known.account_id) : '';
  return {
    console: about.console,
    version: about.version,
    account_id: id,
    view: about.view,
    url: about.url,
    record_key: recordKey(about),
    display_mode: 'typed',
    browser_locale: about.locale,
    ui_lang: about.lang,
    timezone: about.zone,
    as_of: about.asOf,
    set: 'normal',
    trick: null,
    facts: Object.fromEntries(Object.entries(known?.facts ?? {}).map(([name, fact]) => [name, replacedFact(fact, replacer)])),
    missing: known?.missing ?? Object.entries(known?.facts ?? {}).flatMap(([name, fact]) => (fact.value === null ? [name] : [])),
    not_shown: known?.not_shown ?? [],
    impossible: known?.impossible ?? [],
  };
}

function replacedFact(fact: Known['facts'][string], replacer: Replacer): Record<string, unknown> {
  const { value, displayed, page_says } = fact;
  return {
    ...fact,
    value: replacedValue(value, replacer),
    ...(displayed !== undefined && { displayed: displayed === null ? null : replacer.text(displayed, true) }),
    ...(page_says !== undefined && { page_says: replacedValue(page_says, replacer) }),
  };
}

function replacedValue(value: unknown, replacer: Replacer): unknown {
  if (typeof value === 'number') return Number(replacer.data(String(value)));
  return typeof value === 'string' ? replacer.text(value, true) : value;
}

/** Where in the address the record's key stands, and the address with a blank in its place. */
function recordKey({ url, was, ids }: About): { where: string; value: string; pattern: string } | null {
  const before = [...pieces(was)];
  const after = [...pieces(url)];
  const at = before.findIndex((piece) => ids.includes(decodeURIComponent(piece.text)));
  const key = after[at];
  if (!key) return null;
  const path = url.slice(new URL(url).origin.length);
  const offset = new URL(url).origin.length;
  return {
    where: key.where,
    value: decodeURIComponent(key.text),
    pattern: `${path.slice(0, key.from - offset)}{id}${path.slice(key.from - offset + key.text.length)}`,
  };
}

function* pieces(url: string): Generator<{ text: string; where: string; from: number }> {
  const start = new URL(url).origin.length;
  const hash = url.indexOf('#') < 0 ? url.length : url.indexOf('#');
  const query = url.indexOf('?') < 0 ? hash : Math.min(url.indexOf('?'), hash);
  for (const match of url.slice(start).matchAll(/[^/?#&=]+/g)) {
    const from = start + match.index;
    yield { text: match[0], from, where: from < query ? 'path' : from < hash ? 'query' : 'hash' };
  }
}
