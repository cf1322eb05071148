import { beforeEach, describe, expect, it } from 'vitest';
import type { Locator } from '@/lib/formats/field-schema';
import type { PageConfig } from '@/lib/formats/page-config';
import { locatePage } from '@/lib/readers/page/locate-page';
import { matchAddress } from '@/lib/readers/page/match-address';

const address = 'https://admin.example.com/accounts/A-1';
const config = (find: Locator[], more: Partial<PageConfig['account']> = {}): PageConfig => ({
  id: 'c',
  origins: ['https://admin.example.com'],
  locale: 'en-US',
  zone: 'UTC',
  pages: [{ match: '/accounts/{accountId}' }],
  account: { id: 'url', ...more },
  fields: [{ metric: 'm', find, parse: 'text' }],
});
const shown = (html: string, find: Locator[] = [{ label: 'Seats' }]) => {
  document.body.innerHTML = html;
  return locatePage(document, config(find), address)?.fields[0];
};

beforeEach(() => void (document.body.innerHTML = ''));

describe('a value by its label', () => {
  it.each([
    ['definition list', '<dl><dt>Seats</dt><dd>42</dd><dt>Other</dt><dd>7</dd></dl>'],
    ['two-column table', '<table><tr><th>Seats</th><td>42</td></tr></table>'],
    [
      'record table',
      '<table><thead><tr><th>Plan</th><th>Seats</th><th>X</th></tr></thead><tbody><tr><td>Pro</td><td>42</td><td>1</td></tr></tbody></table>',
    ],
    ['label for', '<label for="s">Seats</label><input id="s" value="42">'],
    ['label around', '<label>Seats <input value="42"></label>'],
    ['labelled by', '<span id="l">Seats</span><div><div aria-labelledby="l">42</div></div>'],
    ['aria-label', '<input aria-label="Seats" value="42">'],
    ['text after a label', '<div><label>Seats:</label> 42</div>'],
    ['line', '<ul><li>Seats: 42</li></ul>'],
    ['full-width line', '<p>Ｓｅａｔｓ：４２</p>'],
    ['card', '<div><span>Seats</span><b>42</b></div>'],
    ['figure above', '<div><b>42</b><small>Seats</small></div>'],
    ['wrapped', '<div><div><p><span>Seats</span></p></div><div><p>42</p></div></div>'],
    ['required mark', '<div><span>Seats *</span><b>42</b></div>'],
    ['the same twice', '<dl><dt>Seats</dt><dd>42</dd></dl><table><tr><td>Seats</td><td>42</td></tr></table>'],
  ])('%s', (_, html) => expect(shown(html)?.shown?.normalize('NFKC')).toBe('42'));
  it('is not taken from what Kido itself draws on the page', () => {
    document.body.innerHTML = '<dl><dt>Seats</dt><dd>42</dd></dl><kido-panel></kido-panel><other-part></other-part>';
    const draw = (host: string, html: string) => {
      const root = (document.querySelector(host) as Element).attachShadow({ mode: 'open' });
      root.innerHTML = html;
    };
    draw('kido-panel', '<dl><dt>Seats</dt><dd>7</dd></dl>');
    const found = () => locatePage(document, config([{ label: 'Seats' }]), address)?.fields[0];
    expect(found()).toMatchObject({ shown: '42', problem: null });
    draw('other-part', '<dl><dt>Seats</dt><dd>7</dd></dl>');
    expect(found()?.problem).toBe('several values: 42 / 7');
  });
  it('a toggle, a chosen option, an icon with words', () => {
    expect(shown('<div><span>Seats</span><button aria-pressed="true">Enabled</button></div>')?.shown).toBe('yes');
    expect(
      shown('<label for="s">Seats</label><select id="s"><option value="">-</option><option value="1" selected>Forty-two</option></select>')
        ?.shown,
    ).toBe('Forty-two');
    expect(shown('<div><span>Seats</span><span><svg aria-label="No"></svg></span></div>')?.shown).toBe('No');
    expect(shown('<label for="s">Seats</label><input id="s" type="checkbox" checked>')?.shown).toBe('yes');
  });
  it('two different values are no answer', () => {
    expect(shown('<dl><dt>Seats</dt><dd>42</dd></dl><dl><dt>Seats</dt><dd>7</dd></dl>')).toMatchObject({
      shown: null,
      problem: 'several values: 42 / 7',
    });
  });
  it('a table of many rows gives none of them', () => {
    expect(
      shown(
        '<table><thead><tr><th>A</th><th>Seats</th><th>B</th></tr></thead><tbody><tr><td>x</td><td>1</td><td></td></tr><tr><td>y</td><td>2</td><td></td></tr></tbody></table>',
      )?.shown,
    ).toBeNull();
  });
  it('hidden values, scripts and half-typed ones are not read', () => {
    expect(shown('<div hidden><dl><dt>Seats</dt><dd>42</dd></dl></div>')).toMatchObject({ shown: null, problem: 'not found' });
    expect(shown('<script type="text/plain">Seats: 42</script>')?.shown).toBeNull();
    document.body.innerHTML = '<label for="s">Seats</label><input id="s" value="4">';
    document.querySelector('input')?.focus();
    expect(locatePage(document, config([{ label: 'Seats' }]), address)?.fields[0]).toMatchObject({ shown: null, problem: 'being edited' });
  });
  it('an empty value beside its label is blank, and does not reach over to the next', () => {
    expect(shown('<dl><dt>Seats</dt><dd></dd><dt>Other</dt><dd>7</dd></dl>')?.shown).toBe('');
    expect(shown('<table><tr><td>Seats</td><td></td></tr><tr><td>Other</td><td>7</td></tr></table>')?.shown).toBe('');
    expect(shown('<div><div><span>Seats</span><b></b></div><div><span>Other</span><b>7</b></div></div>')?.shown).toBe('');
  });
  it('markup inside a value is text', () =>
    expect(shown('<dl><dt>Seats</dt><dd>&lt;img src=x onerror=alert(1)&gt;</dd></dl>')?.shown).toBe('<img src=x onerror=alert(1)>'));
});

describe('other ways to find', () => {
  it('selector, attribute, column with row, JSON', () => {
    expect(
      shown('<b data-testid="seats" data-raw="1234">1,234</b>', [{ selector: '[data-testid=seats]', attribute: 'data-raw' }])?.shown,
    ).toBe('1234');
    const table =
      '<table><thead><tr><th>ID</th><th>Seats</th></tr></thead><tbody><tr><td>A-1</td><td>42</td></tr><tr><td>A-2</td><td>7</td></tr></tbody></table>';
    expect(shown(table, [{ header: 'Seats', row: '{accountId}' }])?.shown).toBe('42');
    expect(shown('<script type="application/json" id="d">{"a":{"seats":[42]}}</script>', [{ json: '#d', path: 'a.seats.0' }])?.shown).toBe(
      '42',
    );
  });
  it('alternatives are tried in order; a broken selector is that field’s problem', () => {
    expect(shown('<b class="x">42</b>', [{ label: 'Nowhere' }, { selector: '.x' }])?.shown).toBe('42');
    expect(shown('<b>42</b>', [{ selector: '..' }])).toMatchObject({ shown: null, problem: 'not a selector' });
  });
});

describe('whose page it is', () => {
  const page = (heading: string, field: string) =>
    `<h1>${heading}</h1><dl><dt>Account ID</dt><dd>${field}</dd><dt>Seats</dt><dd>42</dd></dl>`;
  const checked = config([{ label: 'Seats' }], { check: [{ find: [{ label: 'Account ID' }], holds: 'id' }] });
  it('is told by address and page together; where they disagree nothing is read', () => {
    document.body.innerHTML = page('One', 'A-1');
    expect(locatePage(document, checked, address)).toMatchObject({ accountId: 'A-1', refused: null });
    document.body.innerHTML = page('Two', 'A-2');
    expect(locatePage(document, checked, address)).toEqual({
      accountId: null,
      name: null,
      fields: [],
      elements: [],
      isRecord: false,
      refused: 'two accounts: A-2 ≠ A-1',
    });
    document.body.innerHTML = page('Longer', 'A-12');
    expect(locatePage(document, checked, address)?.refused).toBe('two accounts: A-12 ≠ A-1');
  });
  it('an id on the page is checked against the name in the heading', () => {
    const byPage = config([{ label: 'Seats' }], {
      id: [{ label: 'Account ID' }],
      name: [{ label: 'Company' }],
      check: [{ find: [{ selector: 'h1' }], holds: 'name' }],
    });
    document.body.innerHTML = '<h1>Edit Acme Ltd</h1><dl><dt>Company</dt><dd>Acme Ltd</dd><dt>Account ID</dt><dd>A-7</dd></dl>';
    expect(locatePage(document, byPage, address)).toMatchObject({ accountId: 'A-7', name: 'Acme Ltd' });
    document.body.innerHTML = '<h1>Edit Beta Inc</h1><dl><dt>Company</dt><dd>Acme Ltd</dd><dt>Account ID</dt><dd>A-7</dd></dl>';
    expect(locatePage(document, byPage, address)?.refused).not.toBeNull();
  });
  it('pages of other addresses are not looked at', () => {
    expect(locatePage(document, checked, 'https://admin.example.com/plans/1')).toBeNull();
    expect(locatePage(document, checked, 'https://evil.example/accounts/A-1')).toBeNull();
    expect(locatePage(document, checked, 'http://admin.example.com/accounts/A-1')).toBeNull();
  });
  it('patterns speak of path, query and hash', () => {
    const match = (pattern: string, url: string) =>
      matchAddress({ origins: ['https://a.example'], pages: [{ match: pattern }] }, `https://a.example${url}`)?.urlId;
    expect(match('/#/accounts/{accountId}/show', '/#/accounts/37/show')).toBe('37');
    expect(match('/#/accounts/{accountId}/show*', '/#/accounts/37/show/billing')).toBe('37');
    expect(match('/view?id={accountId}&*', '/view?id=A%2F1&tab=2')).toBe('A/1');
    expect(match('/a/{any}/b/{accountId}', '/a/x/b/acc::9')).toBe('acc::9');
    expect(match('/accounts/{accountId}', '/accounts/1/edit')).toBeUndefined();
    expect(match('/accounts.{accountId}', '/accountsX1')).toBeUndefined();
  });
});
