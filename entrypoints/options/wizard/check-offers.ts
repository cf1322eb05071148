import type { ConsoleDraft } from '@/lib/formats/console-file';
import type { DiscoveredPage } from '@/lib/formats/discovered-page';
import type { Locator } from '@/lib/formats/field-schema';
import { holdsName } from '@/lib/readers/page/same-name';

type Check = NonNullable<ConsoleDraft['account']['check']>[number];

/** A place on the pages that says whose page it is, beside the address. */
export interface CheckOffer {
  place: 'field' | 'heading' | 'title';
  /** Label of a field; empty for the others. */
  label: string;
  /** What the first page shows there. */
  text: string;
  check: Check;
}

interface Place extends Pick<CheckOffer, 'place' | 'label'> {
  find: Locator[];
  textOn(page: DiscoveredPage): string;
}

/**
 * Places that hold the id or the name of the account on every example page, the surest first: the id in a field, the id
 * or name in the heading, the name in a field, either in the title. Where id or name are taken from proves nothing of
 * itself and is left out.
 * @param ids id of each page's account, as the console takes it
 */
export function checkOffers(pages: DiscoveredPage[], ids: (string | null)[], account: ConsoleDraft['account']): CheckOffer[] {
  const taken = new Set([...(account.id === 'url' ? [] : account.id), ...(account.name ?? [])].map((one) => JSON.stringify(one)));
  const names = pages.map((page) => textAt(page, account.name));
  const heading = pages[0]?.heading;
  const places: Place[] = [
    ...(pages[0]?.fields ?? [])
      .filter((field) => field.offers.length > 0 && !field.offers.some(({ locator }) => taken.has(JSON.stringify(locator))))
      .map(
        (field): Place => ({
          place: 'field',
          label: field.label,
          find: field.offers.slice(0, 2).map(({ locator }) => locator),
          textOn: (page) => only(page, field.label),
        }),
      ),
    ...(heading
      ? [
          {
            place: 'heading' as const,
            label: '',
            find: [{ selector: heading.selector }],
            textOn: (page: DiscoveredPage) => page.heading?.text ?? '',
          },
        ]
      : []),
    { place: 'title', label: '', find: [{ selector: 'title' }], textOn: (page) => page.title },
  ];
  const offers = places.flatMap(({ place, label, find, textOn }) => {
    const holds = (['id', 'name'] as const).find((what) =>
      pages.every((page, at) => holdsName(textOn(page), (what === 'id' ? ids[at] : names[at]) ?? '')),
    );
    return holds && pages[0] ? [{ place, label, text: textOn(pages[0]), check: { find, holds } }] : [];
  });
  const rank = ({ place, check }: CheckOffer) => (place === 'title' ? 3 : place === 'heading' ? 1 : check.holds === 'id' ? 0 : 2);
  return offers.toSorted((a, b) => rank(a) - rank(b));
}

/** Text of the only field with a label: two of one label say nothing. */
function only(page: DiscoveredPage, label: string): string {
  const found = page.fields.filter((field) => field.label === label);
  return found.length === 1 ? (found[0]?.text ?? '') : '';
}

function textAt(page: DiscoveredPage, find: Locator[] | undefined): string | null {
  const wanted = new Set((find ?? []).map((one) => JSON.stringify(one)));
  return page.fields.find((field) => field.offers.some(({ locator }) => wanted.has(JSON.stringify(locator))))?.text ?? null;
}
