import type { Locator } from '@/lib/formats/field-schema';
import { controlIn, elementText, isShown, visibleText } from '../element-text';
import { foldLabel, foldText } from '../fold-text';
import { layoutPairs } from './box-pairs';
import { choosePairs } from './choose-pairs';
import { learnDayOrders } from './guess-day';
import { signsOf } from './guess-number';
import { type GuessSetting, guessValues, type ValueType } from './guess-value';
import { jsonPairs } from './json-pairs';
import { localeOf } from './locale-of';
import { type LocatorOffer, makeLocators, workingLocators } from './make-locators';
import { isRowKeeping } from './noise';
import { controlOf, type Pair, shownOf } from './pair';
import { leavesOf, partsOf } from './part';
import { tiedPairs } from './tied-pairs';

/** One value of the account, found without any configuration. */
export interface DiscoveredField {
  label: string;
  /** What it means; null where the page says that there is none or does not tell which of two things it means. */
  value: number | string | boolean | null;
  /** What the page shows. */
  text: string;
  type: ValueType;
  /** BCP 47 language by whose forms the text means this value; null where all agree. */
  locale: string | null;
  /** How to find it again; null where nothing stable leads to it. */
  locator: Locator | null;
}

/** What a page shows about one account. `ambiguous`: it shows several of a kind, and no value is anybody's. */
export interface Discovery {
  accountId: string | null;
  ambiguous: boolean;
  fields: DiscoveredField[];
  /** BCP 47 guess of the language whose forms the page shows. */
  locale: string | null;
}

/** What is known of the page from outside it. */
export interface DiscoverySetting {
  /** The id in the address, where there is one. */
  urlId: string | null;
  /** Languages of the browser and of the console, the surest first. */
  locales: string[];
  /** IANA zone of times that name none. */
  zone: string;
  /** Epoch ms UTC at which the page was seen; null where that is not known. */
  now: number | null;
}

/** A discovered field with the element that shows it, for marking it on the page, and all ways to find it again. */
export interface FieldOnPage extends DiscoveredField {
  element: Element;
  /** Where its label stands, if it is not the element's own. */
  labelElement: Element | null;
  offers: LocatorOffer[];
}

/** What was found, as long as it stays within the page. */
export interface DiscoveryOnPage extends Discovery {
  fields: FieldOnPage[];
}

/** Finds the label–value pairs of the account that a page shows. Looks only; changes nothing. */
export function discover(document: Document, setting: DiscoverySetting): DiscoveryOnPage {
  const body = document.body;
  const { pairs, ambiguous } = choosePairs([...rootsOf(document).flatMap(tiedPairs), ...(body ? layoutPairs(partsOf(body), body) : [])]);
  const shown = pairs.map((pair) => ({ pair, ...shownOf(pair) })).filter((one) => !one.editing);
  const locales = [...setting.locales, document.documentElement.lang].filter((locale) => locale !== '');
  const guess: GuessSetting = {
    signs: signsOf(locales),
    orders: learnDayOrders(shown.map((one) => foldText(one.text))),
    zone: setting.zone,
    now: setting.now,
  };
  const fields = shown.flatMap(({ pair, text }) => fieldsOf(pair, text, guess));
  const inJson = jsonPairs(
    document,
    setting.urlId,
    fields.map((field) => field.label),
  ).flatMap(({ label, text, value, locator, element }) =>
    guessValues(text, null, label, guess)
      .slice(0, 1)
      .map((one) => ({
        label,
        text,
        type: one.type,
        value: typeof value === 'string' ? one.value : value,
        locale: null,
        locator,
        element,
        labelElement: null,
        offers: [{ locator, by: 'name' as const }],
      })),
  );
  // Labels without a single value are a form to fill in, or a filter.
  const isForm = fields.every((field) => field.value === null && field.text === '');
  const own = isForm ? inJson : withHeading(document, [...fields, ...inJson]);
  const all = ambiguous ? [] : own;
  const kept = located(document, withoutRowKeeping(all, setting.urlId)).map((field) => ({
    ...field,
    locale: localeOf(field.text, field.type, field.value, { ...setting, locales }),
  }));
  return { accountId: accountIdOf(all, setting.urlId), ambiguous, fields: kept, locale: locales[0] ?? null };
}

/** Keeps, for each field, the ways that find it; the first of them is its locator. */
function located(document: Document, fields: FieldOnPage[]): FieldOnPage[] {
  const working = workingLocators(
    document,
    fields.map((field) => ({ offers: field.offers, shown: field.text })),
  );
  return fields.map((field, at) => ({ ...field, offers: working[at] ?? [], locator: working[at]?.[0]?.locator ?? null }));
}

/** The document, its open shadow roots and its frames of the same origin. */
function rootsOf(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap((element) => {
    if (element.shadowRoot) return rootsOf(element.shadowRoot);
    if (element.nodeName !== 'IFRAME' || !isShown(element)) return [];
    const frame = (element as HTMLIFrameElement).contentDocument;
    return frame ? rootsOf(frame) : [];
  });
  return [root, ...inner];
}

function fieldsOf(pair: Pair, text: string, setting: GuessSetting): FieldOnPage[] {
  const controls = leavesOf(pair.value).filter((leaf) => leaf.kind === 'control');
  const control = controls.length > 1 ? null : controlOf(pair.value);
  const first = leavesOf(pair.value)[0];
  const element = control ?? (pair.value.parts.length > 1 ? pair.value.element : (first?.element ?? pair.value.element));
  const read = saysNull(pair.box, control) ? '' : text;
  const offers = makeLocators(element, pair.label);
  // Of a value in several fields none says by itself what the whole is.
  return guessValues(read, controls.length > 1 ? null : (control ?? element), pair.label, setting).map((guess) => ({
    label: pair.label,
    value: guess.value,
    text: foldText(text),
    type: guess.type,
    locale: null,
    locator: null,
    element,
    labelElement: pair.labelNode === element ? null : pair.labelNode.parentElement,
    offers,
  }));
}

/** An empty field with a choice beside it that says NULL. */
function saysNull(box: Element, control: Element | null): boolean {
  if (!control || elementText(control).text !== '') return false;
  return [...box.querySelectorAll('select')].some((select) => /^null$/i.test(select.selectedOptions[0]?.textContent?.trim() ?? ''));
}

const ACCOUNT_ID =
  /^(?:(?:account|customer|client|company|tenant|org(?:ani[sz]ation)?|workspace|contract|cust|acct)[ _-]?(?:id|no\.?|number|code|key|#)|(?:アカウント|顧客|取引先|会社|契約|テナント|お客様|企業)(?:id|番号|コード|no\.?))$/i;

/** The id that people use stands in a field that says so; else the one in the address. */
function accountIdOf(fields: FieldOnPage[], urlId: string | null): string | null {
  const named = fields.find(
    (field) => ACCOUNT_ID.test(foldLabel(field.label)) && field.text !== '' && field.text.length < 64 && /\d|^\S+$/.test(field.text),
  );
  return named?.text ?? urlId;
}

/** The database's own key, and when its row was written, are no facts about a customer, where there are such facts. */
function withoutRowKeeping(fields: FieldOnPage[], urlId: string | null): FieldOnPage[] {
  const kept = fields.filter(
    (field) => !isRowKeeping(foldLabel(field.label)) && !(/^(?:id|#|pk|key)$/i.test(foldLabel(field.label)) && field.text === urlId),
  );
  return kept.length >= 4 ? kept : fields;
}

const NAME = /name|company|account|customer|client|会社|顧客|取引先|名称|企業|お客様|アカウント/i;

/** Where no field holds the account's name, the page's main heading does. */
function withHeading(document: Document, fields: FieldOnPage[]): FieldOnPage[] {
  if (
    fields.length < 4 ||
    fields.some((field) => NAME.test(field.label) && field.type === 'text' && field.text !== '' && !ACCOUNT_ID.test(foldLabel(field.label)))
  )
    return fields;
  const heading = [...document.querySelectorAll('h1,h2,[role=heading]')].find(
    (one) =>
      isShown(one) && !one.closest('nav,aside,[role=navigation],[role=banner]') && !controlIn(one) && isName(visibleText(one), document),
  );
  const text = heading ? visibleText(heading) : '';
  if (!heading || fields.some((field) => field.text === text)) return fields;
  return [
    {
      label: 'Heading',
      value: text,
      text,
      type: 'text',
      locale: null,
      locator: null,
      element: heading,
      labelElement: null,
      offers: makeLocators(heading, null),
    },
    ...fields,
  ];
}

/** A name stands in the page's title as well; `Details` does not. */
function isName(text: string, document: Document): boolean {
  return text.length > 0 && text.length < 120 && foldText(document.title).includes(text) && foldText(document.title) !== text;
}
