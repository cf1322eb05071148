import { describe, expect, it } from 'vitest';
import { idsIn } from './page-texts';
import { type RecordedPage, Replacer, type Setting } from './replace-page';
import { pageHtml, type SavedElement, type SavedNode } from './saved-node';
import { truthOf } from './truth';

const setting: Setting = { key: 'k', names: [], keep: [], dayFirst: false, languages: ['en-US'] };
const element = (tag: string, attributes: Record<string, string>, ...inside: SavedNode[]): SavedElement => ({ tag, attributes, inside });

function account(id: string, company: string, seats: string, more: SavedNode[] = []): RecordedPage {
  const page = element(
    'html',
    { lang: 'en' },
    element('head', {}, element('title', {}, `${company} | Vendor`)),
    element(
      'body',
      {},
      element('h1', {}, `Edit ${company}`),
      element('span', {}, 'Signed in: Rosalind'),
      element('a', { href: `/accounts/${id}/edit?csrf=abc` }, 'Edit'),
      element('a', { href: `https://crm.vendor.test/co/${id}` }, 'CRM'),
      element('label', {}, 'Company'),
      element('input', { name: 'company', value: company }),
      element('dt', {}, 'Reports (30d)'),
      element('dd', {}, seats),
      element('textarea', {}, 'Call Mr. Quimby on 2026-03-08'),
      ...more,
    ),
  );
  return { url: `http://10.0.0.7:8080/accounts/${id}`, page, values: [] };
}

const two = [account('48211', 'Bright Harbor', '1,480'), account('51873', 'Ostrava Print', '127')];

function shownBy(replacer: Replacer, page: RecordedPage): string {
  return pageHtml(replacer.replaced(page.page));
}

describe('replacing what a page tells of somebody', () => {
  it('keeps what all pages say and replaces what differs, everywhere alike', () => {
    const replacer = new Replacer(two, setting);
    const html = shownBy(replacer, two[0] as RecordedPage);
    expect(html).not.toMatch(/Bright|Harbor|48211|1,480|Quimby|2026-03-08|10\.0\.0\.7/);
    expect(html).toContain('>Company<');
    expect(html).toContain('>Reports (30d)<');
    const name = /name="company" value="([^"]+)"/.exec(html)?.[1] as string;
    expect(html).toContain(`<title>${name} | Vendor</title>`);
    expect(html).toContain(`<h1>Edit ${name}</h1>`);
    const id = new URL(replacer.address('http://10.0.0.7:8080/accounts/48211')).pathname.split('/')[2] as string;
    expect(id).toMatch(/^[1-9]{5}$/);
    expect(html).toContain(`href="/accounts/${id}/edit?csrf="`);
    expect(html).not.toContain('csrf=abc');
  });

  it('gives two accounts two ids', () => {
    const replacer = new Replacer(two, setting);
    expect(replacer.data('48211')).not.toBe(replacer.data('51873'));
  });

  it('replaces an id made of words as a whole, in addresses and on the page', () => {
    const pages = [account('no-one-01', 'A Co', '1', [element('dd', {}, 'no-one-01')]), account('ostrava', 'B Co', '1')];
    const replacer = new Replacer(pages, setting);
    const slug = new URL(replacer.address(pages[0]?.url ?? '')).pathname.split('/')[2] as string;
    expect(slug).not.toBe('no-one-01');
    expect(replacer.data('no-one-01')).toBe(slug);
    expect(shownBy(replacer, pages[0] as RecordedPage)).toContain(`<dd>${slug}</dd>`);
    const key = ['http://10.0.0.7:8080/x?pk=%5B4821%5D', 'http://10.0.0.7:8080/x?pk=%5B5187%5D'];
    const bracketed = new Replacer(
      key.map((url) => ({ url, page: element('html', {}), values: [] })),
      setting,
    );
    expect(bracketed.address(key[0] as string)).toContain(`pk=${encodeURIComponent(bracketed.data('[4821]'))}`);
  });

  it('replaces a text of every page when told whose it is, and tells what it kept', () => {
    expect(shownBy(new Replacer(two, setting), two[0] as RecordedPage)).toContain('Rosalind');
    const replacer = new Replacer(two, { ...setting, names: ['Rosalind'] });
    expect(shownBy(replacer, two[0] as RecordedPage)).toMatch(/Signed in: (?!Rosalind)[A-Z][a-z]+</);
    expect(replacer.kept).toContain('Company');
  });

  it('keeps the texts it is told to', () => {
    const pages = [
      account('1', 'A Co', '1', [element('dd', {}, 'Enterprise')]),
      account('2', 'B Co', '1', [element('dd', {}, 'Standard')]),
    ];
    expect(shownBy(new Replacer(pages, setting), pages[0] as RecordedPage)).not.toContain('Enterprise');
    expect(shownBy(new Replacer(pages, { ...setting, keep: ['Enterprise'] }), pages[0] as RecordedPage)).toContain('>Enterprise<');
  });

  it('replaces all choices of a select where accounts differ in what is chosen, and no others', () => {
    const select = (chosen: string, names: string[]) =>
      element('select', {}, ...names.map((name) => element('option', { ...(name === chosen && { selected: '' }) }, name)));
    const of = (id: string, owner: string) => account(id, 'Co', '1', [select(owner, ['Tom', 'Ann']), select('Rows', ['Rows', 'Cards'])]);
    const pages = [of('1', 'Tom'), of('2', 'Ann')];
    const html = shownBy(new Replacer(pages, setting), pages[0] as RecordedPage);
    expect(html).not.toMatch(/Tom|Ann/);
    expect(html).toContain('>Rows<');
    const alone = [of('1', 'Tom')];
    expect(shownBy(new Replacer(alone, setting), alone[0] as RecordedPage)).not.toMatch(/Tom|Ann/);
  });

  it('replaces fields, found values and ids of one page alone', () => {
    const page = { ...account('48211', 'Bright Harbor', '1,480'), values: ['1,480'] };
    const html = shownBy(new Replacer([page], setting), page);
    expect(html).not.toMatch(/Bright|Harbor|48211|1,480|Quimby/);
    expect(html).toContain('>Reports (30d)<');
  });

  it('drops secrets from attributes and keeps classes as they are', () => {
    const secret = 'b513e1cde653e427f36bfb95e6877052';
    const more = [element('div', { class: 'bright-card', 'data-token': secret, 'data-key': secret, id: 'company-field' })];
    const page = account('48211', 'Bright Harbor', '1', more);
    const html = shownBy(new Replacer([page, two[1] as RecordedPage], setting), page);
    expect(html).not.toContain(secret);
    expect(html).toContain('class="bright-card"');
    expect(html).toContain('id="company-field"');
  });

  it('writes shadow roots and frames where a browser finds them again', () => {
    const inner = element('html', {}, element('head', {}), element('body', {}, 'a "quoted" <b>'));
    const host: SavedElement = { ...element('x-card', {}), shadow: [element('p', {}, 'in the shadow')] };
    const html = pageHtml(element('html', {}, element('body', {}, host, { ...element('iframe', {}), frame: inner })));
    expect(html).toContain('<x-card><template shadowrootmode="open"><p>in the shadow</p></template></x-card>');
    expect(html).toContain('srcdoc="&lt;!DOCTYPE html&gt;');
    expect(html).toContain('&amp;lt;b&amp;gt;');
  });
});

describe('the truth beside a page', () => {
  const about = { console: 'c', version: '1', view: 'default', locale: 'en-US', lang: 'en', zone: 'UTC', asOf: '2026-11-10' };

  it('goes through the same stand-ins as the page', () => {
    const replacer = new Replacer(two, setting);
    const was = (two[0] as RecordedPage).url;
    const facts = {
      company: { value: 'Bright Harbor', displayed: 'Bright Harbor', label: 'Company' },
      seats: { value: 1480, displayed: '1,480', label: 'Reports (30d)' },
      start: { value: '2026-03-08', label: 'Start' },
      trial: { value: true, page_says: 1, label: 'Trial' },
      owner: { value: null, displayed: null, label: 'Owner' },
    };
    const url = replacer.address(was);
    const truth = truthOf({ ...about, url, was, ids: ['48211', '51873'], known: { account_id: 'BH-20417', facts } }, replacer);
    const html = shownBy(replacer, two[0] as RecordedPage);
    const said = truth.facts as Record<string, { value: unknown; displayed?: string; page_says?: unknown }>;
    expect(html).toContain(`value="${said.company?.value}"`);
    expect(html).toContain(`<dd>${said.seats?.displayed}</dd>`);
    expect(said.seats?.value).toBe(Number(said.seats?.displayed?.replace(',', '')));
    expect(html).toContain(`on ${said.start?.value}`);
    expect(said.trial).toMatchObject({ value: true, page_says: 1 });
    expect(truth.missing).toEqual(['owner']);
    const key = new URL(url).pathname.split('/')[2];
    expect(truth.record_key).toEqual({ where: 'path', value: key, pattern: '/accounts/{id}' });
    expect(JSON.stringify(truth)).not.toMatch(/Bright|48211|BH-20417|10\.0\.0\.7/);
  });

  it('is a skeleton without facts where nothing is known from elsewhere', () => {
    const replacer = new Replacer(two, setting);
    const was = (two[0] as RecordedPage).url;
    const truth = truthOf({ ...about, url: replacer.address(was), was, ids: ['48211'], known: null }, replacer);
    expect(truth).toMatchObject({ account_id: '', facts: {}, missing: [], view: 'default' });
  });
});

describe('ids of addresses', () => {
  it('are what differs, in path, query and hash; of one address what has a number', () => {
    expect(idsIn(['http://a/x/bright-harbor/edit', 'http://a/x/ostrava/edit'])).toEqual(['bright-harbor', 'ostrava']);
    expect(idsIn(['http://a/x?pk=%5B48%5D&t=1', 'http://a/x?pk=%5B51%5D&t=1'])).toEqual(['[48]', '[51]']);
    expect(idsIn(['http://a/#/accounts/48/show', 'http://a/#/accounts/51/show'])).toEqual(['48', '51']);
    expect(idsIn(['http://a/accounts/48/edit'])).toEqual(['48']);
  });
});
