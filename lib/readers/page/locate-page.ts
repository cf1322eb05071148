import type { Locator } from '@/lib/formats/field-schema';
import type { PageConfig } from '@/lib/formats/page-config';
import { cutText, foldText } from './fold-text';
import { PageSearch } from './locate';
import { matchAddress } from './match-address';

/** No fact of an account is longer; what is cut would be refused, and all that was read with it. */
const LONGEST_TEXT = 2000;
const LONGEST_SHORT = 500;
const LONGEST_LANG = 35;
/** A part of an id is another account's. */
const LONGEST_ID = 300;

/** One field as it stands on the page: the text shown, or why there is none. Not yet understood. */
export interface FoundField {
  metric: string;
  shown: string | null;
  where: string;
  problem: string | null;
  /** Language of that part of the page, where it says that it differs from the rest. */
  lang?: string;
}

/** What a page shows about one account. `refused` set: the page is not clear about whose it is, and nothing was read. */
export interface FoundPage {
  accountId: string | null;
  name: string | null;
  fields: FoundField[];
  refused: string | null;
  /** Where the fields stand, in their order; never leaves the page. */
  elements: (Element | null)[];
}

/**
 * Finds a console's fields on its account page. Null where the address is none of its account pages.
 * What is found is bound to the id that address and page agree on; where they disagree nothing is returned.
 * This is all of the reading that runs inside a page: what the texts mean is worked out elsewhere.
 */
export function locatePage(root: ParentNode & Node, config: PageConfig, pageAddress: string): FoundPage | null {
  const address = matchAddress(config, pageAddress);
  if (!address) return null;
  const search = new PageSearch(root, locatorsOf(config), address.urlId);
  const { id, name, check = [] } = config.account;
  const own = id === 'url' ? null : search.locate(id);
  const accountId = id === 'url' ? address.urlId : (own?.shown ?? null);
  const shownName = name ? search.locate(name).shown : null;
  const refuse = (refused: string): FoundPage => ({ accountId: null, name: null, fields: [], refused, elements: [] });
  if (!accountId) return refuse(own?.problem ? `account id: ${own.problem}` : 'no account id');
  if (accountId.length > LONGEST_ID) return refuse('account id: too long to be one');
  for (const { find, holds } of check) {
    const found = search.locate(find);
    const wanted = holds === 'id' ? accountId : shownName;
    if (found.shown === null || !wanted) return refuse(`${found.where}: ${found.problem ?? 'nothing to compare with'}`);
    if (!names(found.shown, wanted)) return refuse(`${found.shown} ≠ ${wanted}`);
  }
  const elements: (Element | null)[] = [];
  const fields = config.fields.map(({ metric, find }) => {
    const { shown, where, problem, element } = search.locate(find);
    elements.push(element);
    const part = element?.closest('[lang]');
    const lang = part && part !== part.ownerDocument.documentElement && part.getAttribute('lang');
    return {
      metric,
      shown: shown && cutText(shown, LONGEST_TEXT),
      where: cutText(where, LONGEST_SHORT),
      problem,
      ...(lang && lang.length <= LONGEST_LANG && { lang }),
    };
  });
  return { accountId, name: shownName ? cutText(shownName, LONGEST_SHORT) : null, fields, refused: null, elements };
}

/** A heading names an account when it holds its name or id as a word of its own. */
function names(shown: string, wanted: string): boolean {
  const [text, word] = [foldText(shown).toLowerCase(), foldText(wanted).toLowerCase()];
  const at = text.indexOf(word);
  if (at < 0) return false;
  const edge = (sign: string | undefined) => sign === undefined || !/[\p{L}\p{N}_-]/u.test(sign) || /[^\x20-\x7e]/.test(sign);
  return edge(text[at - 1]) && edge(text[at + word.length]);
}

function locatorsOf(config: PageConfig): Locator[] {
  const { id, name = [], check = [] } = config.account;
  return [...(id === 'url' ? [] : id), ...name, ...check.flatMap((one) => one.find), ...config.fields.flatMap((field) => field.find)];
}
