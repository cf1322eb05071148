import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PanelView } from '@/lib/core/view/panel-view';
import { entriesOf } from '@/lib/store/journal';
import { putSecret } from '@/lib/store/secrets';
import { aConsole, addressOf, anApi, connect, ORIGIN, visit } from './a-console';
import { Bench, pageAt } from './fake-host';

let bench: Bench;
const page = addressOf('17');
const account = 'acme/17';
const API = 'https://api.acme.example';

beforeEach(async () => {
  bench = await Bench.empty();
});

async function open(api: object[], secretFor: string | null = API) {
  await connect(bench, aConsole({ api }));
  if (secretFor) await putSecret('acme-token', secretFor, 'TOPSECRET');
  bench.browser.reply = () => new Response('{"users": 12}');
  await bench.ask('account.open', { address: page, accountId: '17', visit }, pageAt(page));
}

const askApi = (again = false) => bench.ask<PanelView>('api.ask', { account, again }, pageAt(page));
const sent = () =>
  bench.browser.requests.map(({ url, init }): Record<string, string> => ({ url, ...(init.headers as Record<string, string>) }));

describe('a secret', () => {
  it('goes to the origin for which it was typed', async () => {
    await open([anApi()]);
    await askApi();
    expect(sent()).toMatchObject([{ url: `${API}/accounts/17/usage`, Authorization: 'Bearer TOPSECRET' }]);
  });

  it('goes nowhere else, also not where an imported file of the same name sends it', async () => {
    await open([anApi({ request: { url: 'https://evil.example/{accountId}' } })]);
    bench.browser.access.add('https://evil.example/*');
    const view = await askApi();
    expect(bench.browser.requests).toEqual([]);
    expect(view.problem?.kind).toBe('otherOrigin');
    expect(JSON.stringify(view)).not.toContain('TOPSECRET');
  });

  it('of one console is not the key of another that has the same name for it', async () => {
    await open([anApi()]);
    await putSecret('acme-token', 'https://api.other.example', 'OTHER');
    await askApi();
    expect(sent()[0]?.Authorization).toBe('Bearer TOPSECRET');
  });

  it('that is not set is said, and nothing is asked', async () => {
    await open([anApi()], null);
    expect((await askApi()).problem?.kind).toBe('noSecret');
    expect(bench.browser.requests).toEqual([]);
  });
});

describe('asking an API', () => {
  it('wants access to its host for each request', async () => {
    await open([anApi()]);
    bench.browser.access.delete(`${API}/*`);
    expect((await askApi()).problem?.kind).toBe('noAccess');
    expect(bench.browser.requests).toEqual([]);
  });

  it('follows no redirect', async () => {
    await open([anApi()]);
    bench.browser.reply = () => new Response(null, { status: 307, headers: { Location: 'https://evil.example/' } });
    expect((await askApi()).problem?.kind).toBe('redirected');
    expect(bench.browser.requests).toHaveLength(1);
    expect(bench.browser.requests[0]?.init.redirect).toMatch(/manual|error/);
    expect(await entriesOf(account)).toEqual([]);
  });

  it('stores what is news under the account that was asked about, whatever the tab shows by then', async () => {
    await open([anApi()]);
    bench.browser.reply = async () => {
      await bench.ask('account.open', { address: addressOf('18'), accountId: '18', visit }, pageAt(addressOf('18'), 9));
      return new Response('{"users": 12}');
    };
    await askApi();
    expect(await entriesOf(account)).toMatchObject([
      { kind: 'readings', body: { readings: [{ metric: 'activeUsers', value: 12, source: 'api' }] } },
    ]);
    expect(await entriesOf('acme/18')).toEqual([]);
  });

  it('asks nothing more once nobody looks at the account', async () => {
    await open([anApi({ retries: 3 })]);
    bench.browser.reply = async () => {
      await bench.ask('account.left', { address: page, visit }, pageAt(page));
      return new Response('busy', { status: 503 });
    };
    // Nobody looks, so nobody is told of a problem, and the account stays as it was.
    expect((await askApi()).problem).toBeNull();
    expect(bench.browser.requests).toHaveLength(1);
    expect(await entriesOf(account)).toEqual([]);
  });

  it('asks again by hand at once, by itself only after the time that the console says', async () => {
    await open([anApi({ refreshMinutes: 15 })]);
    await askApi();
    bench.browser.now += 15 * 60_000 - 1;
    await askApi();
    expect(bench.browser.requests).toHaveLength(1);
    await askApi(true);
    expect(bench.browser.requests).toHaveLength(2);
    bench.browser.now += 15 * 60_000;
    await askApi();
    expect(bench.browser.requests).toHaveLength(3);
  });

  it('two who ask at once ask once', async () => {
    await open([anApi()]);
    await Promise.all([askApi(), askApi()]);
    expect(bench.browser.requests).toHaveLength(1);
  });

  it('tells what is wrong as data with the host, and the values before stay', async () => {
    await open([anApi({ retries: 0 })]);
    await askApi();
    bench.browser.reply = () => new Response('no', { status: 403 });
    const view = await askApi(true);
    expect(view.problem).toMatchObject({ kind: 'refused', detail: expect.stringContaining('api.acme.example') });
    const { folded } = await bench.kido.keeper.account(account);
    expect(folded.metrics.get('activeUsers')?.moments.at(-1)?.value).toBe(12);
  });

  it('a mapping that never ends does not hang the background', async () => {
    await open([anApi({ map: '($f:=function($n){$f($n+1)};$f(0))' })]);
    expect((await askApi()).problem?.kind).toBe('mapping');
    expect(await bench.ask('tab.state', { tabId: 7, address: page })).toMatchObject({ state: 'account' });
  });
});

describe('trying an API out', () => {
  it('gives what came, or why nothing did, and writes nothing', async () => {
    await open([anApi()]);
    const good = aConsole({ api: [anApi()] });
    expect(await bench.ask('api.try', { console: good, accountId: '17' })).toMatchObject([{ id: 'usage', problem: null }]);
    const bad = aConsole({ api: [anApi({ map: 'body.{"metric": 7}' })] });
    expect(await bench.ask('api.try', { console: bad, accountId: '17' })).toMatchObject([
      { id: 'usage', problem: expect.stringContaining('mapping') },
    ]);
    expect(await bench.ask('reply.fetch', { console: good, api: 0, accountId: '17' })).toEqual({ pages: [{ users: 12 }], problem: null });
    expect(await bench.ask('reply.fetch', { console: good, api: 3, accountId: '17' })).toMatchObject({ pages: [], problem: 'no such API' });
    expect(await bench.ask('reply.fetch', { console: {}, api: 0, accountId: '17' })).toMatchObject({ pages: [] });
    expect(await entriesOf(account)).toEqual([]);
  });

  it('maps pages that were pasted, and says where an expression is wrong', async () => {
    const expression = 'body.rows.{"metric": "coreActions", "value": n, "week": w}';
    const pages = [
      { rows: [{ n: '7', w: '2026-11-02' }], next: 2 },
      { rows: [{ n: 'n/a', w: '2026-11-09T00:00:00Z' }], next: 3 },
    ];
    expect(await bench.ask('reply.map', { expression, pages, accountId: '17', next: 'next' })).toEqual({
      readings: [
        { metric: 'coreActions', value: 7, week: '2026-11-02', problem: null },
        { metric: 'coreActions', value: null, week: '2026-11-09', problem: 'blank' },
      ],
      problems: [{ code: 'more pages', metric: null, detail: '2+' }],
      weeks: { coreActions: { count: 2, from: '2026-11-02', to: '2026-11-09' } },
      problem: null,
    });
    expect(await bench.ask('reply.map', { expression: 'body.', pages: [{ a: 1 }], accountId: '17' })).toMatchObject({
      readings: [],
      problem: expect.stringContaining('character'),
    });
  });
});

describe('a dry run', () => {
  const found = {
    accountId: '18',
    name: 'Beta KK',
    refused: null,
    isRecord: true,
    elements: [],
    fields: [{ metric: 'seats', shown: '12', where: 'label Seats', problem: null }],
  };

  it('reads accounts in tabs of its own and writes nothing anywhere, whatever a page’s script says there', async () => {
    await connect(bench, aConsole());
    const address = addressOf('18');
    bench.browser.found.set(address, found);
    const asked: unknown[] = [];
    bench.browser.whileOpen = async (tab) => {
      for (const [name, body] of [
        ['page.setup', { address }],
        ['account.open', { address, accountId: '18' }],
        ['account.read', { address, accountId: '18', name: 'Beta KK', fields: found.fields }],
      ] as const)
        asked.push(await bench.ask(name, body, pageAt(address, tab)).catch((error: Error) => error.message));
    };
    const trial = await bench.ask<{ rows: { readings: unknown[] }[] }>('console.try', { console: aConsole(), addresses: [address] });
    expect(trial.rows).toMatchObject([
      { accountId: '18', name: 'Beta KK', problem: null, readings: [{ metric: 'seats', value: 12, shown: '12' }] },
    ]);
    expect(asked).toEqual(['not allowed', 'not allowed', 'not allowed']);
    expect(await entriesOf('acme/18')).toEqual([]);
    expect(JSON.stringify(bench.browser.local.stored)).not.toContain('Beta');
    expect([...bench.browser.tabs]).toEqual([]);
    expect(JSON.stringify(bench.browser.memory.stored)).not.toContain('18');
  });

  it('says of each address what stands in its way', async () => {
    await connect(bench, aConsole());
    const rows = await bench.ask<{ rows: unknown[] }>('console.try', {
      console: aConsole(),
      addresses: [`${ORIGIN}/login`, addressOf('19')],
    });
    expect(rows).toMatchObject({
      errors: [],
      rows: [{ problem: 'not an account page by these patterns' }, { problem: 'the page could not be looked at' }],
    });
    expect(await bench.ask('console.try', { console: {}, addresses: [] })).toMatchObject({
      rows: [],
      errors: expect.arrayContaining([expect.stringContaining('origins')]),
    });
  });
});
