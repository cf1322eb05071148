import { describe, expect, it } from 'vitest';
import { accessPatterns, parseConsole } from '@/lib/formats/console-file';
import { pageConfigOf } from '@/lib/formats/page-config';
import { readConsoleText, withLine } from '@/lib/formats/read-json';
import { webhookSchema } from '@/lib/formats/webhook-file';
import { sampleConsoleFile } from '../console/console-file';

const file = () =>
  structuredClone(sampleConsoleFile('http://localhost:4000')) as unknown as Record<string, never> & { fields: { parse: string }[] };

describe('console file', () => {
  it('is read', () => expect(readConsoleText(JSON.stringify(file())).errors).toEqual([]));
  it('names field and line of what is wrong', () => {
    const text = JSON.stringify(
      { ...file(), fields: file().fields.map((field, at) => (at === 2 ? { ...field, parse: 'nmber' } : field)) },
      null,
      2,
    );
    const [error] = readConsoleText(text).errors;
    const line = text.split('\n').findIndex((one) => one.includes('nmber')) + 1;
    expect(error).toMatch(new RegExp(`^line ${line}, fields\\[2\\]\\.parse: `));
  });
  it('finds the line also behind strings that hold brackets, quotes and commas', () => {
    const text = '{\n "a": "x, {\\"y\\": [1]}",\n "b": [\n  {"c": 1},\n  {"c": "}"},\n  {"d": 5,\n   "c": 2}\n ]\n}';
    expect(withLine(text, 'b[2].c: bad')).toBe('line 7, b[2].c: bad');
    expect(withLine(text, 'b[2].gone: missing')).toBe('line 6, b[2].gone: missing');
    expect(withLine(text, 'a: bad')).toBe('line 2, a: bad');
  });
  it('tells the line of broken JSON', () => {
    expect(readConsoleText('{\n  "a": 1,\n  oops\n}').errors[0]).toMatch(/^line 3, column \d+: not JSON/);
    expect(readConsoleText('').errors[0]).toMatch(/^line 1/);
  });
  it.each([
    [{ origins: ['https://a.example/path'] }, /origins\[0\]: an origin/],
    [{ origins: ['javascript:alert(1)'] }, /origins\[0\]/],
    [{ zone: 'Mars/Base' }, /zone: an IANA zone/],
    [{ locale: '??' }, /locale/],
    [{ pages: [{ match: 'accounts' }] }, /pages\[0\]\.match/],
    [{ pages: [{ match: '/accounts/new' }] }, /no pattern holds \{accountId\}/],
    [{ extra: 1 }, /extra/],
    [{ id: 'Big Id' }, /^id: /],
    [{ pages: [{ match: '/*a*a*a*a*/{accountId}' }] }, /pages\[0\]\.match: at most 4 times \*/],
    [{ pages: [{ match: `/${'a'.repeat(2000)}/{accountId}` }] }, /pages\[0\]\.match/],
  ])('refuses %o', (change, wanted) => expect(parseConsole({ ...file(), ...change }).errors.join()).toMatch(wanted as RegExp));
  it('gives a page nothing of the API', () => {
    const { console } = parseConsole(file());
    if (!console) throw new Error('console');
    expect(JSON.stringify(pageConfigOf(console))).not.toMatch(/api|secret|usage/);
    expect(accessPatterns(console)).toEqual(['http://localhost/*']);
  });
});

describe('an API in a console file', () => {
  const errors = (api: object, origins = ['https://admin.acme.example']) =>
    parseConsole({
      kido: 'console/1',
      id: 'acme',
      name: 'Acme',
      origins,
      pages: [{ match: '/a/{accountId}' }],
      account: {},
      api: [{ id: 'usage', auth: { type: 'none' }, map: 'x', ...api }],
    }).errors.join();
  const at = (url: string, auth: object = { type: 'none' }, more: object = {}) => errors({ request: { url, ...more }, auth });
  const bearer = { type: 'bearer', secret: 's' };

  it.each(['http://localhost:4000/x', 'http://console.localhost/x', 'http://127.0.0.1/', 'http://127.8.9.1/', 'http://[::1]:80/x'])(
    'may be asked with a key in clear on this machine: %s',
    (url) => expect(at(url, bearer)).toBe(''),
  );
  it.each([
    'http://api.acme.example/x',
    'http://localhost.evil.example/',
    'http://evillocalhost/',
    'http://127.0.0.1.evil.example/',
    'http://[::2]/',
    'http://2130706433.example/',
  ])('is asked with a key over https only: %s', (url) => {
    expect(at(url, bearer)).toMatch(/^api\[0\]\.request\.url: .*https/);
    expect(at(url, { type: 'basic', user: 'u', secret: 's' })).not.toBe('');
    expect(at(url, { type: 'header', name: 'X-Key', secret: 's' })).not.toBe('');
    expect(at(url)).toBe('');
  });
  it.each([
    'https://{accountId}.evil.example/x',
    'https://api.{to}/x',
    'https://api.example{accountId}',
    'https:///{accountId}.evil.example/',
    'https://api.example:{from}/',
    'https://user@api.example/',
    'https://user:pass@api.example/',
    'https://@api.example/',
    'https://api.acme.example\\@evil.example/',
    'ftp://api.example/',
    'https://',
  ])('names its host plainly: not %s', (url) => expect(at(url)).toMatch(/^api\[0\]\.request\.url: /));
  it.each([
    'https://api.example',
    'https://api.example:8443/{accountId}',
    'https://api.example?id={accountId}',
    'https://例え.example/{accountId}',
  ])('may stand at %s', (url) => expect(at(url, bearer)).toBe(''));
  it('has the browser’s session on the console’s own origins only', () => {
    const session = { type: 'session' };
    expect(at('https://admin.acme.example/api/{accountId}', session)).toBe('');
    for (const url of ['https://other.example/delete/{accountId}', 'https://admin.acme.example:444/', 'https://acme.example/'])
      expect(at(url, session, { method: 'POST' })).toBe(
        'api[0].auth: "session" only where the API stands on one of the console\'s origins',
      );
    expect(at('http://intranet.example/', session)).toMatch(/https/);
  });
  it('has blanks in JSON inside strings only', () => {
    const body = (text: string, headers = {}) => at('https://a.example/', bearer, { method: 'POST', body: text, headers });
    for (const good of ['{"id": "{accountId}", "n": [1]}', '{"{accountId}": "from {from} to {to}"}', 'id={accountId}&x=1', ''])
      expect(body(good)).toBe('');
    for (const bad of [
      '{"id": {accountId}}',
      '{accountId}',
      '[{from}]',
      '{"n": 1{from}}',
      '{"a": "\\\\"{accountId}"}',
      '{"a": "\\{accountId}"}',
      '{"a": ',
    ])
      expect(body(bad)).toMatch(/^api\[0\]\.request\.body: JSON/);
    expect(body('{accountId}', { 'content-type': 'application/x-www-form-urlencoded' })).toBe('');
    expect(body('id={accountId}', { 'content-type': 'application/json' })).not.toBe('');
  });
  it('has headers that can be sent', () => {
    const headers = (one: object) => at('https://a.example/', bearer, { headers: one });
    expect(headers({ 'X-Account': 'a {accountId}' })).toBe('');
    for (const bad of [{ 'X Y': 'a' }, { 'X:': 'a' }, { X: 'a\nb' }, { X: '席' }])
      expect(headers(bad)).toMatch(/^api\[0\]\.request\.headers/);
    expect(at('https://a.example/', { type: 'header', name: 'X\nY', secret: 's' })).toMatch(/^api\[0\]\.auth/);
    expect(at('https://a.example/', { type: 'basic', user: 'a:b', secret: 's' })).toMatch(/^api\[0\]\.auth/);
  });
});

describe('a webhook', () => {
  const isOne = (url: string) => webhookSchema.safeParse({ id: 'h', name: 'H', url, templates: {} }).success;
  it('is told over https or on this machine, at an address without a user and without blanks', () => {
    for (const url of ['https://hooks.example/x', 'http://localhost:3000/', 'https://hooks.example']) expect(isOne(url)).toBe(true);
    for (const url of [
      'http://hooks.example/x',
      'https://u:p@hooks.example/',
      'https://hooks.example/<token>',
      'https://{a}.example/',
      'x',
    ])
      expect(isOne(url)).toBe(false);
  });
});

describe('other ids of an account', () => {
  const usage = { id: 'usage', request: { url: 'https://api.acme.example/{ids.org}' }, auth: { type: 'none' }, map: '[]' };
  const lookup = {
    id: 'lookup',
    request: { url: 'https://api.acme.example/?q={accountId}' },
    auth: { type: 'none' },
    map: '[]',
    ids: { org: 'body.id' },
  };
  const crm = { crm: [{ label: 'CRM id' }] };
  const parsed = (account: object, api: object[]) =>
    parseConsole({
      kido: 'console/1',
      id: 'acme',
      name: 'Acme',
      origins: ['https://admin.acme.example'],
      pages: [{ match: '/a/{accountId}' }],
      account,
      api,
    });

  it('come from a field or from an API, in whatever order they stand', () => {
    expect(parsed({ ids: { org: [{ label: 'Org' }] } }, [usage]).errors).toEqual([]);
    expect(parsed({}, [usage, lookup]).errors).toEqual([]);
    expect(parsed({ ids: crm }, [usage, { ...lookup, request: { url: 'https://api.acme.example/{ids.crm}' } }]).errors).toEqual([]);
  });
  it.each<[string, object, object[], RegExp]>([
    ['nobody gives', {}, [usage], /^api\[0\]\.request: .*\{ids\.org\}$/],
    ['only its own reply gives', {}, [{ ...usage, ids: { org: 'body.id' } }], /api\[0\]\.request/],
    ['a check wants and nobody gives', {}, [{ ...lookup, check: { find: 'body.id', holds: 'ids.crm' } }], /\{ids\.crm\}/],
    ['two give', { ids: { org: [{ label: 'Org' }] } }, [lookup], /account\.ids: "org" is given twice/],
    ['has no name', { ids: { 'a b': [{ label: 'x' }] } }, [], /account\.ids/],
    ['is looked for nowhere', { ids: { org: [] } }, [], /account\.ids\.org/],
    ['is checked against nothing', {}, [{ ...lookup, check: { find: 'body.id', holds: 'name' } }], /api\[0\]\.check\.holds/],
  ])('one that %s is refused', (_, account, api, wanted) => expect(parsed(account, api).errors.join()).toMatch(wanted));
  it('are fields of the page, the first ones', () => {
    const { console } = parsed({ ids: crm }, []);
    expect(console && pageConfigOf(console).fields).toEqual([{ metric: 'ids.crm', find: crm.crm, parse: 'text' }]);
  });
  it('and fields are no more than one message carries', () => {
    const field = { metric: 'seats', find: [{ label: 'Seats' }], parse: 'number' };
    const full = {
      kido: 'console/1',
      id: 'a',
      name: 'A',
      origins: ['https://a.example'],
      pages: [{ match: '/{accountId}' }],
      fields: Array(200).fill(field),
    };
    expect(parseConsole({ ...full, account: {} }).errors).toEqual([]);
    expect(parseConsole({ ...full, account: { ids: crm } }).errors.join()).toMatch(/account\.ids: with the fields more than 200/);
  });
});
