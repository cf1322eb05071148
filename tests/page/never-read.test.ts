import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locator } from '@/lib/formats/field-schema';
import type { PageConfig } from '@/lib/formats/page-config';
import { discover } from '@/lib/readers/page/discover/discover';
import { makeLocators, workingLocators } from '@/lib/readers/page/discover/make-locators';
import { elementText } from '@/lib/readers/page/element-text';
import { locatePage } from '@/lib/readers/page/locate-page';

const SECRET = 'sk-live-123';
const address = 'https://a.example/1';
const config = (find: Locator[]): PageConfig => ({
  id: 'c',
  origins: ['https://a.example'],
  locale: 'en-US',
  zone: 'UTC',
  pages: [{ match: '/{accountId}' }],
  account: { id: 'url' },
  fields: [{ metric: 'm', find, parse: 'text' }],
});
const read = (html: string, find: Locator[]) => {
  document.body.innerHTML = html;
  return locatePage(document, config(find), address);
};
const setting = { urlId: null, locales: ['en-US'], zone: 'UTC', now: null };

/** The test's DOM does not know this property; browsers inherit it. */
function dotsOf(element: Element): string {
  const style = element.closest('[style*="text-security"]')?.getAttribute('style') ?? '';
  return /text-security: (\w+)/.exec(style)?.[1] ?? 'none';
}

beforeEach(() => {
  document.body.innerHTML = '';
  vi.spyOn(window, 'getComputedStyle').mockImplementation((element) =>
    Object.create(CSSStyleDeclaration.prototype, {
      getPropertyValue: { value: (name: string) => (name === '-webkit-text-security' ? dotsOf(element) : '') },
    }),
  );
});

const fields: [string, string][] = [
  ['a password', `<input id="s" name="s" type="password" value="${SECRET}">`],
  ['a current password shown as text', `<input id="s" name="s" type="text" autocomplete="section-a current-password" value="${SECRET}">`],
  ['a new password', `<input id="s" name="s" autocomplete="New-Password" value="${SECRET}">`],
  ['a one-time code', `<input id="s" name="s" autocomplete="one-time-code" value="${SECRET}">`],
  ['a card number', `<input id="s" name="s" autocomplete="billing cc-number" value="${SECRET}">`],
  ['a text shown as dots', `<input id="s" name="s" style="-webkit-text-security: disc" value="${SECRET}">`],
  ['an area shown as dots', `<textarea id="s" name="s" style="-webkit-text-security: square">${SECRET}</textarea>`],
  ['words shown as dots', `<span id="s" data-testid="s" style="-webkit-text-security: circle">${SECRET}</span>`],
  ['a search', `<input id="s" name="s" type="search" value="${SECRET}">`],
];

describe.each(fields)('%s is never read', (_, field) => {
  const ways: [string, string, Locator][] = [
    ['by its label', `<label for="s">Key</label>${field}`, { label: 'Key' }],
    ['by a label beside it', `<div><span>Key</span>${field}</div>`, { label: 'Key' }],
    ['by the term before it', `<dl><dt>Key</dt><dd>${field}</dd></dl>`, { label: 'Key' }],
    ['by a selector', field, { selector: '#s' }],
    ['by a selector of what is around it', `<p id="p">${field}</p>`, { selector: '#p' }],
    ['by a selector through a frame of its label', `<p><b>Key</b>${field}</p>`, { selector: '#s', labelled: 'Key' }],
    ['by its attribute', field, { selector: '#s', attribute: 'value' }],
    ['by another attribute', field.replace('id="s"', `id="s" data-raw="${SECRET}"`), { selector: '#s', attribute: 'data-raw' }],
    [
      'by the header of its column',
      `<table><thead><tr><th>Plan</th><th>Key</th></tr></thead><tbody><tr><td>Pro</td><td>${field}</td></tr></tbody></table>`,
      { header: 'Key' },
    ],
    ['as JSON', field.replaceAll(SECRET, `{&quot;key&quot;:&quot;${SECRET}&quot;}`), { json: '#s', path: 'key' }],
  ];
  it.each(ways)('%s', (__, html, locator) => {
    const page = read(html, [locator]);
    expect(page?.fields).toEqual([expect.objectContaining({ shown: null, problem: 'never read' })]);
    expect(JSON.stringify({ ...page, elements: [] })).not.toContain(SECRET);
  });
  it('by the id or the name of the account', () => {
    document.body.innerHTML = `<label for="s">Key</label>${field}`;
    const find: Locator[] = [{ label: 'Key' }];
    const byId = locatePage(document, { ...config(find), account: { id: find } }, address);
    expect(byId).toMatchObject({ accountId: null, refused: 'no account: account id: never read' });
    const byName = locatePage(document, { ...config(find), account: { id: 'url', name: find } }, address);
    expect(byName).toMatchObject({ accountId: '1', name: null });
  });
  it.each([
    ['in a list of terms', `<dt>Key</dt><dd>${field}</dd>`, ''],
    ['beside its label', '', `<div><label for="s">Key</label>${field}</div>`],
    ['by the name it gives itself', '', field.replace('id="s"', 'id="s" aria-label="Key"')],
  ])('by discovery %s', (__, term, after) => {
    document.body.innerHTML = `<dl><dt>Plan</dt><dd>Pro</dd><dt>Seats</dt><dd>42</dd>${term}</dl>${after}`;
    const found = discover(document, setting).fields.map(({ label, text, value }) => ({ label, text, value }));
    expect(found).toContainEqual({ label: 'Seats', text: '42', value: 42 });
    expect(JSON.stringify(found)).not.toContain(SECRET);
  });
  it('by teaching', () => {
    document.body.innerHTML = `<dl><dt>Key</dt><dd>${field}</dd></dl>`;
    const element = document.querySelector('#s') as Element;
    const { text } = elementText(element);
    expect(text).toBe('');
    expect(workingLocators(document, [{ offers: makeLocators(element, null), shown: text }])).toEqual([[]]);
  });
});

it.each(fields.filter(([, field]) => !field.startsWith('<span')))('%s is not read by a label around it', (_, field) =>
  expect(read(`<label>Key ${field}</label>`, [{ label: 'Key' }])?.fields[0]).toMatchObject({ shown: null, problem: 'never read' }),
);

describe('what is near a secret', () => {
  it('stays readable', () => {
    const page = `<dl><dt>Plan</dt><dd>Pro</dd></dl><input type="password" value="${SECRET}">`;
    expect(read(page, [{ label: 'Plan' }])?.fields[0]?.shown).toBe('Pro');
  });
  it('a date keeps itself where a secret stands beside it', () => {
    const page = '<div><label for="d">Day</label><div><input id="d" value="2026-11-22"><input type="password" value="12:30"></div></div>';
    expect(read(page, [{ label: 'Day' }])?.fields[0]?.shown).toBe('2026-11-22');
  });
  it('a neighbour is not read in its place', () => {
    const page = `<div><span>Key</span><input type="password" value="${SECRET}"><b>42</b></div>`;
    expect(read(page, [{ label: 'Key' }])?.fields[0]).toMatchObject({ shown: null, problem: 'never read' });
  });
  it('a search box inside a choice does not hide the choice', () => {
    const page = '<div id="p"><select><option value="1" selected>Pro</option></select><input type="search" value="x"></div>';
    expect(read(page, [{ selector: '#p' }])?.fields[0]?.shown).toBe('Pro');
  });
  it('a password stays one when a button shows it as plain text', () => {
    expect(
      read(`<label for="s">Key</label><input id="s" type="password" value="${SECRET}">`, [{ label: 'Key' }])?.fields[0]?.shown,
    ).toBeNull();
    document.querySelector('#s')?.setAttribute('type', 'text');
    expect(locatePage(document, config([{ label: 'Key' }]), address)?.fields[0]).toMatchObject({ shown: null, problem: 'never read' });
  });
});
