import type { DateOrder, NumberForm, PageWriting, Settled } from '@/lib/formats/writing';
import { elementText, isShown } from '../element-text';
import { foldText } from '../fold-text';
import { settleWriting } from '../language/settle';
import { isUnreadable } from '../unreadable';
import { accountIdOf, withHeading, withoutRowKeeping } from './account-facts';
import { layoutPairs } from './box-pairs';
import { choosePairs } from './choose-pairs';
import type { DiscoveredField, FieldOnPage } from './found-field';
import { learnDayOrders } from './guess-day';
import { type NumberSigns, signsOf } from './guess-number';
import { type GuessSetting, guessValues } from './guess-value';
import { jsonPairs } from './json-pairs';
import { localeOf } from './locale-of';
import { makeLocators, workingLocators } from './make-locators';
import { controlOf, type Pair, shownOf } from './pair';
import { leavesOf, partsOf } from './part';
import { tiedPairs } from './tied-pairs';
import { titleField } from './title-field';

/** What a page shows about one account. `ambiguous`: it shows several of a kind, and no value is anybody's. */
export interface Discovery {
  accountId: string | null;
  ambiguous: boolean;
  fields: DiscoveredField[];
  /** BCP 47 guess of the language whose forms the page shows. */
  locale: string | null;
  /** What tells how the pages of this console are written, together with those of other accounts. */
  writing: PageWriting;
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
  /** Order of day and month and signs of numbers, where the console says. */
  dates?: DateOrder | undefined;
  numbers?: NumberForm | undefined;
}

/** What was found, as long as it stays within the page. */
export interface DiscoveryOnPage extends Discovery {
  fields: FieldOnPage[];
}

/** Finds the label–value pairs of the account that a page shows. Looks only; changes nothing. */
export function discover(document: Document, setting: DiscoverySetting): DiscoveryOnPage {
  const body = document.body;
  const { pairs, ambiguous } = choosePairs([...rootsOf(document).flatMap(tiedPairs), ...(body ? layoutPairs(partsOf(body), body) : [])]);
  const shown = pairs
    .filter(isOpen)
    .map((pair) => ({ pair, ...shownOf(pair) }))
    .filter((one) => !one.editing);
  const { lang } = document.documentElement;
  const locales = [...setting.locales, lang].filter((locale) => locale !== '');
  const writing = writingOf(shown, lang);
  const settled = settleWriting([{ account: setting.urlId ?? '', ...writing }], { dates: setting.dates, numbers: setting.numbers });
  const guess: GuessSetting = {
    signs: signsOn(locales, settled),
    orders: learnDayOrders(shown.map((one) => foldText(one.text))),
    dates: settled.dates,
    locale: settled.locale || (locales[0] ?? ''),
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
  const own = isForm ? inJson : withHeading(document, [...titleField(document, fields), ...fields, ...inJson]);
  const all = ambiguous ? [] : own;
  const kept = located(document, withoutRowKeeping(all, setting.urlId)).map((field) => ({
    ...field,
    locale: localeOf(field.text, field.type, field.value, { ...setting, locales }),
  }));
  return { accountId: accountIdOf(all, setting.urlId), ambiguous, fields: kept, locale: locales[0] ?? null, writing };
}

/** What a page shows of its writing. Number fields are left out: a browser writes them its own way. */
function writingOf(shown: { pair: Pair; text: string }[], lang: string): PageWriting {
  const own = shown.filter(({ pair }) => !controlOf(pair.value)?.matches('[type=number],[type=range],[type=date],[type=datetime-local]'));
  return { lang, texts: own.map(({ text }) => foldText(text)).filter(Boolean), labels: shown.map(({ pair }) => pair.label) };
}

/** Numbers that contradict each other were typed by people: the language says more than they do. */
function signsOn(locales: string[], { numbers, settledFrom }: Settled): NumberSigns {
  if (numbers === 'open' && settledFrom.numbers?.code === 'number') return { groups: new Set() };
  // Spanish without its country groups by dots or by commas.
  return signsOf(
    locales.filter((locale) => locale !== 'es'),
    settledFrom.numbers?.code === 'lang' ? null : numbers,
  );
}

/** Whether neither label nor value is of those that are never read. */
function isOpen({ labelNode, value }: Pair): boolean {
  const label = labelNode instanceof Element ? labelNode : labelNode.parentElement;
  return !(label && isUnreadable(label)) && !leavesOf(value).some((leaf) => isUnreadable(leaf.element));
}

/** Keeps the fields that are found again on this very page, with the ways that find them; the first is the locator. */
function located(document: Document, fields: FieldOnPage[]): FieldOnPage[] {
  const working = workingLocators(
    document,
    fields.map((field) => ({ offers: field.offers, shown: field.text })),
  );
  return fields.flatMap((field, at) => {
    const offers = working[at] ?? [];
    // What is not found again today cannot be read tomorrow. Where nothing is shown there is nothing to find.
    return offers[0] || field.text === '' ? [{ ...field, offers, locator: offers[0]?.locator ?? null }] : [];
  });
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
