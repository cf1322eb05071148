import { problemText } from '@/lib/core/account/problem';
import type { Locator } from '@/lib/formats/field-schema';
import type { PageConfig } from '@/lib/formats/page-config';
import { isShown } from './element-text';
import { cutText } from './fold-text';
import { PageSearch } from './locate';
import { matchAddress } from './match-address';
import { holdsName, isSameName } from './same-name';
import { showsAccount } from './unsaved';

/** No fact of an account is longer; what is cut would be refused, and all that was read with it. */
const LONGEST_TEXT = 2000;
const LONGEST_SHORT = 500;
const LONGEST_LANG = 35;
const NOT_FOUND = problemText('not found');
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

/**
 * Why nothing is read of a page. `no account`: it shows no record. `sign in`: it asks who is there. `two accounts`: it
 * names two, or another than its address. `not told`: it shows a record and not whose.
 */
export const refusals = ['no account', 'sign in', 'two accounts', 'not told'] as const;
export type Refusal = (typeof refusals)[number];

/** What a page shows about one account. `refused` set: the page is not clear about whose it is, and nothing was read. */
export interface FoundPage {
  accountId: string | null;
  name: string | null;
  fields: FoundField[];
  /** A `Refusal`, and behind a colon what was seen. */
  refused: string | null;
  /** Whether it shows anything of a record. The id in an address alone is no account. */
  isRecord: boolean;
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
  const refuse = (why: Refusal, seen: string): FoundPage => {
    return { accountId: null, name: null, fields: [], refused: `${why}: ${seen}`, isRecord: false, elements: [] };
  };
  const own = id === 'url' ? null : search.locate(id);
  let accountId = own ? own.shown : address.urlId;
  if (accountId && accountId.length > LONGEST_ID) return refuse('no account', 'account id: too long to be one');
  if (accountId) showsAccount(accountId);
  const shownName = name ? search.locate(name).shown : null;
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
  const checks = check.map(({ find, holds }) => {
    const wanted = holds === 'id' ? accountId : shownName;
    const { shown, where, problem } = search.locate(find);
    return { holds, shown, wanted, where, problem, agrees: shown !== null && wanted !== null && holdsName(shown, wanted) };
  });
  // A heading alone shows no record: `Not found` is one as well.
  const told = [own?.shown ?? null, name?.some((one) => 'label' in one) ? shownName : null, ...fields.map((field) => field.shown)];
  const isRecord = hasValue(told) || checks.some((one) => one.agrees) || !(fields.length + check.length);
  if (!isRecord && asksWho(root) && fields.every((field) => field.problem === NOT_FOUND)) return refuse('sign in', '');
  if (!accountId) {
    const problem = own ? (own.problem ?? 'blank') : null;
    const why = isSeveral(problem) ? 'two accounts' : isRecord ? 'not told' : 'no account';
    return refuse(why, problem ? `account id: ${problem}` : 'no account id');
  }
  for (const { holds, shown, wanted, where, problem, agrees } of isRecord ? checks : []) {
    if (agrees) continue;
    // A field for it that is empty: a record that is not there yet.
    if (shown === '') return refuse('no account', `${where}: blank`);
    if (!shown || !wanted)
      return refuse(isSeveral(problem) ? 'two accounts' : 'not told', `${where}: ${problem ?? 'nothing to compare with'}`);
    // A record that has a number may have a word in its address: it is the one that its own page numbers.
    if (id !== 'url' || holds !== 'id' || /\s/.test(shown) || !isSameName(accountId, shownName ?? ''))
      return refuse('two accounts', `${shown} ≠ ${wanted}`);
    accountId = shown;
  }
  return { accountId, name: shownName ? cutText(shownName, LONGEST_SHORT) : null, fields, refused: null, isRecord, elements };
}

const isSeveral = (problem: string | null | undefined) => problem?.startsWith('several') === true;

/** Whether any of these texts says something: blanks and a switch that is off are those of a form for a new record. */
function hasValue(shown: (string | null)[]): boolean {
  return shown.some((text) => text && text !== 'no' && /[\p{L}\p{N}]/u.test(text));
}

/** Whether a page asks who is there. */
function asksWho(root: ParentNode): boolean {
  return [...root.querySelectorAll('[type=password],[autocomplete~=username]')].some(isShown);
}

function locatorsOf(config: PageConfig): Locator[] {
  const { id, name = [], check = [] } = config.account;
  return [...(id === 'url' ? [] : id), ...name, ...check.flatMap((one) => one.find), ...config.fields.flatMap((field) => field.find)];
}
