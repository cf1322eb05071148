/** What the address alone tells. `urlId` is the id in it, decoded; null where the pattern holds none. */
export interface AddressMatch {
  urlId: string | null;
}

const compiled = new Map<string, RegExp>();

/**
 * Does an address match one of a console's page patterns? Cheap: nothing of the page is looked at.
 * A pattern starts with `/`; `{accountId}` is the id, `{anything}` one part, `*` any run. It speaks of the path, and of
 * query and hash only where it holds `?` or `#`.
 */
export function matchAddress(config: { origins: string[]; pages: { match: string }[] }, address: string): AddressMatch | null {
  const url = parse(address);
  if (!url || !config.origins.includes(url.origin)) return null;
  for (const { match } of config.pages) {
    const subject = url.pathname + (match.includes('?') ? url.search : '') + (match.includes('#') ? url.hash : '');
    const found = pattern(match).exec(subject);
    if (found) return { urlId: found.groups?.accountId === undefined ? null : decode(found.groups.accountId) };
  }
  return null;
}

function pattern(match: string): RegExp {
  let regex = compiled.get(match);
  if (!regex) {
    const source = match.replace(/\{(\w+)\}|\*|[.+?^${}()|[\]\\]/g, (part, name: string | undefined) => {
      if (name) return name === 'accountId' ? '(?<accountId>[^/?#&]+)' : '[^/?#&]+';
      return part === '*' ? '.*' : `\\${part}`;
    });
    regex = new RegExp(`^${source}$`);
    compiled.set(match, regex);
  }
  return regex;
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
