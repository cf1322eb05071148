import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PanelView } from '@/lib/core/view/panel-view';
import { entriesOf } from '@/lib/store/journal';
import { aConsole, addressOf, connect, shown, visit } from './a-console';
import { Bench, pageAt } from './fake-host';

let bench: Bench;
const page = addressOf('17');
const account = 'acme/17';
const API = 'https://api.acme.example';

/** A console whose API wants an id that stands on the page. */
const byPage = (more: object = {}) =>
  aConsole({
    account: { id: 'url', ids: { crm: [{ label: 'CRM id' }] } },
    api: [
      {
        id: 'usage',
        request: { url: `${API}/crm/{ids.crm}` },
        auth: { type: 'none' },
        map: 'body.{"metric": "activeUsers", "value": users}',
        ...more,
      },
    ],
  });
const lookup = {
  id: 'lookup',
  request: { url: `${API}/lookup?name={accountId}` },
  auth: { type: 'none' },
  map: '[]',
  ids: { org: 'body.data[slug = $accountId].id' },
};
/** A console whose API wants an id that another API gives. */
const byLookup = () =>
  aConsole({
    api: [
      {
        id: 'usage',
        request: { url: `${API}/orgs/{ids.org}` },
        auth: { type: 'none' },
        map: 'body.{"metric": "activeUsers", "value": users}',
      },
      lookup,
    ],
  });

let orgs: unknown;
let known: Record<string, unknown>;

beforeEach(async () => {
  bench = await Bench.empty();
  orgs = [
    { slug: '16', id: 'o-99' },
    { slug: '17', id: 'o-1' },
  ];
  known = { '/crm/C-5': { users: 5 }, '/orgs/o-1': { users: 12 }, '/orgs/o-2': { users: 20 } };
  bench.browser.reply = (url) => {
    const { pathname } = new URL(url);
    if (pathname === '/lookup') return Response.json({ data: orgs });
    return pathname in known ? Response.json(known[pathname]) : new Response('{}', { status: 404 });
  };
});

const open = async () => bench.ask('account.open', { address: page, accountId: '17', visit }, pageAt(page));
const read = async (...fields: ReturnType<typeof shown>[]) =>
  bench.ask('account.read', { address: page, accountId: '17', name: null, visit, fields }, pageAt(page));
const askApi = (again = false) => bench.ask<PanelView>('api.ask', { account, again }, pageAt(page));
const asked = () => bench.browser.requests.map(({ url }) => new URL(url).pathname);
const users = async () => (await bench.kido.keeper.account(account)).folded.metrics.get('activeUsers')?.moments.at(-1)?.value;
const settle = () => new Promise((resolve) => setTimeout(resolve, 100));

describe('an id that stands on the page', () => {
  it('is read as a field, remembered with the account, and what the API is asked with', async () => {
    await connect(bench, byPage());
    await open();
    await read(shown('ids.crm', 'C-5'));
    await askApi();
    expect([asked(), await users()]).toEqual([['/crm/C-5'], 5]);
    bench.restart();
    await open();
    await askApi(true);
    expect(asked()).toEqual(['/crm/C-5', '/crm/C-5']);
  });

  it('that is not known is said, nothing is asked, and it is asked once the page has told it', async () => {
    await connect(bench, byPage());
    await open();
    expect((await askApi()).problem).toMatchObject({
      kind: 'noId',
      title: 'An id that the API wants is not known',
      detail: expect.stringContaining('ids.crm'),
    });
    expect(asked()).toEqual([]);
    await read(shown('ids.crm', 'C-5'));
    await expect.poll(users).toBe(5);
    expect((await bench.kido.keeper.view(account)).problem).toBeNull();
  });

  it('that the page shows blank is unknown, whatever it was before', async () => {
    await connect(bench, byPage());
    await open();
    await read(shown('ids.crm', 'C-5'));
    bench.browser.now += 3_600_000;
    await read(shown('ids.crm', '—'));
    expect((await askApi(true)).problem?.kind).toBe('noId');
    expect(asked()).toEqual([]);
  });

  it('that changed is asked with at once', async () => {
    await connect(bench, byPage());
    known['/crm/C-6'] = { users: 6 };
    await open();
    await read(shown('ids.crm', 'C-5'));
    await askApi();
    bench.browser.now += 3_600_000;
    await read(shown('ids.crm', 'C-6'));
    await expect.poll(users).toBe(6);
    expect(asked()).toEqual(['/crm/C-5', '/crm/C-6']);
    await read(shown('ids.crm', 'C-6'));
    await settle();
    expect(asked()).toHaveLength(2);
  });

  it('behind which there is another account gives nothing', async () => {
    await connect(bench, byPage({ check: { find: 'body.owner', holds: 'accountId' } }));
    known['/crm/C-5'] = { users: 5, owner: '18' };
    await open();
    await read(shown('ids.crm', 'C-5'));
    expect((await askApi()).problem).toMatchObject({ kind: 'otherAccount', title: 'The API’s reply is about another account' });
    expect(await users()).toBeUndefined();
    known['/crm/C-5'] = { users: 5, owner: 17 };
    await askApi(true);
    expect(await users()).toBe(5);
  });
});

describe('an id that another API gives', () => {
  beforeEach(async () => {
    await connect(bench, byLookup());
    await open();
  });

  it('is looked up first, remembered, and not looked up again within a day', async () => {
    await askApi();
    expect([asked(), await users()]).toEqual([['/lookup', '/orgs/o-1'], 12]);
    expect(await entriesOf(account)).toMatchObject([
      { body: { readings: [{ metric: 'ids.org', value: 'o-1', source: 'api' }, { metric: 'activeUsers' }] } },
    ]);
    bench.restart();
    bench.browser.now += 3_600_000;
    await open();
    await askApi();
    expect(asked().slice(2)).toEqual(['/orgs/o-1']);
    bench.browser.now += 25 * 3_600_000;
    await askApi();
    expect(asked().slice(3)).toEqual(['/lookup', '/orgs/o-1']);
  });

  it('that changed is found where the old one is not known any more', async () => {
    await askApi();
    delete known['/orgs/o-1'];
    orgs = [{ slug: '17', id: 'o-2' }];
    bench.browser.now += 3_600_000;
    await askApi();
    expect([asked().slice(2), await users()]).toEqual([['/orgs/o-1', '/lookup', '/orgs/o-2'], 20]);
  });

  it('that the look-up no longer gives is not known any more, where the old one leads nowhere', async () => {
    await askApi();
    delete known['/orgs/o-1'];
    orgs = [];
    bench.browser.now += 3_600_000;
    expect((await askApi()).problem?.kind).toBe('noId');
    expect(asked().slice(2)).toEqual(['/orgs/o-1', '/lookup']);
  });

  it('that is right, of an account that is not known there, is that', async () => {
    delete known['/orgs/o-1'];
    expect((await askApi()).problem).toMatchObject({ kind: 'unknownAccount', title: 'This account is not known there' });
    expect(asked()).toEqual(['/lookup', '/orgs/o-1']);
  });

  it.each<[string, unknown]>([
    ['missing', [{ slug: '16', id: 'o-99' }]],
    [
      'there twice',
      [
        { slug: '17', id: 'o-1' },
        { slug: '17', id: 'o-2' },
      ],
    ],
    ['no plain value', [{ slug: '17', id: { of: 1 } }]],
  ])('that is %s is unknown, and no other account is asked about', async (_, list) => {
    orgs = list;
    expect((await askApi()).problem?.kind).toBe('noId');
    expect(asked()).toEqual(['/lookup']);
    expect(await users()).toBeUndefined();
  });

  it('by hand is looked up again; one that is gone then is not asked with', async () => {
    await askApi();
    orgs = [];
    expect((await askApi(true)).problem?.kind).toBe('noId');
    expect(asked()).toEqual(['/lookup', '/orgs/o-1', '/lookup']);
  });
});

describe('setting up', () => {
  it('shows the ids of the page and what the API gives with them', async () => {
    await connect(bench, byPage());
    bench.browser.found.set(page, {
      accountId: '17',
      name: null,
      refused: null,
      isRecord: true,
      elements: [],
      fields: [shown('ids.crm', 'C-5')],
    });
    const { rows } = await bench.ask<{ rows: unknown[] }>('console.try', { console: byPage(), addresses: [page] });
    expect(rows).toMatchObject([
      {
        apis: [],
        readings: [
          { metric: 'ids.crm', value: 'C-5' },
          { metric: 'activeUsers', value: 5, source: 'api' },
        ],
      },
    ]);
    bench.browser.found.set(page, {
      accountId: '17',
      name: null,
      refused: null,
      isRecord: true,
      elements: [],
      fields: [shown('ids.crm', null, 'not found')],
    });
    expect(await bench.ask('console.try', { console: byPage(), addresses: [page] })).toMatchObject({
      rows: [{ apis: [{ kind: 'noId', part: null }] }],
    });
  });

  it('calls an API with the ids that another gives', async () => {
    await connect(bench, byLookup());
    expect(await bench.ask('reply.fetch', { console: byLookup(), api: 0, accountId: '17' })).toEqual({
      pages: [{ users: 12 }],
      problem: null,
    });
    expect(await bench.ask('api.try', { console: byLookup(), accountId: '17' })).toMatchObject([
      { id: 'usage', readings: [{ value: 12 }], problem: null },
      { id: 'lookup', readings: [{ metric: 'ids.org', value: 'o-1' }], problem: null },
    ]);
  });
});
