import type { WrittenReading } from '@/lib/core/account/reading';
import { foldText } from './fold-text';
import { type Located, PageSearch } from './locate';
import { matchAddress } from './match-address';
import type { Field, Locator, PageConfig } from './page-config';
import { parseValue } from './parse/parse-value';

/** What a page says about one account. `refused` set: the page is not clear about whose it is, and nothing was read. */
export interface PageReading {
  accountId: string | null;
  name: string | null;
  readings: (WrittenReading & { problem: string | null; unit: string | null })[];
  refused: string | null;
}

/** What a reader needs besides the page; nothing is taken from globals. */
export interface PageSetting {
  address: string;
  /** Epoch ms UTC. */
  now: number;
  /** The browser's own IANA zone, for consoles that show times in it. */
  browserZone: string;
}

/**
 * Reads a console's account page. Null where the address is none of its account pages.
 * Readings are bound to the id that address and page agree on; where they disagree nothing is returned.
 */
export function readPage(root: ParentNode & Node, config: PageConfig, setting: PageSetting): PageReading | null {
  const address = matchAddress(config, setting.address);
  if (!address) return null;
  const search = new PageSearch(root, locatorsOf(config), address.urlId);
  const { id, name, check = [] } = config.account;
  const own = id === 'url' ? null : search.locate(id);
  const accountId = id === 'url' ? address.urlId : (own?.shown ?? null);
  const shownName = name ? search.locate(name).shown : null;
  const refuse = (refused: string): PageReading => ({ accountId: null, name: null, readings: [], refused });
  if (!accountId) return refuse(own?.problem ? `account id: ${own.problem}` : 'no account id');
  for (const { find, holds } of check) {
    const found = search.locate(find);
    const wanted = holds === 'id' ? accountId : shownName;
    if (found.shown === null || !wanted) return refuse(`${found.where}: ${found.problem ?? 'nothing to compare with'}`);
    if (!names(found.shown, wanted)) return refuse(`the page shows ${found.shown}, the address is of ${wanted}`);
  }
  return { accountId, name: shownName || null, readings: config.fields.map((field) => reading(field, search.locate(field.find), config, setting)), refused: null };
}

function reading(field: Field, found: Located, config: PageConfig, setting: PageSetting): PageReading['readings'][number] {
  const zone = field.zone ?? config.zone;
  const parsed =
    found.shown === null
      ? { value: null, problem: found.problem ?? 'not found' }
      : parseValue(found.shown, field.parse, {
          locale: field.locale ?? config.locale,
          zone: zone === 'browser' ? setting.browserZone : zone,
          now: setting.now,
        });
  return { metric: field.metric, value: parsed.value, unit: field.unit ?? null, source: 'page', where: found.where, problem: parsed.problem };
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
