import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { teachSetup } from '@/lib/actions/teach';
import type { ConsoleRow } from '@/lib/messages/settings-messages';
import { entriesOf } from '@/lib/store/journal';
import { aConsole, addressOf, connect, ORIGIN, shown, visit } from './a-console';
import { Bench, pageAt } from './fake-host';

let bench: Bench;
const HERE = addressOf('17');
const field = { metric: 'region', find: [{ label: 'Region' }], parse: 'text' };

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  bench.browser.tabs.set(7, HERE);
});

const start = (change: object = {}) => bench.ask('teach.start', { console: 'acme', tabId: 7, address: null, ...change });
const save = (taught: object, from = pageAt(HERE)) => bench.ask('teach.save', { address: HERE, field: taught }, from);
const others = () => bench.ask<object[]>('teach.others', { address: HERE, field }, pageAt(HERE));
const finds = async () => {
  const [row] = await bench.ask<ConsoleRow[]>('console.list', {});
  return row?.console.fields.map((one) => [one.metric, one.find]);
};
async function visited(id: string, at: number, name: string | null = null) {
  bench.browser.now = at;
  const from = pageAt(addressOf(id), 20 + Number(id));
  await bench.ask('account.open', { address: addressOf(id), accountId: id, visit }, from);
  await bench.ask('account.read', { address: addressOf(id), accountId: id, name, fields: [shown('seats', id)], visit }, from);
}
const found = (change: object) => ({ accountId: null, name: null, refused: null, isRecord: true, elements: [], fields: [], ...change });

describe('teaching a field', () => {
  it('that the console has already puts the new way in place of the old one, last of all', async () => {
    await start();
    await save({ metric: 'seats', find: [{ label: 'Places' }], parse: 'number' });
    expect(await finds()).toEqual([
      ['plan', [{ label: 'Plan' }]],
      ['contractDate', [{ label: 'Contract date' }]],
      ['seats', [{ label: 'Places' }]],
    ]);
    await bench.ask('teach.undo', { address: HERE }, pageAt(HERE));
    expect((await finds())?.[0]).toEqual(['seats', [{ label: 'Seats' }]]);
  });

  it('more than a console file may hold is refused, and nothing is changed', async () => {
    const many = Array.from({ length: 200 }, (_, at) => ({ metric: `m${at}`, find: [{ label: `M ${at}` }], parse: 'text' }));
    await bench.kido.settings.putConsole(aConsole({ fields: many }));
    await start();
    expect(await save(field)).toEqual({ errors: [expect.any(String)] });
    expect(await finds()).toHaveLength(200);
    expect(await bench.ask('teach.undo', { address: HERE }, pageAt(HERE))).toEqual({ errors: [expect.any(String)] });
    expect(await bench.ask('teach.others', { address: HERE, field }, pageAt(HERE))).toEqual([]);
  });

  it('opens a new tab in front where an address was given', async () => {
    expect(await start({ tabId: null, address: HERE })).toEqual({ problem: null });
    expect(bench.browser.opened).toEqual([HERE]);
    expect(bench.browser.put).toEqual([{ tab: 101, script: 'teach' }]);
    expect(await save(field, pageAt(HERE, 101))).toEqual({ errors: [] });
  });

  it('is refused in a tab that stands nowhere, at what is no address, and to what is no page', async () => {
    bench.browser.tabs.delete(7);
    for (const change of [{}, { address: 'nonsense' }, { address: 'chrome://settings' }])
      expect(await start(change)).toEqual({ problem: expect.any(String) });
    expect(bench.browser.put).toEqual([]);
    bench.browser.tabs.set(7, HERE);
    await start();
    await expect(bench.ask('teach.save', { address: HERE, field })).rejects.toThrow();
    expect(await teachSetup(bench.kido, HERE, { kind: 'extension', tabId: 7, document: null })).toBeNull();
  });

  it('ends for a page of another console’s origin, and when the console is gone', async () => {
    await start();
    await bench.kido.settings.putConsole(aConsole({ id: 'other', origins: ['https://other.example'] }));
    bench.browser.access.add('https://other.example/*');
    await expect(save(field, pageAt('https://other.example/accounts/17'))).rejects.toThrow();
    await bench.kido.settings.removeConsole('acme');
    await expect(save(field)).rejects.toThrow();
  });

  it('shows what can be taught, and what is read already', async () => {
    await start();
    const setup = await bench.ask<{ metrics: { id: string; read: boolean }[]; urlId: string | null }>(
      'teach.setup',
      { address: `${ORIGIN}/login` },
      pageAt(HERE),
    );
    expect(setup.urlId).toBeNull();
    expect(
      setup.metrics
        .filter((one) => one.read)
        .map((one) => one.id)
        .sort(),
    ).toEqual(['contractDate', 'plan', 'seats']);
    expect(setup.metrics.length).toBeGreaterThan(10);
  });
});

describe('proving a field elsewhere', () => {
  it('looks at the three other accounts that were opened last, and not at this one', async () => {
    const { now } = bench.browser;
    for (const [at, id] of ['15', '16', '17', '18', '19'].entries()) await visited(id, now + at * 1000, id === '18' ? 'Beta KK' : null);
    for (const id of ['15', '16', '18', '19'])
      bench.browser.found.set(addressOf(id), found({ fields: [{ metric: 'region', shown: `Region ${id}`, where: '', problem: null }] }));
    await start();
    expect(await others()).toEqual([
      { account: 'acme/19', name: '19', value: 'Region 19', problem: null },
      { account: 'acme/18', name: 'Beta KK', value: 'Region 18', problem: null },
      { account: 'acme/16', name: '16', value: 'Region 16', problem: null },
    ]);
    for (const id of ['16', '18', '19']) expect(await entriesOf(`acme/${id}`)).toHaveLength(1);
  });

  it('says of each why it gave nothing', async () => {
    const { now } = bench.browser;
    await visited('18', now);
    await visited('19', now + 1000);
    await visited('20', now + 2000);
    bench.browser.found.set(addressOf('20'), found({ refused: 'account id: not found' }));
    bench.browser.found.set(addressOf('19'), found({ fields: [{ metric: 'region', shown: null, where: '', problem: 'not found' }] }));
    await start();
    expect(await others()).toEqual([
      { account: 'acme/20', name: '20', value: null, problem: 'account id: not found' },
      { account: 'acme/19', name: '19', value: null, problem: 'not found' },
      { account: 'acme/18', name: '18', value: null, problem: 'the page could not be looked at' },
    ]);
    expect([...bench.browser.tabs.keys()]).toEqual([7]);
  });

  it('leaves out accounts whose page is not known, and is empty where there is no other', async () => {
    await start();
    expect(await others()).toEqual([]);
    await bench.ask('account.open', { address: addressOf('18'), accountId: '18', visit }, pageAt(addressOf('18'), 9));
    expect(await others()).toEqual([]);
    expect(bench.browser.opened).toEqual([]);
  });
});
