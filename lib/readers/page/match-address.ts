/** What the address alone tells. `urlId` is the id in it, decoded; null where the pattern holds none. */
export interface AddressMatch {
  urlId: string | null;
}

interface Pages {
  origins: string[];
  pages: { match: string }[];
}

interface Pattern {
  regex: RegExp;
  /** Longer addresses are not tried. */
  longest: number;
}

const LONGEST = 4000;
/** Steps that one comparison may take at worst; a page can give itself any address of its origin. */
const MOST_STEPS = 1e8;

const compiled = new Map<string, Pattern>();

/**
 * Does an address match one of a console's page patterns? Cheap: nothing of the page is looked at.
 * A pattern starts with `/`; `{accountId}` is the id, `{anything}` one part, `*` any run. It speaks of the path, and of
 * query and hash only where it holds `?` or `#`.
 */
export function matchAddress(config: Pages, address: string): AddressMatch | null {
  const found = firstMatch(config, address);
  return found && { urlId: found.id === undefined ? null : decode(found.id) };
}

/** The pattern that an address matches; null where it is none of the console's pages. */
export function matchedPattern(config: Pages, address: string): string | null {
  return firstMatch(config, address)?.match ?? null;
}

function firstMatch(config: Pages, address: string): { match: string; id: string | undefined } | null {
  const url = parse(address);
  if (!url || !config.origins.includes(url.origin)) return null;
  for (const { match } of config.pages) {
    const subject = url.pathname + (match.includes('?') ? url.search : '') + (match.includes('#') ? url.hash : '');
    const { regex, longest } = pattern(match);
    const found = subject.length > longest ? null : regex.exec(subject);
    if (found) return { match, id: found.groups?.accountId };
  }
  return null;
}

function pattern(match: string): Pattern {
  let known = compiled.get(match);
  if (!known) {
    const source = match.replace(/\{(\w+)\}|\*+|[.+?^${}()|[\]\\]/g, (part, name: string | undefined) => {
      if (name) return name === 'accountId' ? '(?<accountId>[^/?#&]+)' : '[^/?#&]+';
      return part.startsWith('*') ? '.*' : `\\${part}`;
    });
    known = { regex: new RegExp(`^${source}$`), longest: longestFor(match) };
    compiled.set(match, known);
  }
  return known;
}

/** Open parts that touch or are stars are tried against each other: n of k in n^k / k! ways. */
function longestFor(match: string): number {
  const open = [...match.matchAll(/\*+|(?<=[*}])\{\w+\}|\{\w+\}(?=\*)/g)].length;
  let ways = MOST_STEPS;
  for (let k = 2; k <= open; k += 1) ways *= k;
  return open === 0 ? LONGEST : Math.min(LONGEST, Math.floor(ways ** (1 / open)));
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
