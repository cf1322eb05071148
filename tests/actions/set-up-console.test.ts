import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { locateAt } from '@/lib/actions/probes';
import { pageConfigOf } from '@/lib/formats/page-config';
import type { TrialRow } from '@/lib/messages/setup-messages';
import { putSecret } from '@/lib/store/secrets';
import { aConsole, addressOf, anApi, connect, visit } from './a-console';
import { Bench, OWN, own, pageAt } from './fake-host';

let bench: Bench;
const HERE = addressOf('17');
const page = (change: object = {}) => ({
  accountId: '17' as string | null,
  name: 'Acme KK',
  refused: null as string | null,
  isRecord: true,
  elements: [],
  fields: [{ metric: 'seats', shown: '12', where: 'label Seats', problem: null }],
  ...change,
});

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  bench.browser.tabs.set(7, HERE);
});

async function tryIt(console: object, addresses = [HERE]): Promise<TrialRow[]> {
  const { rows, errors } = await bench.ask<{ rows: TrialRow[]; errors: string[] }>('console.try', { console, addresses });
  expect(errors).toEqual([]);
  return rows;
}

describe('a dry run with an API', () => {
  const weekly = 'body.weeks.{"metric": "coreActions", "value": n, "week": w}';
  beforeEach(async () => {
    await putSecret('acme-token', 'https://api.acme.example', 'T');
    bench.browser.found.set(HERE, page());
    bench.browser.reply = () =>
      new Response('{"users": 3, "weeks": [{"n": 2, "w": "2026-11-09"}, {"n": 5, "w": "2026-11-16"}, {"n": 1, "w": "2026-11-02"}]}');
  });

  it('shows what page and API give, of weekly figures the newest', async () => {
    const [row] = await tryIt(aConsole({ api: [anApi({ id: 'weeks', map: weekly }), anApi()] }));
    expect(row).toMatchObject({ accountId: '17', problem: null });
    expect(row?.readings).toEqual([
      { metric: 'seats', value: 12, shown: '12', problem: null, source: 'page', weeks: null },
      {
        metric: 'coreActions',
        value: 5,
        shown: null,
        problem: null,
        source: 'api',
        weeks: { count: 3, from: '2026-11-02', to: '2026-11-16' },
      },
      { metric: 'activeUsers', value: 3, shown: null, problem: null, source: 'api', weeks: null },
    ]);
  });

  it('asks no API where the page names no account, and none that is not there', async () => {
    await tryIt(aConsole());
    bench.browser.found.set(HERE, page({ accountId: null }));
    await tryIt(aConsole({ api: [anApi()] }));
    expect(bench.browser.requests).toEqual([]);
  });

  it('where the API fails the row says so', async () => {
    bench.browser.reply = () => new Response('no', { status: 403 });
    const [row] = await tryIt(aConsole({ api: [anApi({ retries: 0 })] }));
    expect(row).toMatchObject({ problem: null, apis: [{ api: '', kind: 'refused', part: null }] });
  });

  it('an API that fails is told with no readings, and the others are asked', async () => {
    bench.browser.reply = (url) => (url.includes('/bad') ? new Response('', { status: 404 }) : new Response('{"users": 3}'));
    const bad = anApi({ id: 'bad', request: { url: 'https://api.acme.example/bad/{accountId}' }, retries: 0 });
    const console = aConsole({ api: [bad, anApi()] });
    expect(await bench.ask('api.try', { console, accountId: '17' })).toEqual([
      { id: 'bad', readings: [], problem: expect.any(String), problems: [], weeks: {} },
      { id: 'usage', readings: [{ metric: 'activeUsers', value: 3, week: null, problem: null }], problem: null, problems: [], weeks: {} },
    ]);
    expect(await bench.ask('reply.fetch', { console, api: 0, accountId: '17' })).toEqual({ pages: [], problem: expect.any(String) });
    await expect(bench.ask('api.try', { console: {}, accountId: '17' })).rejects.toThrow();
  });
});

describe('a page that is looked at in a tab of its own', () => {
  it('that was refused says why and gives nothing', async () => {
    bench.browser.found.set(HERE, page({ refused: 'account id: not found', accountId: null }));
    const [row] = await tryIt(aConsole());
    expect(row).toEqual({ address: HERE, accountId: null, name: null, problem: 'account id: not found', readings: [], apis: [] });
  });

  it('what stands on it and cannot be read is told as unknown with its reason', async () => {
    bench.browser.found.set(HERE, page({ fields: [{ metric: 'seats', shown: 'many', where: '', problem: null }] }));
    const [row] = await tryIt(aConsole());
    expect(row?.readings).toMatchObject([{ metric: 'seats', value: null, shown: 'many', problem: expect.stringMatching(/^not a number/) }]);
  });

  it('is out of sight, known as a look before it goes anywhere, and closed whatever happens', async () => {
    const { tabs } = bench.browser.host;
    const steps: string[] = [];
    bench.browser.host.tabs = {
      ...tabs,
      open: async (address, active) => (steps.push(`open ${address} ${active}`), tabs.open(address, active)),
      go: async (tab, address) => {
        steps.push(`go ${JSON.stringify(bench.browser.memory.stored.probes)}`);
        await tabs.go(tab, address);
      },
      loaded: async () => Promise.reject(new Error('the page never came')),
      close: async (tab) => {
        steps.push('close');
        await tabs.close(tab);
        throw new Error('closed already');
      },
    };
    await expect(locateAt(bench.kido, HERE, pageConfigOf(aConsole()))).rejects.toThrow('the page never came');
    expect(steps).toEqual(['open about:blank false', 'go [101]', 'close']);
    expect(bench.browser.memory.stored.probes).toEqual([]);
  });

  it('several at once are each their own', async () => {
    bench.browser.found.set(HERE, page());
    bench.browser.found.set(addressOf('18'), page({ accountId: '18' }));
    const config = pageConfigOf(aConsole());
    const found = await Promise.all([HERE, addressOf('18')].map((address) => locateAt(bench.kido, address, config)));
    expect(found.map((one) => one.accountId)).toEqual(['17', '18']);
    expect([...bench.browser.tabs.keys()]).toEqual([7]);
    expect(bench.browser.memory.stored.probes).toEqual([]);
  });

  it('without a configuration is discovered with what is known of it', async () => {
    const asked: unknown[] = [];
    bench.browser.host.look.discover = async (_, setting) => (asked.push(setting), bench.browser.discovered);
    await bench.ask('page.discover', { address: HERE, id: '17', locale: 'ja-JP', zone: 'Asia/Tokyo' });
    await bench.ask('page.discover', { address: HERE, id: null, locale: null, zone: null });
    expect(asked).toMatchObject([
      { urlId: '17', locales: ['ja-JP'], zone: 'Asia/Tokyo', now: bench.browser.now },
      { urlId: null, locales: [], zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    ]);
  });
});

describe('the steps on a page', () => {
  const frame = (document: string | null = 'frame', tabId: number | null = 7) =>
    own({ url: `${OWN.url}connect.html`, tabId, frameId: 4, document });

  it('open on an address in a new tab in front, once it has loaded', async () => {
    const { open } = bench.browser.host.tabs;
    const active: boolean[] = [];
    bench.browser.host.tabs.open = (address, inFront) => (active.push(inFront), open(address, inFront));
    expect(await bench.ask('dock.open', { tabId: null, address: HERE })).toEqual({ problem: null });
    expect(await bench.ask('teach.start', { console: 'acme', tabId: null, address: HERE })).toEqual({ problem: null });
    expect(active).toEqual([true, true]);
    expect(bench.browser.opened).toEqual([HERE, HERE]);
    expect(bench.browser.put).toEqual([
      { tab: 101, script: 'dock' },
      { tab: 102, script: 'teach' },
    ]);
  });

  it('say why they could not be put there', async () => {
    bench.browser.host.look.put = async () => Promise.reject(new Error('no access to this page'));
    expect(await bench.ask('dock.open', { tabId: 7, address: null })).toEqual({ problem: 'no access to this page' });
    expect(await bench.ask('teach.start', { console: 'acme', tabId: 7, address: null })).toEqual({ problem: 'no access to this page' });
  });

  it('a new pass makes the old one, and the frame that showed it, nobody', async () => {
    await bench.ask('dock.open', { tabId: 7, address: null });
    const passOf = async () => {
      const setup = await bench.ask<{ page: string }>('dock.setup', { address: HERE }, pageAt(HERE));
      return new URL(setup.page).searchParams.get('dock') ?? '';
    };
    const first = await passOf();
    await bench.ask('dock.mine', { pass: first }, frame());
    expect(await bench.ask('console.list', {}, frame())).toHaveLength(1);
    const second = await passOf();
    expect(second).not.toBe(first);
    await expect(bench.ask('console.list', {}, frame())).rejects.toThrow('not allowed');
    expect(await bench.ask('dock.mine', { pass: second }, frame('new'))).toMatchObject({ tabId: 7 });
    await expect(bench.ask('console.list', {}, frame(null))).rejects.toThrow('not allowed');
    await expect(bench.ask('console.list', {}, frame('new', null))).rejects.toThrow('not allowed');
    await expect(bench.ask('console.list', {}, frame('new', 8))).rejects.toThrow('not allowed');
  });

  it('in a tab whose address is not told they know none', async () => {
    await bench.ask('dock.open', { tabId: 7, address: HERE });
    const { page: address } = await bench.ask<{ page: string }>('dock.setup', { address: HERE }, pageAt(HERE));
    bench.browser.tabs.delete(7);
    const pass = new URL(address).searchParams.get('dock');
    expect(await bench.ask('dock.mine', { pass }, frame())).toEqual({ tabId: 7, address: '' });
  });

  it('are nothing to a page on which nobody opened them', async () => {
    expect(await bench.ask('dock.setup', { address: HERE }, pageAt(HERE))).toBeNull();
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, pageAt(HERE));
    expect(bench.browser.put).toEqual([]);
  });
});
