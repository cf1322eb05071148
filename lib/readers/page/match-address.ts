/** What the address alone tells. `urlId` is the id in it, decoded; null where the pattern holds none. */
export interface AddressMatch {
  urlId: string | null;
}

interface Pages {
  origins: string[];
  pages: { match: string }[];
}

/** One sign of an address, or, where it repeats, any number of them. */
interface Step {
  takes: 'any' | 'part' | { sign: string };
  repeats: boolean;
  /** Which `{accountId}` of its pattern it belongs to, counted from 1; 0: none. */
  id: number;
}

/** No record's address is longer, and none longer could be kept. */
const LONGEST = 4000;
/** What ends one part of an address. */
const ENDS_PART = '/?#&';

const compiled = new Map<string, Step[]>();

/**
 * Does an address match one of a console's page patterns? Cheap: nothing of the page is looked at.
 * A pattern starts with `/`; `{accountId}` is the id, `{anything}` one part, `*` any run. It speaks of the path, and of
 * query and hash only where it holds `?` or `#`. A pattern that names the id twice matches where both are the same. A
 * slash at the end and the order of a query make no other record.
 */
export function matchAddress(config: Pages, address: string): AddressMatch | null {
  const found = firstMatch(config, address);
  return found && { urlId: found.id === null ? null : decode(found.id) };
}

/** The pattern that an address matches; null where it is none of the console's pages. */
export function matchedPattern(config: Pages, address: string): string | null {
  return firstMatch(config, address)?.match ?? null;
}

function firstMatch({ origins, pages }: Pages, address: string): { match: string; id: string | null } | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !origins.includes(url.origin)) return null;
  for (const { match } of pages) {
    const query = match.includes('?') ? url.search : '';
    const [before, after] = [url.pathname, match.includes('#') ? url.hash : ''];
    const id = idIn(before + query + after, match) ?? idIn(unslashed(before + inOrderOf(match, query) + after), unslashed(match));
    if (id !== null) return { match, id: id.of };
  }
  return null;
}

function idIn(subject: string, match: string): { of: string | null } | null {
  const ids = subject.length > LONGEST ? null : idsIn(subject, stepsOf(match));
  return ids?.every((id) => id === ids[0]) ? { of: ids[0] ?? null } : null;
}

/** Without the slash that ends a path. */
const unslashed = (text: string) => text.replace(/\/(?=$|[?#])/g, '');

/** A query with its parts in the order in which a pattern names them; what it does not name comes last. */
function inOrderOf(match: string, query: string): string {
  const nameOf = (part: string) => part.split('=')[0] as string;
  const names = (/\?([^#]*)/.exec(match)?.[1] ?? '').split('&').map(nameOf);
  const place = (part: string) => names.indexOf(nameOf(part)) >>> 0;
  return (
    query &&
    `?${query
      .slice(1)
      .split('&')
      .sort((a, b) => place(a) - place(b))
      .join('&')}`
  );
}

function stepsOf(match: string): Step[] {
  let steps = compiled.get(match);
  if (!steps) {
    let ids = 0;
    steps = [...match.matchAll(/\{(\w+)\}|\*+|./gs)].flatMap(([piece, name]): Step[] => {
      if (name === undefined) return [{ takes: piece.startsWith('*') ? 'any' : { sign: piece }, repeats: piece.startsWith('*'), id: 0 }];
      const part = { takes: 'part' as const, id: name === 'accountId' ? ++ids : 0 };
      return [
        { ...part, repeats: false },
        { ...part, repeats: true },
      ];
    });
    compiled.set(match, steps);
  }
  return steps;
}

/**
 * The ids that a pattern finds, each part as long as it can be; null where it does not match. A regular expression would
 * try open parts against each other, and a page can give itself an address for which that takes hours: here it is worked
 * out once, from the end, whether the rest of the pattern fits the rest of the address. Steps × signs, whatever they are.
 */
function idsIn(subject: string, steps: Step[]): string[] | null {
  const wide = subject.length + 1;
  const fits = new Uint8Array((steps.length + 1) * wide);
  const fitsAt = (step: number, at: number) => at < wide && fits[step * wide + at] === 1;
  fits[fits.length - 1] = 1;
  for (let step = steps.length - 1; step >= 0; step -= 1) {
    const one = steps[step] as Step;
    for (let at = subject.length; at >= 0; at -= 1) {
      const ends = one.repeats && fitsAt(step + 1, at);
      if (ends || (takes(one, subject[at]) && fitsAt(one.repeats ? step : step + 1, at + 1))) fits[step * wide + at] = 1;
    }
  }
  return fitsAt(0, 0) ? walk(subject, steps, fitsAt) : null;
}

function walk(subject: string, steps: Step[], fitsAt: (step: number, at: number) => boolean): string[] {
  const ids: string[] = [];
  let at = 0;
  for (const [step, one] of steps.entries()) {
    const from = at;
    if (one.repeats) while (takes(one, subject[at]) && fitsAt(step, at + 1)) at += 1;
    else at += 1;
    if (one.id > 0) ids[one.id - 1] = (ids[one.id - 1] ?? '') + subject.slice(from, at);
  }
  return ids;
}

function takes(step: Step, sign: string | undefined): boolean {
  if (sign === undefined) return false;
  if (step.takes === 'any') return true;
  return step.takes === 'part' ? !ENDS_PART.includes(sign) : step.takes.sign === sign;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
