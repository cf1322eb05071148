import { finder } from '@medv/finder';
import type { Offer } from '@/lib/formats/discovered-page';
import type { Locator } from '@/lib/formats/field-schema';
import { visibleText } from '../element-text';
import { foldLabel } from '../fold-text';
import { PageSearch } from '../locate';
import { looksMadeUp } from './made-up';

const NAMES = [
  'data-testid',
  'data-test-id',
  'data-test',
  'data-cy',
  'data-qa',
  'name',
  'itemprop',
  'data-field',
  'data-name',
  'data-property-name',
  'field',
  'aria-label',
];

/**
 * Ways to find an element again, the ones that outlive a redesign first: label, column header, names given by
 * developers, and its place only as the last. Made-up class names and ids are never used.
 * Which of them work on the page at hand is for `workingLocators` to say.
 */
export function makeLocators(element: Element, label: string | null): Offer[] {
  const frame = framing(element);
  if (!frame) return [];
  return [
    ...(label ? withinSections(element, label) : []),
    ...headersOf(element, label).map((locator) => ({ locator, by: 'header' as const })),
    ...named(element).map((selector) => ({ locator: { selector: frame.path + selector }, by: 'name' as const })),
    ...placed(element, frame.root).map((selector) => ({
      locator: { selector: frame.path + selector, ...(label && { labelled: label }) },
      by: 'place' as const,
    })),
  ];
}

/** Of the ways offered for each value, those that find just what it shows; one walk over the page serves all. */
export function workingLocators(document: Document, values: { offers: Offer[]; shown: string }[]): Offer[][] {
  const search = new PageSearch(
    document,
    values.flatMap(({ offers }) => offers.map((offer) => offer.locator)),
    null,
  );
  return values.map(({ offers, shown }) => {
    const working = offers.filter(({ locator }) => squeezed(search.locate([locator]).shown) === squeezed(shown));
    // A part of the page is named only where the label alone does not do.
    const plain = working.some(({ locator }) => 'label' in locator && !locator.within);
    const names = new Set(working.filter((offer) => offer.by === 'name').map(({ locator }) => 'selector' in locator && locator.selector));
    return working.filter(
      ({ locator, by }) =>
        !(plain && 'label' in locator && locator.within) && !(by === 'place' && 'selector' in locator && names.has(locator.selector)),
    );
  });
}

const squeezed = (text: string | null) => text?.normalize('NFKC').replace(/\s+/g, '') ?? null;

/** By label alone, and, where the label stands more than once, within the nearest part of the page that has a name of its own. */
function withinSections(element: Element, label: string): Offer[] {
  const sections: string[] = [];
  for (let one = element.parentElement; one && one.nodeName !== 'BODY'; one = one.parentElement) {
    const selector = stableName(one) ?? soleOfItsKind(one);
    if (selector) sections.push(selector);
  }
  return [{ label }, ...sections.slice(0, 3).map((within) => ({ label, within }))].map((locator) => ({ locator, by: 'label' as const }));
}

/** Elements that say what they are, where the page has just one of them. */
function soleOfItsKind(element: Element): string | null {
  const name = element.nodeName.toLowerCase();
  return /^(?:dl|table|form|main|article|fieldset)$/.test(name) && element.ownerDocument.querySelectorAll(name).length === 1 ? name : null;
}

/** A header that is the label names the value; under any other the row is to be named as well. */
function headersOf(element: Element, label: string | null): Locator[] {
  const cell = element.closest('td,[role=cell],[role=gridcell]');
  const row = cell?.closest('tr,[role=row]');
  const table = cell?.closest('table,[role=table],[role=grid]');
  if (!cell || !row || !table) return [];
  const named = [...table.querySelectorAll('thead th,thead td,[role=columnheader]')];
  // Old tables have their headers in plain cells of the first row.
  const heads = named.length ? named : [...(table.querySelector('tr')?.children ?? [])];
  const head = heads[[...row.children].indexOf(cell)];
  const header = head ? visibleText(head) : '';
  if (!header) return [];
  return [label === null || foldLabel(header) === foldLabel(label) ? { header } : { header, row: label }];
}

/** Attributes that people wrote by hand, on the element or on the nearest box around it. */
function named(element: Element): string[] {
  const own = stableName(element);
  const around: string[] = [];
  for (let one = element.parentElement, up = 0; one && up < 3; one = one.parentElement, up += 1) {
    const name = stableName(one);
    if (name) around.push(own ? `${name} ${own}` : name);
  }
  return [...(own ? [own] : []), ...around];
}

function stableName(element: Element): string | null {
  for (const name of NAMES) {
    const value = element.getAttribute(name);
    if (value && !looksMadeUp(value) && value.length < 80) return `[${name}=${JSON.stringify(value)}]`;
  }
  return element.id && !looksMadeUp(element.id) ? `#${CSS.escape(element.id)}` : null;
}

function placed(element: Element, root: Element | null): string[] {
  try {
    return [
      finder(element, {
        ...(root && { root }),
        idName: (name) => !looksMadeUp(name),
        className: () => false,
        attr: (name, value) => NAMES.includes(name) && !looksMadeUp(value),
        timeoutMs: 200,
      }),
    ];
  } catch {
    return [];
  }
}

/** Selectors through frames and open shadow roots: each host, then ` >>> `, then inside. */
function framing(element: Element): { path: string; root: Element | null } | null {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : element.ownerDocument.defaultView?.frameElement;
  if (!host) return { path: '', root: null };
  const outer = framing(host);
  const name = stableName(host) ?? host.nodeName.toLowerCase();
  const scope = host.getRootNode() as ParentNode;
  if (!outer || scope.querySelectorAll(name).length !== 1) return null;
  return { path: `${outer.path}${name} >>> `, root: null };
}
