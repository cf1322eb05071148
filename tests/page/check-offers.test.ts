import { describe, expect, it } from 'vitest';
import { checkOffers } from '@/entrypoints/options/wizard/check-offers';
import type { DiscoveredPage } from '@/lib/formats/discovered-page';

const field = (label: string, text: string) => ({
  label,
  text,
  value: text,
  type: 'text' as const,
  locale: null,
  offers: [{ locator: { label }, by: 'label' as const }],
});
const page = (id: string, name: string, more: Partial<DiscoveredPage> = {}): DiscoveredPage => ({
  title: `${name} | Admin`,
  heading: { selector: 'h1', text: `Edit ${name.toUpperCase()}` },
  accountId: id,
  ambiguous: false,
  locale: null,
  writing: { lang: 'en', texts: [], labels: [] },
  fields: [field('Company', name), field('Account ID', `#${id}`), field('Plan', 'Pro')],
  ...more,
});
const byAddress = { id: 'url' as const, name: [{ label: 'Company' }] };
const told = (pages: DiscoveredPage[], ids: (string | null)[], account: Parameters<typeof checkOffers>[2] = byAddress) =>
  checkOffers(pages, ids, account).map(({ place, label, check }) => `${place} ${label} ${check.holds}`);

describe('places that say whose page it is', () => {
  it('are fields, the heading and the title that hold id or name on every page, the surest first', () => {
    expect(told([page('A-1', 'Acme'), page('A-2', 'Beta')], ['A-1', 'A-2'])).toEqual([
      'field Account ID id',
      'heading  name',
      'title  name',
    ]);
    expect(checkOffers([page('A-1', 'Acme')], ['a1'], byAddress)[0]).toMatchObject({
      text: '#A-1',
      check: { find: [{ label: 'Account ID' }], holds: 'id' },
    });
  });
  it('are none where they hold it on one page and not on the other', () =>
    expect(told([page('A-1', 'Acme'), page('A-2', 'Beta', { title: 'Admin', heading: null })], ['A-1', 'A-3'])).toEqual([]));
  it('do not prove what they are taken from themselves', () => {
    const account = { id: [{ label: 'Account ID' }], name: [{ label: 'Company' }] };
    expect(told([page('A-1', 'Acme')], ['A-1'], account)).toEqual(['heading  name', 'title  name']);
    expect(told([page('A-1', 'Acme')], [null], { id: 'url' })).toEqual([]);
  });
  it('with a longer id than the account’s are another’s', () =>
    expect(told([page('A-12', 'Acme', { title: '', heading: null })], ['A-1'])).toEqual([]));
  it('are none on no pages', () => expect(told([], [])).toEqual([]));
});
